package dev.switchboard.local.template;

import dev.switchboard.local.state.StartFailure;
import java.nio.file.Path;

/// Says what is wrong in a file, with the line and how to mend it.
record Problems(Path file) {

  StartFailure at(int line, String sentence) {
    return new StartFailure("%s:%d: %s.".formatted(file.getFileName(), line, sentence));
  }
}
