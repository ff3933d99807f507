package dev.switchboard.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutTest {

  @Test
  void about_the_share_is_left_out_and_the_same_ones_each_time() {
    var held = held("execution-1", 0.2);

    assertTrue(held > 1_800 && held < 2_200, () -> "held " + held);
    assertEquals(held, held("execution-1", 0.2));
  }

  @Test
  void nobody_at_zero_and_everybody_at_one() {
    assertEquals(0, held("execution-1", 0));
    assertEquals(10_000, held("execution-1", 1));
  }

  @Test
  void another_execution_leaves_out_others() {
    var both =
        IntStream.range(0, 10_000)
            .filter(i -> Holdout.holds(lead(i), "execution-1", 0.2))
            .filter(i -> Holdout.holds(lead(i), "execution-2", 0.2))
            .count();

    assertFalse(both > 500, () -> "in both " + both);
  }

  private static long held(String executionId, double share) {
    return IntStream.range(0, 10_000)
        .filter(i -> Holdout.holds(lead(i), executionId, share))
        .count();
  }

  private static Lead lead(int number) {
    return Leads.lead("lead", "+1%010d".formatted(number), "", 0);
  }
}
