package dev.switchboard.functions.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Rules;
import dev.switchboard.contact.SendingHours;
import dev.switchboard.functions.contact.PhoneNumbers.Reading.Invalid;
import dev.switchboard.functions.contact.PhoneNumbers.Reading.Valid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {

  private static final Rules RULES = Rules.shipped();

  @Test
  void a_number_is_read_in_any_usual_notation() {
    var newYork = new Valid("+12125550123", phone("US", Set.of("America/New_York"), Set.of("NY")));
    for (var typed :
        List.of(
            "+12125550123",
            "2125550123",
            "(212) 555-0123",
            "1-212-555-0123",
            " +1 212 555 0123 ",
            "tel:+12125550123",
            "212.555.0123")) assertEquals(newYork, PhoneNumbers.read(typed), typed);
  }

  @Test
  void every_sample_number_is_valid() {
    for (int last = 100; last < 200; last++)
      assertInstanceOf(Valid.class, PhoneNumbers.read("+1 212 555 0" + last));
  }

  @Test
  void a_wrong_number_is_told() {
    assertEquals(invalid("+1555 (too short)"), PhoneNumbers.read("+1555"));
    assertEquals(invalid("+15551234567"), PhoneNumbers.read("+15551234567"));
    assertEquals(invalid("+121255501234 (too long)"), PhoneNumbers.read("+121255501234"));
    assertEquals(invalid("+999123456 (no such country code)"), PhoneNumbers.read("+999123456"));
    assertEquals(invalid("call me"), PhoneNumbers.read("call me"));
    assertEquals(invalid("x?y"), PhoneNumbers.read("x\ny"));
    assertEquals(new Invalid("phone is empty"), PhoneNumbers.read("  "));
    assertEquals(invalid("9".repeat(60) + "… (too long)"), PhoneNumbers.read("9".repeat(200)));
    assertEquals(
        new Invalid("phone has an extension, which is not dialled: 212 555 0123 x5"),
        PhoneNumbers.read("212 555 0123 x5"));
    assertEquals(
        new Invalid("phone is a premium-rate number: +19002345678"),
        PhoneNumbers.read("+19002345678"));
  }

  @Test
  void an_area_names_its_state_and_all_its_zones() {
    assertEquals(phone("US", Set.of("America/New_York"), Set.of("FL")), clue("+13055550123"));
    assertEquals(phone("US", Set.of("America/Chicago"), Set.of("FL")), clue("+18504445555"));
    assertEquals(
        phone("US", Set.of("America/Boise", "America/Los_Angeles"), Set.of("ID")),
        clue("+12085550123"));
    assertEquals(phone("US", Set.of("America/Los_Angeles"), Set.of("WA")), clue("+12065550123"));
    assertEquals(phone("US", Set.of("America/New_York"), Set.of("DC")), clue("+12025550123"));
    assertEquals(phone("PR", Set.of("America/Puerto_Rico"), Set.of()), clue("+17875550100"));
    assertEquals(phone("GB", Set.of("Europe/London"), Set.of()), clue("+442079460000"));
    assertEquals(phone("001", Set.of(), Set.of()), clue("+882161234567"));
  }

  @Test
  void every_area_of_the_united_states_that_has_a_place_has_a_state() {
    var numbers = PhoneNumberUtil.getInstance();
    var geocoder = PhoneNumberOfflineGeocoder.getInstance();
    var stateless = new TreeSet<String>();
    for (int area = 200; area < 1_000; area++) {
      var number =
          new PhoneNumber().setCountryCode(1).setNationalNumber(area * 10_000_000L + 5_550_123);
      if (!"US".equals(numbers.getRegionCodeForNumber(number))) continue;
      var place = geocoder.getDescriptionForValidNumber(number, Locale.US);
      var state = AreaNames.state(place);
      if (state.isEmpty()) stateless.add(place);
      else assertEquals(Optional.of(true), state.map(RULES.states()::containsKey), place);
    }
    assertEquals(Set.of("", "United States"), stateless);
  }

  @Test
  void a_toll_free_number_leaves_the_hour_that_suits_the_whole_numbering_plan() {
    var clues = List.of(clue("+18005550123"));
    var hours = SendingHours.of(RULES, Channel.SMS, Purpose.MARKETING, clues);

    assertEquals(
        Optional.of(Instant.parse("2026-01-14T22:00:00Z")),
        hours.opening(Instant.parse("2026-01-14T12:00:00Z")));
    assertEquals(Optional.empty(), hours.opening(Instant.parse("2026-07-14T12:00:00Z")));
  }

  private static Clue clue(String number) {
    return ((Valid) PhoneNumbers.read(number)).clue();
  }

  private static Clue phone(String region, Set<String> zones, Set<String> states) {
    return new Clue(
        Clue.Source.PHONE, region, Set.copyOf(zones.stream().map(ZoneId::of).toList()), states);
  }

  private static Invalid invalid(String rest) {
    return new Invalid("phone is not a valid number: " + rest);
  }
}
