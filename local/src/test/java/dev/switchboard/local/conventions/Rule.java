package dev.switchboard.local.conventions;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// One thing that a template must keep.
///
/// @param name also the name of the fixture that breaks it: `queues-have-dead-letters`
/// @param breaches what breaks it, a sentence each, with the place
record Rule(String name, Function<Template, Stream<String>> breaches) {

  static List<Rule> all() {
    return Stream.of(
            QueueRules.ALL, StorageRules.ALL, FunctionRules.ALL, ApiRules.ALL, TextRules.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
