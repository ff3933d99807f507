package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process, ended by a signal and started again. What happens when it is killed is the
/// kill test's.
class RestartTest {

  @TempDir private Path temporary;

  @Test
  void a_second_instance_is_refused_in_one_sentence_and_a_signal_ends_the_first() {
    var folder = temporary.resolve("state");
    try (var child = Child.start(folder);
        var api = child.api();
        var second = Child.start(folder)) {
      assertEquals(1, second.exitCode());
      assertEquals(
          "Another instance runs on the folder %s: stop it, or name another folder with --state.\n"
              .formatted(folder),
          second.output());
      api.get("/health").expect(200);

      assertEquals(128 + 15, child.terminate());
      assertTrue(child.output().endsWith("at the next start.\n"), child.output());
    }
    try (var again = Child.start(folder);
        var api = again.api()) {
      api.get("/health").expect(200);
    }
  }
}
