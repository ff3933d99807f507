package dev.switchboard.local.machine.generated;

import java.util.List;
import java.util.Optional;

/// One step of a flow from number to number; a flow is a list of them.
sealed interface Plan {

  /// Numbers stay below it, so that they stay whole.
  int MODULUS = 1009;

  /// `(n × factor + term) mod 1009`
  record Compute(int factor, int term) implements Plan {}

  /// Assigns `n + term` to a variable, and hands `n` on.
  record Keep(String variable, int term) implements Plan {}

  /// Adds a variable, if it is there.
  record Use(String variable) implements Plan {}

  record Rest(int seconds) implements Plan {}

  /// Calls a function that fails for every `every`-th number, as often as the number has it.
  ///
  /// @param attempts most further ones; absent: no retrier
  /// @param caught whether a failure becomes 0
  record Call(int every, Optional<Integer> attempts, boolean caught) implements Plan {}

  /// Goes one way or the other, and on together.
  record Decide(int limit, List<Plan> below, List<Plan> above) implements Plan {}

  /// Adds up what several flows make of the number.
  record Both(List<List<Plan>> branches, boolean caught) implements Plan {}

  /// Adds up what a flow makes of the number and each index.
  ///
  /// @param tolerated most failures; absent: none
  record Each(
      int items, List<Plan> flow, int concurrency, Optional<Integer> tolerated, boolean caught)
      implements Plan {}

  /// Fails.
  record Stop() implements Plan {}
}
