package dev.switchboard.local.sample;

import dev.switchboard.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// How far the sample came, kept in the state folder: nothing, `sent <execution>`, or `over`.
///
/// @param folder of the running instance
record SampleMark(Path folder) {

  private static final String FILE = "sample";
  private static final String SENT = "sent ";
  private static final String OVER = "over";

  boolean over() {
    return read().equals(OVER);
  }

  boolean untouched() {
    return read().isEmpty();
  }

  /// The execution to watch, once it is known.
  Optional<String> execution() {
    return Optional.of(read())
        .filter(text -> text.startsWith(SENT))
        .map(text -> text.substring(SENT.length()));
  }

  void sent(String execution) {
    write(SENT + execution);
  }

  void close() {
    write(OVER);
  }

  private String read() {
    return StateFolder.read(folder, FILE).orElse("").strip();
  }

  private void write(String text) {
    try {
      var next = Files.writeString(folder.resolve(FILE + ".next"), text);
      Files.move(
          next,
          folder.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
