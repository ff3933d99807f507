package dev.switchboard.local.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The kill test with the four vendors in place of the outbox, on the wire: they live on while the
/// product is killed, and count what they took.
class VendorKillTest {

  private static final long SEED = 20261127;

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
  void no_vendor_takes_a_message_twice_and_none_is_lost() {
    var result = run(new KillPlan(600, 4, SEED, 0.06, true).toVendors());

    assertEquals(List.of(), result.audit().violations());
    assertTrue(result.toll().kills() >= 4, "kills: " + result.toll().kills());
    assertTrue(result.audit().unclear() > 0, "nothing was parked");
    assertEquals(List.of(), result.wrong());
    assertTrue(2L * result.audit().cutTwice() <= result.toll().interrupted(), "too much is parked");
  }

  @Test
  void without_the_claim_it_fails() {
    var result = run(new KillPlan(60, 0, SEED, 0, false).toVendors());

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
