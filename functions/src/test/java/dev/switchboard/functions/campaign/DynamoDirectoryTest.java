package dev.switchboard.functions.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.Profile;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Standing;
import dev.switchboard.campaign.Workload;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.Rules;
import dev.switchboard.functions.aws.DynamoContacts;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.aws.DynamoOwners;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDirectoryTest {

  @RegisterExtension
  private static final DynamoEngine engine =
      new DynamoEngine("Contractors", "Contacts", "Campaigns");

  private static final OwnerId ACME = new OwnerId("acme");
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private final Directory directory =
      new DynamoDirectory(new Table(engine.client(), "Contractors"));

  @Test
  void what_was_entered_is_found_by_its_owner_only() {
    var profile = profile(1, 40.7, -74, 50, "painting");

    assertTrue(directory.put(ACME, profile));
    assertEquals(Optional.of(profile.at(1)), directory.find(ACME, profile.id()));
    assertEquals(Optional.empty(), directory.find(new OwnerId("globex"), profile.id()));
    assertEquals(List.of(), directory.serving(new OwnerId("globex"), "painting", site(40.7, -74)));
  }

  @Test
  void a_change_of_what_is_not_as_it_was_is_refused() {
    var profile = profile(2, 40.7, -74, 50, "welding");
    assertTrue(directory.put(ACME, profile));

    assertFalse(directory.put(ACME, profile));
    assertTrue(directory.put(ACME, profile.at(1)));
  }

  @Test
  void who_moves_away_or_is_taken_out_serves_no_more() {
    var profile = profile(3, 40.7, -74, 20, "roofing");
    directory.put(ACME, profile);
    directory.put(ACME, profile(3, 34.05, -118.2, 20, "roofing").at(1));

    assertEquals(List.of(), directory.serving(ACME, "roofing", site(40.7, -74)));
    assertEquals(1, directory.serving(ACME, "roofing", site(34.05, -118.2)).size());
    directory.remove(ACME, profile.id());
    assertEquals(List.of(), directory.serving(ACME, "roofing", site(34.05, -118.2)));
    assertEquals(Optional.empty(), directory.find(ACME, profile.id()));
  }

  @Test
  void a_query_finds_whom_a_look_at_all_of_them_finds() {
    var random = new SplittableRandom(20261126);
    var all = new ArrayList<Profile>();
    for (int number = 0; number < 150; number++)
      all.add(
          profile(
              1_000 + number,
              random.nextDouble(-90, 90),
              random.nextBoolean() ? random.nextDouble(-180, 180) : random.nextDouble(179, 180),
              random.nextDouble(1, 200),
              "drilling"));
    Parallel.each(all, profile -> directory.put(ACME, profile));

    for (int place = 0; place < 300; place++) {
      var near = all.get(random.nextInt(all.size()));
      var site =
          site(
              Math.clamp(near.latitude() + random.nextDouble(-2, 2), -90, 90),
              Math.clamp(near.longitude() + random.nextDouble(-4, 4), -180, 180));
      assertEquals(
          ids(all.stream().filter(profile -> profile.serves("drilling", site)).toList()),
          ids(directory.serving(ACME, "drilling", site)),
          site.toString());
    }
  }

  @Test
  void the_list_goes_on_where_it_ended() {
    var owner = new OwnerId("lister");
    for (int number = 1; number <= 5; number++)
      directory.put(owner, profile(number, 0, 0, 10, number % 2 == 0 ? "even" : "odd"));

    var first = directory.list(owner, Optional.empty(), Optional.empty(), 3);
    var rest = directory.list(owner, Optional.empty(), Optional.of(first.getLast().id()), 3);
    assertEquals(List.of(id(1), id(2), id(3)), first.stream().map(Profile::id).toList());
    assertEquals(List.of(id(4), id(5)), rest.stream().map(Profile::id).toList());
    assertEquals(
        List.of(id(1), id(3)),
        directory.list(owner, Optional.of("odd"), Optional.empty(), 2).stream()
            .map(Profile::id)
            .toList());
  }

  @Test
  void however_many_reserve_at_once_capacity_and_weekly_cap_hold() {
    var contacts = new Table(engine.client(), "Contacts");
    var crew =
        new DirectoryCrew(
            directory,
            new DynamoContacts(contacts, new DynamoOwners(contacts, () -> "secret")),
            new Gate(Rules.shipped()),
            new DynamoCampaigns(new Table(engine.client(), "Campaigns")));
    directory.put(ACME, profile(50, 40.7, -74, 50, "tiling"));

    var taken =
        Parallel.map(
            IntStream.range(0, 30).boxed().toList(),
            number -> crew.reserve(ACME, id(50), campaign(number), NOW));

    assertEquals(2, taken.stream().filter(it -> it).count());
    assertEquals(2, directory.workload(ACME, id(50)).open().size());
    for (int number = 0; number < 30; number++)
      crew.release(ACME, id(50), campaign(number), Standing.OUT, NOW);
    assertEquals(2, directory.workload(ACME, id(50)).silent());
    assertTrue(crew.reserve(ACME, id(50), campaign(40), NOW));
    // Three within a week are enough, though capacity is left.
    assertFalse(crew.reserve(ACME, id(50), campaign(41), NOW));
    assertTrue(crew.reserve(ACME, id(50), campaign(40), NOW));
  }

  @Test
  void a_workload_is_read_as_it_was_stored() {
    var load =
        Workload.NONE
            .reserved(campaign(1), NOW)
            .released(campaign(1), Standing.BID, NOW)
            .reserved(campaign(2), NOW);
    // As if every step had been stored.
    var stored = new Workload(load.open(), load.invited(), 1, 0, 0, load.bid(), 1);
    assertTrue(directory.change(ACME, id(60), Workload.NONE, stored));

    assertEquals(stored, directory.workload(ACME, id(60)));
    assertEquals(stored, directory.workloads(ACME, List.of(id(60), id(61))).get(id(60)));
    assertFalse(directory.change(ACME, id(60), Workload.NONE, stored));
  }

  private static Set<ContactId> ids(List<Profile> profiles) {
    return profiles.stream().map(Profile::id).collect(Collectors.toSet());
  }

  private static Profile profile(
      int number, double latitude, double longitude, double radius, String trade) {
    return new Profile(
        id(number),
        List.of(trade),
        latitude,
        longitude,
        radius,
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.of(NOW),
        2,
        0);
  }

  private static ContactId id(int number) {
    return new ContactId("contact-%08d".formatted(number));
  }

  private static PurposeId campaign(int number) {
    return new PurposeId("campaign-%07d".formatted(number));
  }

  private static Site site(double latitude, double longitude) {
    return new Site(latitude, longitude, ZoneOffset.UTC);
  }
}
