package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import dev.switchboard.functions.Ids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
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

  /// Contacts on an engine that has their table.
  static Contacts kept(DynamoEngine engine) {
    var table = new Table(engine.client(), "Contacts");
    var ids = new Ids(InstantSource.system(), new SecureRandom());
    return new DynamoContacts(table, new DynamoOwners(table, ids::secret));
  }

  /// Somebody of whom only a phone number is known.
  static Contact of(Contacts contacts, OwnerId owner, String phone) {
    return known(
        contacts.idOf(owner, phone), Optional.empty(), Optional.of(phone), Optional.empty());
  }

  /// Somebody of whom only name and addresses are known.
  static Contact known(
      ContactId id, Optional<String> name, Optional<String> phone, Optional<String> email) {
    return new Contact(
        id, name, phone, email, List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(),
        Set.of(), 0);
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
