package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.campaign.CampaignSettings.Fatigue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RotationTest {

  private static final Instant NOW = Running.START;
  private static final Fatigue FATIGUE = CampaignSettings.DEFAULT.fatigue();

  @Test
  void fewest_invitations_come_first_then_the_longest_ago_then_the_nearest_then_the_id() {
    var twice = contractor(1, Tier.INTERNAL, 1, 10, 20);
    var lately = contractor(2, Tier.INTERNAL, 1, 8);
    var longAgo = contractor(3, Tier.INTERNAL, 9, 25);
    var far = contractor(5, Tier.INTERNAL, 7);
    var near = contractor(6, Tier.INTERNAL, 2);
    var alsoNear = contractor(4, Tier.INTERNAL, 2);
    var external = contractor(0, Tier.EXTERNAL, 0);

    assertEquals(
        List.of(4, 6, 5, 3, 2, 1, 0),
        numbers(List.of(external, twice, lately, longAgo, far, near, alsoNear)));
  }

  @Test
  void invitations_of_more_than_28_days_ago_are_not_counted_but_are_the_last() {
    var never = contractor(2, Tier.INTERNAL, 9);
    var once = contractor(1, Tier.INTERNAL, 1, 29);

    assertEquals(List.of(2, 1), numbers(List.of(once, never)));
  }

  /// At most three a week, over all campaigns.
  @Test
  void who_was_invited_three_times_in_seven_days_is_left_in_peace() {
    var tired = contractor(1, Tier.INTERNAL, 1, 1, 2, 6);
    var rested = contractor(2, Tier.INTERNAL, 1, 1, 2, 7);

    assertEquals(List.of(2), numbers(List.of(tired, rested)));
  }

  @Test
  void the_order_in_which_they_are_found_does_not_matter() {
    Cases.check(
        200,
        random -> {
          var contractors = new ArrayList<Contractor>();
          for (int i = 0; i < 12; i++)
            contractors.add(
                contractor(
                    i, Tier.ALL.get(random.nextInt(3)), random.nextInt(3), random.nextInt(40)));
          var ranked = numbers(contractors);
          Collections.shuffle(contractors, random);
          assertEquals(ranked, numbers(contractors));
        });
  }

  @Test
  void a_year_of_campaigns_asks_all_of_a_tier_nearly_equally_often() {
    var invited = new HashMap<Integer, List<Instant>>();
    for (int day = 0; day < 360; day++) {
      var today = NOW.plus(Duration.ofDays(day));
      var available =
          Stream.iterate(0, i -> i + 1)
              .limit(20)
              .map(i -> contractor(i, invited.getOrDefault(i, List.of())))
              .toList();
      for (var chosen : Rotation.ranked(available, FATIGUE, today).subList(0, 6))
        invited.merge(
            number(chosen),
            List.of(today),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    var counts = invited.values().stream().map(List::size).sorted().toList();

    assertEquals(20, counts.size());
    assertTrue(counts.getLast() <= counts.getFirst() * 1.15, counts::toString);
  }

  private static List<Integer> numbers(List<Contractor> contractors) {
    return Rotation.ranked(contractors, FATIGUE, NOW).stream().map(RotationTest::number).toList();
  }

  private static int number(Candidate candidate) {
    return Integer.parseInt(candidate.contractor().value().substring(10));
  }

  private static Contractor contractor(int number, Tier tier, double kilometres, int... daysAgo) {
    var invited =
        Arrays.stream(daysAgo).mapToObj(days -> NOW.minus(Duration.ofDays(days))).toList();
    return new Contractor(Contractors.id(number), tier, 0.5, NOW, kilometres, invited);
  }

  private static Contractor contractor(int number, List<Instant> invited) {
    return new Contractor(Contractors.id(number), Tier.RETURNING, 0.5, NOW, 1, invited);
  }
}
