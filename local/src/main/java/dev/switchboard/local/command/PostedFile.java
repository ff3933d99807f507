package dev.switchboard.local.command;

import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A file whose content is posted.
record PostedFile(Path file) {

  /// @throws StartFailure if it is not there, or not UTF-8
  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure(
          "The file %s cannot be read as UTF-8 text: mend its name or how it is saved."
              .formatted(file),
          e);
    }
  }

  /// By the end of its name.
  String type() {
    return file.toString().endsWith(".json") ? "application/json" : "text/csv";
  }

  /// An idempotency key that the same words have again.
  static String key(String words) {
    return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
