package dev.switchboard.local.machine.reliability;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.product.Child;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process that hosts executions is killed ten times: every one ends as planned, every call is
/// made, and none that was recorded as done is made again.
class KilledMachinesTest {

  private static final long SEED = 20261126;
  private static final int EXECUTIONS = 500;
  private static final int KILLS = 10;

  /// How much a life may write into the journal before it is killed.
  private static final int MOST_BYTES = 25_000;

  private static final long LONGEST_LIFE_MILLIS = 1_200;
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final List<Work> all = IntStream.range(0, EXECUTIONS).mapToObj(Work::new).toList();
  private final Random random = new Random(SEED);

  @Test
  void five_hundred_executions_outlive_ten_kills(@TempDir Path folder) {
    var journal = new Journal(folder.resolve("journal"));
    for (var life = 1; life <= KILLS; life++) lived(journal, folder, life * EXECUTIONS / KILLS);
    try (var last = host(folder, EXECUTIONS)) {
      assertEquals(0, last.exitCode(), last.output());
    }

    assertEquals(KILLS + 1, journal.of(Journal.LIFE).size());
    assertEquals(
        all.stream().map(work -> work.name() + " SUCCEEDED " + work.output()).collect(toSet()),
        new HashSet<>(journal.of(Journal.END)));
    assertEquals(
        all.stream().flatMap(work -> work.calls().stream()).collect(toCollection(TreeSet::new)),
        new TreeSet<>(journal.of(Journal.CALL)));
    assertEquals(List.of(), madeAgain(journal));
    assertTrue(interrupted(journal) > 0, "no kill hit a call");
  }

  /// Calls that were made although they were recorded as done.
  private static List<String> madeAgain(Journal journal) {
    var done = new HashSet<String>();
    return journal.lines().stream()
        .filter(line -> {
          if (line.startsWith(Journal.DONE + " "))
            done.add(line.substring(Journal.DONE.length() + 1));
          return line.startsWith(Journal.CALL + " ")
              && done.contains(line.substring(Journal.CALL.length() + 1));
        })
        .toList();
  }

  /// How many calls were made twice, because a kill came between them and their record.
  private static long interrupted(Journal journal) {
    var calls = journal.of(Journal.CALL);
    return calls.size() - calls.stream().distinct().count();
  }

  /// One life, until it is killed somewhere in its work.
  private void lived(Journal journal, Path folder, int executions) {
    var lives = journal.of(Journal.LIFE).size();
    try (var host = host(folder, executions)) {
      while (journal.of(Journal.LIFE).size() == lives) LockSupport.parkNanos(GLANCE_NANOS);
      var enough = journal.bytes() + random.nextInt(MOST_BYTES);
      var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_LIFE_MILLIS);
      while (journal.bytes() < enough && System.nanoTime() < end)
        LockSupport.parkNanos(GLANCE_NANOS);
      host.kill();
    }
  }

  private static Child host(Path folder, int executions) {
    return Child.start(
        folder, Host.class.getName(), List.of(folder.toString(), Integer.toString(executions)));
  }
}
