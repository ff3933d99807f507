package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Profile;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.ContactId;
import dev.switchboard.functions.contact.ConsentFields;
import dev.switchboard.functions.contact.EmailAddresses;
import dev.switchboard.functions.contact.PhoneNumbers;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Fields.Form;
import dev.switchboard.functions.http.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads contractors, as they are imported and changed.
final class ContractorReader {

  /// The columns of a CSV, and the fields of an object beside `consent`.
  static final List<String> COLUMNS =
      List.of(
          "name",
          "phone",
          "email",
          "trades",
          "latitude",
          "longitude",
          "radius_km",
          "licensed_until",
          "insured_until",
          "established",
          "active_at",
          "capacity");

  private static final Text NAME = Text.line(1, 200);
  private static final Text ADDRESS = Text.line(1, 320);
  private static final Text TRADE =
      Text.form("[a-z0-9][a-z0-9 _-]{0,39}", "must be 1 to 40 of a-z 0-9 _ - and space");
  private static final int CONSENTS = 20;

  private ContractorReader() {}

  /// A contractor that is to be entered.
  ///
  /// @param phone E.164
  /// @param email lower case
  /// @param facts all of its profile but the id
  record Entry(
      Optional<String> name,
      Optional<String> phone,
      Optional<String> email,
      List<Clue> clues,
      List<Consent> consents,
      Facts facts) {

    Stream<String> addresses() {
      return Stream.of(phone, email).flatMap(Optional::stream);
    }
  }

  /// What a profile is made of; what is absent stays as it is, or is the default.
  record Facts(
      List<String> trades,
      Optional<Double> latitude,
      Optional<Double> longitude,
      Optional<Double> radius,
      Optional<java.time.LocalDate> licensed,
      Optional<java.time.LocalDate> insured,
      Optional<Boolean> established,
      Optional<java.time.Instant> active,
      Optional<Integer> capacity) {

    static Facts read(Fields fields) {
      return new Facts(
          fields.texts("trades", Profile.MOST_TRADES, TRADE),
          fields.number("latitude", -90, 90),
          fields.number("longitude", -180, 180),
          fields.number("radius_km", Profile.LEAST_RADIUS, Profile.MOST_RADIUS),
          fields.day("licensed_until"),
          fields.day("insured_until"),
          fields.flag("established"),
          fields.instant("active_at"),
          fields.integer("capacity", 1, Profile.MOST_CAPACITY));
    }

    /// A new profile.
    Profile profile(ContactId id) {
      return new Profile(
          id,
          trades,
          latitude.orElseThrow(),
          longitude.orElseThrow(),
          radius.orElse(Profile.RADIUS),
          licensed,
          insured,
          established.orElse(false),
          active,
          capacity.orElse(Profile.CAPACITY),
          0);
    }

    /// One that there is, changed.
    Profile changing(Profile old) {
      return new Profile(
          old.id(),
          trades.isEmpty() ? old.trades() : trades,
          latitude.orElse(old.latitude()),
          longitude.orElse(old.longitude()),
          radius.orElse(old.radius()),
          licensed.or(old::licensed),
          insured.or(old::insured),
          established.orElse(old.established()),
          active.or(old::active),
          capacity.orElse(old.capacity()),
          old.version());
    }
  }

  /// One of an import; what is wrong with it is a finding.
  ///
  /// @param form how consents are written
  static Optional<Entry> entry(Fields fields, Form form) {
    fields.require("trades", "is required: what it does");
    fields.require("latitude", "is required: where it works from");
    fields.require("longitude", "is required: where it works from");
    var clues = new ArrayList<Clue>();
    var name = fields.text("name", NAME);
    var phone = fields.text("phone", ADDRESS).flatMap(typed -> phone(fields, typed, clues));
    var email = fields.text("email", ADDRESS).flatMap(typed -> email(fields, typed));
    if (!fields.has("phone") && !fields.has("email"))
      fields.wrong("phone", "or email is required: how it is invited");
    var facts = Facts.read(fields);
    var consents =
        fields.list("consent", CONSENTS, form, it -> ConsentFields.read(it, ConsentFields.GIVEN));
    fields.close();
    return Optional.of(new Entry(name, phone, email, clues, consents, facts));
  }

  private static Optional<String> phone(Fields fields, String typed, List<Clue> clues) {
    return switch (PhoneNumbers.read(typed)) {
      case PhoneNumbers.Reading.Valid(var e164, var clue) -> {
        clues.add(clue);
        yield Optional.of(e164);
      }
      case PhoneNumbers.Reading.Invalid(var because) -> {
        fields.wrong("phone", "must be a telephone number: " + because);
        yield Optional.empty();
      }
    };
  }

  private static Optional<String> email(Fields fields, String typed) {
    return switch (EmailAddresses.read(typed)) {
      case EmailAddresses.Reading.Valid(var address) -> Optional.of(address);
      case EmailAddresses.Reading.Invalid(var because) -> {
        fields.wrong("email", "must be an e-mail address: " + because);
        yield Optional.empty();
      }
    };
  }
}
