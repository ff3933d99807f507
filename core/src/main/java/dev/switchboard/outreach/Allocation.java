package dev.switchboard.outreach;

import dev.switchboard.outreach.Ladder.Rung;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Who gets the dearer channel when the money does not reach for all: a knapsack in which each lead
/// takes one rung of its ladder.
///
/// Every lead starts with nothing; then the step up that brings most per dollar is taken, over all
/// leads, as long as it fits. As ladders are concave this is the optimum of the relaxed problem up
/// to the first step that does not fit, so the sum lacks at most the value of one step: a test
/// compares it with trying everything. What is left then goes, in the same order, to options that
/// are no rung but fit. Among equals the higher score goes first, then who was named first. The sum
/// of what is given never exceeds the budget.
final class Allocation {

  private record Step(int lead, int rung, double slope, int score) {}

  private final List<Ladder> ladders;
  private final Step[] steps;
  private final long whole;

  /// @param scores of the same leads, 0 for none
  Allocation(List<Ladder> ladders, int[] scores) {
    this.ladders = List.copyOf(ladders);
    this.steps = steps(ladders, scores);
    this.whole = ladders.stream().mapToLong(ladder -> ladder.top().micros()).sum();
  }

  /// What all cost when money does not count, in millionths of a dollar.
  long whole() {
    return whole;
  }

  /// What one rung above nothing for every lead costs, in millionths of a dollar.
  long least() {
    return ladders.stream().mapToLong(ladder -> ladder.rungs().get(1).micros()).sum();
  }

  /// The rung of each lead within a budget of so many millionths of a dollar.
  List<Rung> within(long budget) {
    if (budget >= whole) return ladders.stream().map(Ladder::top).toList();
    var chosen = new Rung[ladders.size()];
    Arrays.setAll(chosen, lead -> ladders.get(lead).rungs().getFirst());
    return List.of(fill(chosen, climb(chosen, budget)));
  }

  /// Takes steps in their order as long as they fit; returns what is left.
  private long climb(Rung[] chosen, long budget) {
    long left = budget;
    for (var step : steps) {
      var rungs = ladders.get(step.lead).rungs();
      var from = rungs.get(step.rung - 1);
      var to = rungs.get(step.rung);
      if (chosen[step.lead].micros() != from.micros() || to.micros() - from.micros() > left)
        continue;
      chosen[step.lead] = to;
      left -= to.micros() - from.micros();
    }
    return left;
  }

  /// Spends what is left on options that no step leads to.
  private Rung[] fill(Rung[] chosen, long budget) {
    long left = budget;
    for (var step : steps) {
      var given = chosen[step.lead];
      var better = ladders.get(step.lead).best(given.micros() + left, given);
      chosen[step.lead] = better;
      left -= better.micros() - given.micros();
    }
    return chosen;
  }

  private static Step[] steps(List<Ladder> ladders, int[] scores) {
    var steps = new ArrayList<Step>();
    for (int lead = 0; lead < scores.length; lead++) {
      var rungs = ladders.get(lead).rungs();
      for (int rung = 1; rung < rungs.size(); rung++)
        steps.add(
            new Step(lead, rung, Ladder.slope(rungs.get(rung - 1), rungs.get(rung)), scores[lead]));
    }
    var sorted = steps.toArray(Step[]::new);
    Arrays.sort(sorted, Allocation::order);
    return sorted;
  }

  private static int order(Step a, Step b) {
    var bySlope = Double.compare(b.slope, a.slope);
    if (bySlope != 0) return bySlope;
    var byScore = Integer.compare(b.score, a.score);
    return byScore != 0 ? byScore : Integer.compare(a.lead, b.lead);
  }
}
