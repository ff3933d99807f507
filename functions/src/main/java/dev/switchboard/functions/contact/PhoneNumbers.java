package dev.switchboard.functions.contact;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import dev.switchboard.contact.Clue;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads phone numbers as people type them, and tells what they say about a place; by
/// libphonenumber's data.
public final class PhoneNumbers {

  /// What was typed.
  public sealed interface Reading {

    /// A number that can be assigned and dialled.
    ///
    /// @param e164 `+12125550123`
    /// @param clue country, time zones and US states that the number leaves possible. All zones of
    ///   the numbering plan for a number without a place (toll-free); none where nothing is known
    record Valid(String e164, Clue clue) implements Reading {}

    /// @param because a sentence for a person: `phone is not a valid number: +1555 (too short)`
    record Invalid(String because) implements Reading {}
  }

  private static final String HOME = "US";

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final PhoneNumberToTimeZonesMapper ZONES =
      PhoneNumberToTimeZonesMapper.getInstance();
  private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();

  private PhoneNumbers() {}

  /// @param typed in any usual notation; without a country code it is read as of the United States
  public static Reading read(String typed) {
    if (typed.isBlank()) return new Reading.Invalid("phone is empty");
    try {
      return check(NUMBERS.parse(typed.strip(), HOME), typed);
    } catch (NumberParseException e) {
      return switch (e.getErrorType()) {
        case INVALID_COUNTRY_CODE -> invalid(typed, " (no such country code)");
        case TOO_LONG -> invalid(typed, " (too long)");
        case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> invalid(typed, " (too short)");
        case NOT_A_NUMBER -> invalid(typed, "");
      };
    }
  }

  private static Reading check(PhoneNumber number, String typed) {
    if (!NUMBERS.isValidNumber(number))
      return switch (NUMBERS.isPossibleNumberWithReason(number)) {
        case TOO_SHORT -> invalid(typed, " (too short)");
        case TOO_LONG -> invalid(typed, " (too long)");
        case IS_POSSIBLE, IS_POSSIBLE_LOCAL_ONLY, INVALID_LENGTH, INVALID_COUNTRY_CODE ->
            invalid(typed, "");
      };
    // Without its extension the number is somebody else's.
    if (number.hasExtension())
      return new Reading.Invalid(
          "phone has an extension, which is not dialled: " + Shown.of(typed));
    if (NUMBERS.getNumberType(number) == PhoneNumberType.PREMIUM_RATE)
      return new Reading.Invalid("phone is a premium-rate number: " + Shown.of(typed));
    return new Reading.Valid(NUMBERS.format(number, PhoneNumberFormat.E164), clue(number));
  }

  private static Clue clue(PhoneNumber number) {
    var region = Optional.ofNullable(NUMBERS.getRegionCodeForNumber(number)).orElse("");
    var possible =
        ZONES.getTimeZonesForNumber(number).stream()
            .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
            .map(ZoneId::of)
            .collect(toUnmodifiableSet());
    return new Clue(Clue.Source.PHONE, region, possible, states(number, region));
  }

  private static Set<String> states(PhoneNumber number, String region) {
    if (!region.equals(HOME)) return Set.of();
    return AreaNames.state(PLACES.getDescriptionForValidNumber(number, Locale.US))
        .map(Set::of)
        .orElse(Set.of());
  }

  private static Reading invalid(String typed, String reason) {
    return new Reading.Invalid("phone is not a valid number: " + Shown.of(typed) + reason);
  }
}
