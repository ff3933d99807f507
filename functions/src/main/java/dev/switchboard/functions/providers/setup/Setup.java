package dev.switchboard.functions.providers.setup;

import dev.switchboard.functions.providers.checkup.Diagnosis;
import java.util.List;

/// How far one vendor is set up.
public sealed interface Setup<T> {

  /// All of it is there.
  record Ready<T>(T settings) implements Setup<T> {}

  /// Nothing of it is there: the outbox carries the channel.
  record None<T>() implements Setup<T> {}

  /// Some of it is there: the channel is closed until the rest is.
  ///
  /// @param problems what is missing or malformed, without values
  record Half<T>(List<String> problems) implements Setup<T> {

    /// The same as sentences, also for the problems of several vendors.
    public Diagnosis.Missing diagnosis() {
      return new Diagnosis.Missing(
          "A provider is set up in part: %s.".formatted(String.join("; ", problems)),
          "Set that too, or unset all its variables and the outbox stands in for it.");
    }
  }
}
