package dev.switchboard.local.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Campaigns on contractors of their own, and a fifth as many on a pool that they share, while the
/// process that hosts them is killed five times: each ends as in a run that nobody disturbs.
class KilledCampaignsTest {

  /// How many; more with `-Dcontest.campaigns=200`.
  private static final int CAMPAIGNS = Integer.getInteger("contest.campaigns", 20);

  private static final Contest CONTEST = new Contest(CAMPAIGNS, CAMPAIGNS / 5, 20261126);
  private static final int KILLS = 5;

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
  void campaigns_end_as_if_nobody_had_killed_their_host() throws IOException {
    var undisturbed = undisturbed();
    try (var run = new ContestRun(CONTEST, Files.createDirectory(folder.resolve("killed")))) {
      run.run(KILLS);
      var endings = own(run.endings());

      assertEquals(
          Map.of(), differences(own(undisturbed), endings), "campaigns that a kill has changed");
      var late = endings.values().stream().filter(Ending::late).count();
      System.out.printf(
          "%d of %d campaigns had an invitation cut off by a kill%n", late, endings.size());
      assertTrue(late < endings.size() / 2, "too many to compare: " + late);
      onceEach(run);
      withinCap(run);
    }
  }

  private Map<Integer, Ending> undisturbed() throws IOException {
    try (var run = new ContestRun(CONTEST, Files.createDirectory(folder.resolve("undisturbed")))) {
      run.run(0);
      var endings = run.endings();
      var states = endings.values().stream().map(Ending::state).collect(Collectors.toSet());
      assertEquals(Set.of("filled", "expired"), states);
      assertEquals(Set.of(), ids(endings, CONTEST.own()));
      onceEach(run);
      withinCap(run);
      return endings;
    }
  }

  /// Those campaigns with contractors of their own that are missing.
  private static Set<Integer> ids(Map<Integer, Ending> endings, int own) {
    var missing = new HashSet<Integer>();
    for (int number = 0; number < own; number++)
      if (!endings.containsKey(number)) missing.add(number);
    return missing;
  }

  private static Map<Integer, Ending> own(Map<Integer, Ending> endings) {
    var own = new TreeMap<>(endings);
    own.keySet().removeIf(number -> number >= CONTEST.own());
    return own;
  }

  /// The endings that are not as they were to be, each beside that. Of a campaign with a late
  /// invitation only the rough course must be the same: what comes back later may change by a
  /// contractor whom a check-in adds.
  private static Map<Integer, List<Ending>> differences(
      Map<Integer, Ending> wanted, Map<Integer, Ending> endings) {
    var differences = new TreeMap<Integer, List<Ending>>();
    endings.forEach((number, ending) -> {
      var other = wanted.get(number);
      var same = ending.late() ? ending.roughly().equals(other.roughly()) : ending.equals(other);
      if (!same) differences.put(number, List.of(other, ending));
    });
    return differences;
  }

  private static void onceEach(ContestRun run) {
    var taken = run.taken();
    var sends = taken.stream().map(Books.Call::id).collect(Collectors.toSet());
    assertEquals(sends.size(), taken.size(), "a message left twice");
    run.endings()
        .forEach((number, ending) -> {
          var once = new HashSet<>(ending.checkIns());
          assertEquals(once.size(), ending.checkIns().size(), "a check-in of " + number);
        });
  }

  private static void withinCap(ContestRun run) {
    for (var contractor : run.contractors()) {
      var asked = contractor.path("asked");
      assertTrue(asked.path("last_week").asInt() <= 3, contractor.toString());
      assertEquals(0, asked.path("open_campaigns").asInt(), contractor.toString());
    }
  }
}
