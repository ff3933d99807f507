package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Contacts that the contract of their store is told of.
final class People {

  static final String PHONE = "+12125550101";
  static final String EMAIL = "sarah@example.org";
  static final String PURPOSE = "purpose-00000001";

  private People() {}

  static Touch touch(String send, Instant at) {
    return new Touch(send, Channel.SMS, Purpose.MARKETING, at);
  }

  /// Somebody of whom only a phone number is known.
  static Contact of(Contacts contacts, OwnerId owner, String phone) {
    return new Contact(
        contacts.idOf(owner, phone),
        Optional.empty(),
        Optional.of(phone),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Set.of(),
        0);
  }

  static Contact sarah(Contacts contacts, OwnerId owner) {
    var clue =
        new Clue(Clue.Source.PHONE, "US", Set.of(ZoneId.of("America/New_York")), Set.of("NY"));
    var consent =
        new Consent(Optional.of(Channel.SMS), Consent.Kind.WRITTEN, "form | of March", NOW);
    return new Contact(
        contacts.idOf(owner, PHONE),
        Optional.of("Sarah Lee"),
        Optional.of(PHONE),
        Optional.of(EMAIL),
        List.of(clue),
        List.of(consent),
        List.of(),
        List.of(),
        Map.of(),
        List.of(PURPOSE),
        Set.of(),
        0);
  }

  /// The contact as it is kept when that was added.
  static Contact stored(
      Contact contact,
      List<Suppression> suppressions,
      List<Touch> touches,
      Map<String, Instant> responses,
      long version) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.clues(),
        contact.consents(),
        suppressions,
        touches,
        responses,
        contact.purposes(),
        Set.of(),
        version);
  }
}
