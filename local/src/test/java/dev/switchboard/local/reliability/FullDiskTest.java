package dev.switchboard.local.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The file of the tables can grow no more while orders come in and messages leave: callers are
/// told to try again, nothing leaves, and it goes on by itself once there is room.
class FullDiskTest {

  private static final long SEED = 20261126;

  /// Less than what the orders need.
  private static final long KILOBYTES = 1_500;

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
  void nobody_is_lost_and_nobody_contacted_twice_when_the_disk_is_full_for_a_while()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "no prlimit to make room with");
    var plan = new KillPlan(600, 6, SEED, 0.06, true);

    var result = new KillRun(plan, folder, System.out::println).runOnFullDisk(KILOBYTES);

    result.lines().forEach(System.out::println);
    assertEquals(List.of(), result.audit().violations());
  }
}
