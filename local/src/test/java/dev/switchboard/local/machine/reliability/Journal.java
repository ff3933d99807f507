package dev.switchboard.local.machine.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What happened, a line each, in the order in which it did; a line is there as soon as it is
/// written.
record Journal(Path file) {

  static final String LIFE = "life";
  static final String CALL = "call";
  static final String DONE = "done";
  static final String TOKEN = "token";
  static final String END = "end";

  /// @param words without spaces, but for the last
  void write(String... words) {
    write(List.of(String.join(" ", words)));
  }

  synchronized void write(List<String> lines) {
    try {
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Grows with every line.
  long bytes() {
    return file.toFile().length();
  }

  List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands behind a word, of every line that begins with it.
  List<String> of(String word) {
    return lines().stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }
}
