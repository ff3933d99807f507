package dev.switchboard.local.machine.generated;

import dev.switchboard.local.machine.generated.Outcome.Failed;
import dev.switchboard.local.machine.generated.Outcome.Reached;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a flow comes to, by plain recursion.
///
/// @param variables of this flow and those around it
record Reference(Map<String, Integer> variables) {

  static final String LOST = "Lost";
  private static final String TOO_MANY = "States.ExceedToleratedFailureThreshold";

  static Outcome of(List<Plan> flow, int number) {
    return new Reference(new HashMap<>()).walked(flow, number);
  }

  private Outcome walked(List<Plan> flow, int number) {
    Outcome so = new Reached(number);
    for (var step : flow) {
      if (!(so instanceof Reached(var n))) return so;
      so = after(step, n);
    }
    return so;
  }

  private Outcome after(Plan step, int n) {
    return switch (step) {
      case Plan.Compute(var factor, var term) -> new Reached((n * factor + term) % Plan.MODULUS);
      case Plan.Keep(var variable, var term) -> {
        variables.put(variable, n + term);
        yield new Reached(n);
      }
      case Plan.Use(var variable) ->
          new Reached((n + variables.getOrDefault(variable, 0)) % Plan.MODULUS);
      case Plan.Rest _ -> new Reached(n);
      case Plan.Call call -> called(call, n);
      case Plan.Decide(var limit, var below, var above) -> walked(n < limit ? below : above, n);
      case Plan.Both(var branches, var caught) ->
          together(
              branches.stream().map(each -> inner(each, n)).toList(), Optional.empty(), caught);
      case Plan.Each each -> {
        var ends =
            java.util.stream.IntStream.range(0, each.items())
                .mapToObj(i -> inner(each.flow(), n + i))
                .toList();
        yield together(ends, each.tolerated(), each.caught());
      }
      case Plan.Stop _ -> new Failed(Set.of(LOST));
    };
  }

  /// What it assigns stays within.
  private Outcome inner(List<Plan> flow, int number) {
    return new Reference(new HashMap<>(variables)).walked(flow, number);
  }

  private static Outcome called(Plan.Call call, int n) {
    for (var attempt = 0; attempt <= call.attempts().orElse(0); attempt++)
      if (!fails(n, call.every(), attempt)) return new Reached((n + attempt) % Plan.MODULUS);
    return call.caught() ? new Reached(0) : new Failed(Set.of(LOST));
  }

  /// The function that is called.
  static boolean fails(int n, int every, int attempt) {
    return n % every == 0 && attempt < n % 4;
  }

  private static Outcome together(List<Outcome> ends, Optional<Integer> tolerated, boolean caught) {
    var sum = 0;
    var failed = 0;
    var errors = new HashSet<String>();
    for (var end : ends) {
      switch (end) {
        case Reached(var value) -> sum += value;
        case Failed(var more) -> {
          failed++;
          errors.addAll(more);
        }
      }
    }
    if (failed <= tolerated.orElse(0)) return new Reached(sum % Plan.MODULUS);
    if (caught) return new Reached(0);
    return new Failed(tolerated.isPresent() ? Set.of(TOO_MANY) : errors);
  }
}
