package dev.switchboard.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Ladder.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTest {

  private static final List<Channel> SOME = List.of(Channel.EMAIL);

  @Test
  void it_lacks_at_most_one_step_of_the_best_there_is() {
    Cases.check(
        3_000,
        random -> {
          var options = options(random);
          var ladders = options.stream().map(AllocationTest::ladder).toList();
          var allocation = new Allocation(ladders, new int[ladders.size()]);
          var budget = random.nextLong(allocation.whole() + 2);
          var given = allocation.within(budget);
          var value = given.stream().mapToDouble(Rung::value).sum();
          var best = best(ladders, options, 0, budget);
          assertTrue(given.stream().mapToLong(Rung::micros).sum() <= budget);
          assertTrue(value <= best + 1e-9);
          assertTrue(value >= best - greatestStep(ladders) - 1e-9, () -> value + " of " + best);
        });
  }

  @Test
  void with_money_for_all_everybody_gets_everything() {
    Cases.check(
        500,
        random -> {
          var ladders = options(random).stream().map(AllocationTest::ladder).toList();
          var allocation = new Allocation(ladders, new int[ladders.size()]);
          assertEquals(
              ladders.stream().map(Ladder::top).toList(), allocation.within(allocation.whole()));
        });
  }

  @Test
  void a_ladder_brings_less_per_dollar_with_every_rung() {
    Cases.check(
        2_000,
        random -> {
          var rungs = ladder(options(random).getFirst()).rungs();
          for (int i = 2; i < rungs.size(); i++)
            assertTrue(
                Ladder.slope(rungs.get(i - 2), rungs.get(i - 1))
                    > Ladder.slope(rungs.get(i - 1), rungs.get(i)));
        });
  }

  @Test
  void among_equals_the_higher_score_goes_first_and_then_the_first() {
    var ladder = Ladder.of(new Rung(SOME, 100, 1), List.of());
    var allocation = new Allocation(List.of(ladder, ladder, ladder), new int[] {5, 9, 5});

    var given = allocation.within(250).stream().map(Rung::micros).toList();

    assertEquals(List.of(100L, 100L, 0L), given);
  }

  private static Ladder ladder(List<Rung> options) {
    return Ladder.of(options.getLast(), options.subList(0, options.size() - 1));
  }

  /// The last option is dearest and best, as a whole strategy is.
  private static List<List<Rung>> options(Random random) {
    var leads = new ArrayList<List<Rung>>();
    for (int lead = random.nextInt(1, 5); lead > 0; lead--) {
      var options = new ArrayList<Rung>();
      for (int option = random.nextInt(4); option > 0; option--)
        options.add(new Rung(SOME, random.nextLong(1, 100), random.nextDouble(10)));
      options.add(new Rung(SOME, random.nextLong(100, 150), random.nextDouble(10, 15)));
      leads.add(options);
    }
    return leads;
  }

  private static double best(
      List<Ladder> ladders, List<List<Rung>> options, int lead, long budget) {
    if (lead == ladders.size()) return 0;
    var best = best(ladders, options, lead + 1, budget);
    for (var option : options.get(lead))
      if (option.micros() <= budget)
        best =
            Math.max(
                best, option.value() + best(ladders, options, lead + 1, budget - option.micros()));
    return best;
  }

  private static double greatestStep(List<Ladder> ladders) {
    double greatest = 0;
    for (var ladder : ladders)
      for (int i = 1; i < ladder.rungs().size(); i++)
        greatest =
            Math.max(greatest, ladder.rungs().get(i).value() - ladder.rungs().get(i - 1).value());
    return greatest;
  }
}
