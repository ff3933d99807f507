package dev.switchboard;

import java.util.Random;
import java.util.function.Consumer;

/// Runs a claim on many generated cases; a failure names the seed that repeats it.
public final class Cases {

  private Cases() {}

  public static void check(int count, Consumer<Random> claim) {
    for (long seed = 0; seed < count; seed++) {
      try {
        claim.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("failed for seed " + seed, e);
      }
    }
  }
}
