package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Optional<LocalDate> NEXT_YEAR = Optional.of(LocalDate.parse("2027-06-30"));
  private static final Optional<Instant> LAST_MONTH = Optional.of(NOW.minus(Duration.ofDays(30)));
  private static final Optional<Instant> LONG_AGO = Optional.of(NOW.minus(Duration.ofDays(181)));

  @Test
  void tier_1_is_verified_established_and_active_lately_CAM_31() {
    assertEquals(Tier.INTERNAL, tier(NEXT_YEAR, NEXT_YEAR, true, LAST_MONTH));
    assertEquals(Tier.RETURNING, tier(Optional.empty(), NEXT_YEAR, true, LAST_MONTH));
    assertEquals(Tier.RETURNING, tier(NEXT_YEAR, Optional.empty(), true, LAST_MONTH));
    assertEquals(Tier.RETURNING, tier(NEXT_YEAR, NEXT_YEAR, false, LAST_MONTH));
  }

  @Test
  void tier_2_was_active_once_and_is_quiet_CAM_32() {
    assertEquals(Tier.RETURNING, tier(NEXT_YEAR, NEXT_YEAR, true, LONG_AGO));
    assertEquals(Tier.RETURNING, tier(NEXT_YEAR, NEXT_YEAR, true, Optional.empty()));
    assertEquals(Tier.RETURNING, tier(Optional.empty(), Optional.empty(), false, LONG_AGO));
  }

  @Test
  void tier_3_is_not_known_to_have_done_anything_CAM_33() {
    assertEquals(Tier.EXTERNAL, tier(NEXT_YEAR, NEXT_YEAR, false, Optional.empty()));
  }

  @Test
  void a_bid_counts_as_activity() {
    var bid = new Workload(Map.of(), List.of(), 1, 0, 0, LAST_MONTH, 1);
    var profile = profile(NEXT_YEAR, NEXT_YEAR, true, LONG_AGO);

    assertEquals(Tier.INTERNAL, profile.tier(bid, NOW, TODAY));
  }

  @Test
  void licence_and_insurance_hold_until_the_end_of_their_last_day() {
    var profile = profile(Optional.of(TODAY), NEXT_YEAR, true, LAST_MONTH);

    assertTrue(profile.covered(TODAY));
    assertFalse(profile.covered(TODAY.plusDays(1)));
    assertTrue(profile(Optional.empty(), Optional.empty(), false, LONG_AGO).covered(TODAY));
  }

  @Test
  void it_serves_its_trades_within_its_radius() {
    var profile = profile(NEXT_YEAR, NEXT_YEAR, true, LAST_MONTH);

    assertTrue(profile.serves("plumbing", site(40.7, -74.0)));
    assertTrue(profile.serves("plumbing", site(41.1, -74.0)));
    assertFalse(profile.serves("roofing", site(40.7, -74.0)));
    assertFalse(profile.serves("plumbing", site(41.2, -74.0)));
  }

  @Test
  void distances_go_over_the_sphere() {
    // New York (JFK) to London (LHR): 5,540 km by the great circle.
    assertEquals(5_540, Earth.kilometres(40.6413, -73.7781, 51.47, -0.4543), 10);
    assertEquals(0, Earth.kilometres(40, -74, 40, -74));
    assertEquals(22.2, Earth.kilometres(0, 179.9, 0, -179.9), 0.1);
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> at(91, 0, 50, 5));
    assertThrows(IllegalArgumentException.class, () -> at(0, -181, 50, 5));
    assertThrows(IllegalArgumentException.class, () -> at(0, 0, 201, 5));
    assertThrows(IllegalArgumentException.class, () -> at(0, 0, 50, 0));
  }

  private static Tier tier(
      Optional<LocalDate> licensed,
      Optional<LocalDate> insured,
      boolean established,
      Optional<Instant> active) {
    return profile(licensed, insured, established, active).tier(Workload.NONE, NOW, TODAY);
  }

  private static Profile profile(
      Optional<LocalDate> licensed,
      Optional<LocalDate> insured,
      boolean established,
      Optional<Instant> active) {
    return new Profile(
        new ContactId("contact-00000001"),
        List.of("plumbing", "heating"),
        40.7,
        -74.0,
        50,
        licensed,
        insured,
        established,
        active,
        5,
        0);
  }

  private static void at(double latitude, double longitude, double radius, int capacity) {
    var _ =
        new Profile(
            new ContactId("contact-00000001"),
            List.of("plumbing"),
            latitude,
            longitude,
            radius,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            capacity,
            0);
  }

  private static Site site(double latitude, double longitude) {
    return new Site(latitude, longitude, ZoneId.of("America/New_York"));
  }
}
