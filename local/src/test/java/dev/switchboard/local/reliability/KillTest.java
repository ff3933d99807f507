package dev.switchboard.local.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The process that hosts the engines is killed at random moments while the outbox fails and
/// messages come twice and in any order: nobody is forgotten, nobody is contacted twice.
class KillTest {

  private static final long SEED = 20261123;

  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = KillCommand.folder();
  }

  @AfterEach
  void remove() throws IOException {
    KillCommand.remove(folder);
  }

  @Test
  void three_thousand_leads_outlive_ten_kills() {
    var result = run(new KillPlan(3_000, 10, SEED, 0.06, true));

    assertEquals(List.of(), result.audit().violations());
    assertTrue(result.toll().kills() >= 10, "kills: " + result.toll().kills());
    assertTrue(result.toll().everyPhase(), "a phase was never hit");
    for (var trouble : Trouble.values())
      assertTrue(result.toll().of(trouble) > 0, trouble.words() + " never came");
    assertTrue(result.audit().unclear() > 0, "nothing was parked");
    // Whatever is parked beyond that was interrupted twice, and not more often than that happened.
    assertTrue(2L * result.audit().cutTwice() <= result.toll().interrupted(), "too much is parked");
  }

  @Test
  void without_the_claim_it_fails() {
    var result = run(new KillPlan(100, 0, SEED, 0.06, false));

    assertTrue(
        result.audit().violations().stream().anyMatch(it -> it.startsWith("contacted ")),
        "nobody was contacted twice");
  }

  private KillRun.Result run(KillPlan plan) {
    System.out.println(plan);
    var result = new KillRun(plan, folder, System.out::println).run();
    result.lines().forEach(System.out::println);
    return result;
  }
}
