package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is left of suppressions when some are lifted, and when the contact's data is erased.
class DynamoSuppressionsTest {

  private static final Suppression BAD =
      new Suppression(
          Optional.of(Channel.SMS),
          Optional.of(People.PHONE),
          Suppression.Reason.BAD_NUMBER,
          "outbox 21614",
          NOW);
  private static final Suppression STOP =
      new Suppression(
          Optional.empty(), Optional.empty(), Suppression.Reason.OPT_OUT, "sms STOP", NOW);

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Contacts");

  private static final Contacts contacts = People.kept(engine);

  private final OwnerId owner = Ports.owner();
  private Contact sarah;

  @BeforeEach
  void sarah() {
    sarah = People.sarah(contacts, owner);
    contacts.plan(owner, List.of(sarah), Set.of(People.PHONE, People.EMAIL), "purpose-00000001");
    contacts.suppress(owner, sarah.id(), BAD);
    contacts.suppress(owner, sarah.id(), STOP);
  }

  private List<String> history() {
    return contacts.history(owner, sarah.id()).stream().map(Contacts.Event::what).toList();
  }

  @Test
  void lifting_leaves_what_it_is_not_about() {
    contacts.lift(owner, sarah.id(), STOP::equals, "reply START", NOW.plusSeconds(60));
    contacts.lift(owner, sarah.id(), STOP::equals, "reply START", NOW.plusSeconds(70));

    assertEquals(List.of(BAD), contacts.find(owner, sarah.id()).orElseThrow().suppressions());
    assertEquals(List.of("suppressed", "suppressed", "lifted"), history());
  }

  @Test
  void a_suppressed_address_may_hold_any_character_that_addresses_have() {
    var odd =
        new Suppression(
            Optional.of(Channel.EMAIL),
            Optional.of("a|b%7C%25c@example.org"),
            Suppression.Reason.BAD_NUMBER,
            "outbox 21614",
            NOW);

    var found = contacts.suppress(owner, sarah.id(), odd).suppressions();
    assertEquals(Set.of(BAD, STOP, odd), new HashSet<>(found));
  }

  @Test
  void an_erased_contact_is_named_nowhere_and_stays_suppressed() {
    var told = "told by Sarah Lee, " + People.EMAIL + ", " + People.PHONE;
    var consent = new Consent(Optional.empty(), Consent.Kind.WRITTEN, told, NOW);
    contacts.consent(owner, sarah.id(), consent);
    var then = NOW.plusSeconds(1);

    contacts.erase(owner, sarah.id(), "a person", then);
    contacts.erase(owner, sarah.id(), "a person", then);

    var erased =
        new Suppression(
            Optional.empty(), Optional.empty(), Suppression.Reason.ERASED, "a person", then);
    var anywhere =
        new Suppression(BAD.channel(), Optional.empty(), BAD.reason(), BAD.source(), NOW);
    var found = contacts.behind(owner, Set.of(People.EMAIL)).get(People.EMAIL);
    assertEquals(Set.of(STOP, anywhere, erased), new HashSet<>(found.suppressions()));
    var kept = engine.client().scanPaginator(scan -> scan.tableName("Contacts")).items();
    for (var item : kept)
      if (item.get("pk").s().startsWith(owner.key()))
        for (var known : List.of("Sarah", People.PHONE, People.EMAIL))
          assertFalse(item.toString().contains(known), item.toString());
    assertEquals(4, history().size());
  }
}
