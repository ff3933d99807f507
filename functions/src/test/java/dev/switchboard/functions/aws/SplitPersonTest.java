package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Person;
import dev.switchboard.contact.Suppression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One person whom two orders that were planned at the same time know by different addresses.
class SplitPersonTest {

  private static final Suppression STOP =
      new Suppression(
          Optional.empty(), Optional.empty(), Suppression.Reason.OPT_OUT, "sms STOP", NOW);

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Contacts");

  private static final Contacts contacts = People.kept(engine);

  private final OwnerId owner = Ports.owner();

  private Contact both;
  private Contact mail;

  @BeforeEach
  void meet() {
    both = People.sarah(contacts, owner);
    mail = contact(People.EMAIL, Optional.empty(), Optional.of(People.EMAIL), Set.of());
  }

  private void planMail() {
    contacts.plan(owner, List.of(mail), Set.of(People.EMAIL), "purpose-00000002");
  }

  private void planBoth() {
    contacts.plan(owner, List.of(both), Set.of(People.PHONE, People.EMAIL), People.PURPOSE);
  }

  private Contact find(Contact contact) {
    return contacts.find(owner, contact.id()).orElseThrow();
  }

  @Test
  void what_the_person_wants_reaches_both_halves() {
    planMail();
    planBoth();
    var revoked = new Consent(Optional.empty(), Consent.Kind.REVOKED, "told", NOW);

    contacts.suppress(owner, both.id(), STOP);
    contacts.respond(owner, both.id(), People.PURPOSE, NOW);
    contacts.consent(owner, both.id(), revoked);

    assertEquals(List.of(STOP), find(mail).suppressions());
    assertEquals(Map.of(People.PURPOSE, NOW), find(mail).responses());
    assertEquals(List.of(revoked), find(mail).consents());

    contacts.lift(owner, both.id(), _ -> true, "reply START", NOW);
    assertEquals(List.of(), find(mail).suppressions());
    assertEquals(List.of(), find(both).suppressions());
  }

  @Test
  void an_attempt_at_one_half_counts_for_the_other() {
    planMail();
    planBoth();
    var first = People.touch("send-1", NOW);
    var second = People.touch("send-2", NOW.plusSeconds(1));
    contacts.suppress(owner, mail.id(), STOP);

    contacts.touch(owner, mail.id(), first);
    var after = contacts.touch(owner, both.id(), second);

    assertEquals(List.of(first, second), after.touches());
    assertEquals(List.of(STOP), after.suppressions());
    assertEquals(List.of(first, second), find(mail).touches());

    contacts.untouch(owner, both.id(), "send-2");
    assertEquals(List.of(first), find(mail).touches());
    assertEquals(List.of(first), find(both).touches());
  }

  @Test
  void who_turns_out_to_be_one_person_is_one_in_both_directions() {
    var phone = contact(People.PHONE, Optional.of(People.PHONE), Optional.empty(), Set.of());
    contacts.plan(owner, List.of(phone), Set.of(People.PHONE), People.PURPOSE);
    planMail();
    contacts.suppress(owner, phone.id(), STOP);
    var revoked = new Consent(Optional.empty(), Consent.Kind.REVOKED, "told", NOW);

    // A lead comes with both.
    var known = Set.of(mail.id());
    var met = contact(People.PHONE, Optional.of(People.PHONE), Optional.of(People.EMAIL), known);
    contacts.plan(owner, List.of(met), Set.of(), "purpose-00000003");
    contacts.consent(owner, mail.id(), revoked);

    for (var half : List.of(phone, mail)) {
      var whole = contacts.touch(owner, half.id(), People.touch("send-1", NOW));
      assertEquals(List.of(STOP), whole.suppressions());
      assertEquals(List.of(revoked), whole.consents());
    }
    contacts.erase(owner, mail.id(), "a person", NOW);
    assertNothingOfThePerson();
  }

  private Contact contact(
      String first, Optional<String> phone, Optional<String> email, Set<ContactId> others) {
    return new Contact(
        contacts.idOf(owner, first),
        Optional.of("Sally Lee"),
        phone,
        email,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        others,
        0);
  }

  @Test
  void both_halves_are_erased() {
    planMail();
    planBoth();
    contacts.suppress(
        owner,
        mail.id(),
        new Suppression(
            Optional.empty(),
            Optional.empty(),
            Suppression.Reason.OWNER,
            "asked by Sally Lee",
            NOW));

    contacts.erase(owner, both.id(), "a person", NOW);

    assertNothingOfThePerson();
    assertEquals(
        List.of(Suppression.erased("a person", NOW)),
        find(mail).suppressions().stream()
            .filter(it -> it.reason() == Suppression.Reason.ERASED)
            .toList());
  }

  @Test
  void nothing_stays_behind_an_address_that_was_written_after_it_became_the_others() {
    planBoth();
    planMail();

    contacts.erase(owner, both.id(), "a person", NOW);

    assertNothingOfThePerson();
    assertEquals(both.id(), find(mail).id());
  }

  private void assertNothingOfThePerson() {
    for (var word : List.of("Lee", People.PHONE, People.EMAIL))
      assertEquals(
          List.of(),
          engine.client().scan(scan -> scan.tableName("Contacts")).items().stream()
              .filter(item -> item.get("pk").s().startsWith(owner.key()))
              .filter(item -> item.toString().contains(word))
              .toList(),
          word);
  }

  @Test
  void all_that_is_kept_of_the_person_is_found_under_its_ids() {
    planMail();
    planBoth();

    var person = Person.of(contacts, owner, find(both));

    assertEquals(Set.of(both.id(), mail.id()), person.ids());
    assertEquals(List.of(People.PURPOSE, "purpose-00000002"), person.purposes());
    assertEquals(List.of(find(both), find(mail)), person.records());
  }
}
