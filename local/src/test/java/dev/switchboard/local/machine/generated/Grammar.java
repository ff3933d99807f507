package dev.switchboard.local.machine.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Makes flows at random.
///
/// @param depth how deep flows may lie in each other
record Grammar(Random random, int depth) {

  private static final List<String> VARIABLES = List.of("a", "b", "c");

  List<Plan> flow() {
    var steps = new ArrayList<Plan>();
    var count = random.nextInt(1, 5);
    for (var i = 0; i < count; i++) steps.add(step());
    return steps;
  }

  private Plan step() {
    return switch (random.nextInt(depth > 0 ? 10 : 6)) {
      case 0 -> new Plan.Compute(random.nextInt(1, 9), random.nextInt(100));
      case 1 -> new Plan.Keep(variable(), random.nextInt(100));
      case 2 -> new Plan.Use(variable());
      case 3 -> new Plan.Rest(random.nextInt(100));
      case 4 -> new Plan.Call(random.nextInt(2, 7), maybe(3), random.nextBoolean());
      case 5 -> random.nextInt(4) == 0 ? new Plan.Stop() : new Plan.Compute(1, random.nextInt(10));
      case 6 -> new Plan.Decide(random.nextInt(Plan.MODULUS), inner().flow(), inner().flow());
      case 7 -> new Plan.Both(branches(), random.nextBoolean());
      default ->
          new Plan.Each(
              random.nextInt(5), inner().flow(), random.nextInt(4), maybe(3), random.nextBoolean());
    };
  }

  private List<List<Plan>> branches() {
    var branches = new ArrayList<List<Plan>>();
    var count = random.nextInt(1, 4);
    for (var i = 0; i < count; i++) branches.add(inner().flow());
    return branches;
  }

  private Grammar inner() {
    return new Grammar(random, depth - 1);
  }

  private String variable() {
    return VARIABLES.get(random.nextInt(VARIABLES.size()));
  }

  private Optional<Integer> maybe(int bound) {
    return random.nextBoolean() ? Optional.of(random.nextInt(bound)) : Optional.empty();
  }
}
