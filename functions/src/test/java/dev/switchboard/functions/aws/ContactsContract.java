package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of contacts keeps to.
abstract class ContactsContract {

  private static final Suppression STOP =
      new Suppression(
          Optional.empty(), Optional.empty(), Suppression.Reason.OPT_OUT, "sms STOP | now", NOW);

  private final OwnerId owner = Ports.owner();

  private Contact sarah;

  abstract Contacts contacts();

  @BeforeEach
  void meet() {
    sarah = People.sarah(contacts(), owner);
  }

  @Test
  void a_planned_contact_is_found_with_all_that_was_told_of_it() {
    plan(sarah);

    assertEquals(
        Optional.of(People.stored(sarah, List.of(), List.of(), Map.of(), 1)),
        contacts().find(owner, sarah.id()));
  }

  @Test
  void a_contact_is_one_by_phone_and_by_mail() {
    plan(sarah);

    var behind = contacts().behind(owner, Set.of(People.PHONE, People.EMAIL, "nobody@example.org"));

    assertEquals(Set.of(People.PHONE, People.EMAIL), behind.keySet());
    assertEquals(behind.get(People.PHONE), behind.get(People.EMAIL));
    assertEquals(sarah.id(), behind.get(People.EMAIL).id());
    assertEquals(
        contacts().find(owner, sarah.id()),
        contacts().find(owner, contacts().idOf(owner, People.EMAIL)));
  }

  @Test
  void planning_again_adds_and_never_replaces() {
    plan(sarah);
    var more =
        People.known(
            sarah.id(),
            Optional.of("Somebody Else"),
            Optional.of(People.PHONE),
            Optional.of("other@example.org"));

    contacts().plan(owner, List.of(more), Set.of("other@example.org"), "purpose-00000002");

    var found = contacts().find(owner, sarah.id()).orElseThrow();
    assertEquals(sarah.name(), found.name());
    assertEquals(sarah.email(), found.email());
    assertEquals(sarah.clues(), found.clues());
    assertEquals(List.of(People.PURPOSE, "purpose-00000002"), found.purposes());
    assertEquals(
        sarah.id(),
        contacts().behind(owner, Set.of("other@example.org")).get("other@example.org").id());
  }

  @Test
  void planning_twice_is_planning_once_but_for_the_version() {
    plan(sarah);
    var once = contacts().find(owner, sarah.id()).orElseThrow();
    plan(sarah);
    var twice = contacts().find(owner, sarah.id()).orElseThrow();

    assertEquals(
        People.stored(once, List.of(), List.of(), Map.of(), 2),
        People.stored(twice, List.of(), List.of(), Map.of(), 2));
  }

  @Test
  void more_than_a_hundred_are_found_behind_their_addresses() {
    var people =
        IntStream.range(0, 130)
            .mapToObj(i -> People.of(contacts(), owner, "+1212555%04d".formatted(i)))
            .toList();
    var addresses = people.stream().flatMap(it -> it.phone().stream()).collect(Collectors.toSet());
    contacts().plan(owner, people, addresses, People.PURPOSE);

    assertEquals(addresses, contacts().behind(owner, addresses).keySet());
  }

  @Test
  void another_owner_knows_nobody_and_has_other_ids() {
    plan(sarah);
    var other = Ports.owner();

    assertEquals(Optional.empty(), contacts().find(other, sarah.id()));
    assertEquals(Map.of(), contacts().behind(other, Set.of(People.PHONE, People.EMAIL)));
    assertNotEquals(contacts().idOf(owner, People.PHONE), contacts().idOf(other, People.PHONE));
    assertEquals(List.of(), contacts().history(other, sarah.id()));
  }

  @Test
  void an_attempt_sees_every_opt_out_before_it_and_an_opt_out_every_attempt() {
    plan(sarah);
    var first = People.touch("send-1", NOW);
    var second = People.touch("send-2", NOW.plusSeconds(1));

    assertEquals(List.of(), contacts().touch(owner, sarah.id(), first).suppressions());
    assertEquals(List.of(first), contacts().suppress(owner, sarah.id(), STOP).touches());
    var after = contacts().touch(owner, sarah.id(), second);

    assertEquals(List.of(STOP), after.suppressions());
    assertEquals(List.of(first, second), after.touches());
  }

  @Test
  void of_an_attempt_and_an_opt_out_at_the_same_moment_one_sees_the_other() throws Exception {
    for (int i = 0; i < 30; i++) {
      var person = People.of(contacts(), owner, "+1212556%04d".formatted(i));
      plan(person);
      try (var threads = Executors.newFixedThreadPool(2)) {
        var touched =
            threads.submit(() -> contacts().touch(owner, person.id(), People.touch("send-1", NOW)));
        var stopped = threads.submit(() -> contacts().suppress(owner, person.id(), STOP));

        var seen = !touched.get().suppressions().isEmpty();
        var listed = !stopped.get().touches().isEmpty();
        assertTrue(seen != listed, "one of them is first");
      }
    }
  }

  @Test
  void what_is_noted_twice_is_noted_once() {
    plan(sarah);
    for (int i = 0; i < 2; i++) {
      contacts().touch(owner, sarah.id(), People.touch("send-1", NOW));
      contacts().suppress(owner, sarah.id(), STOP);
      contacts().respond(owner, sarah.id(), People.PURPOSE, NOW);
    }

    var found = contacts().find(owner, sarah.id()).orElseThrow();
    assertEquals(
        People.stored(
            sarah,
            List.of(STOP),
            List.of(People.touch("send-1", NOW)),
            Map.of(People.PURPOSE, NOW),
            found.version()),
        found);
    assertEquals(2, contacts().history(owner, sarah.id()).size());
  }

  @Test
  void the_earliest_response_counts() {
    plan(sarah);
    contacts().respond(owner, sarah.id(), People.PURPOSE, NOW.plusSeconds(9));
    contacts().respond(owner, sarah.id(), People.PURPOSE, NOW);
    contacts().respond(owner, sarah.id(), People.PURPOSE, NOW.plusSeconds(3));

    assertEquals(
        Map.of(People.PURPOSE, NOW), contacts().find(owner, sarah.id()).orElseThrow().responses());
  }

  @Test
  void an_attempt_taken_back_leaves_the_others() {
    plan(sarah);
    contacts().touch(owner, sarah.id(), People.touch("send-1", NOW));
    contacts().touch(owner, sarah.id(), People.touch("send-2", NOW));

    contacts().untouch(owner, sarah.id(), "send-1");
    contacts().untouch(owner, sarah.id(), "send-1");

    assertEquals(
        List.of(People.touch("send-2", NOW)),
        contacts().find(owner, sarah.id()).orElseThrow().touches());
  }

  @Test
  void many_at_once_lose_nothing() throws Exception {
    plan(sarah);
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        var touch = People.touch("send-" + i, NOW.plusSeconds(i));
        var _ = threads.submit(() -> contacts().touch(owner, sarah.id(), touch));
      }
    }

    assertEquals(40, contacts().find(owner, sarah.id()).orElseThrow().touches().size());
  }

  @Test
  void lifting_takes_away_what_stands_in_the_way_and_is_recorded() {
    plan(sarah);
    contacts().suppress(owner, sarah.id(), STOP);
    contacts().lift(owner, sarah.id(), _ -> true, "reply START", NOW.plusSeconds(60));

    assertEquals(List.of(), contacts().find(owner, sarah.id()).orElseThrow().suppressions());
    assertEquals(
        List.of("suppressed", "lifted"),
        contacts().history(owner, sarah.id()).stream().map(Contacts.Event::what).toList());
  }

  @Test
  void an_erased_contact_is_nobody_and_stays_suppressed() {
    plan(sarah);
    contacts().suppress(owner, sarah.id(), STOP);
    contacts().erase(owner, sarah.id(), "a person", NOW);

    var found = contacts().find(owner, sarah.id()).orElseThrow();
    var erased =
        new Suppression(
            Optional.empty(), Optional.empty(), Suppression.Reason.ERASED, "a person", NOW);
    assertEquals(Optional.empty(), found.name());
    assertEquals(Optional.empty(), found.phone());
    assertEquals(Optional.empty(), found.email());
    assertEquals(List.of(), found.clues());
    assertEquals(List.of(), found.consents());
    assertEquals(Set.of(STOP, erased), new HashSet<>(found.suppressions()));

    contacts().lift(owner, sarah.id(), _ -> true, "reply START", NOW);
    assertEquals(List.of(erased), contacts().find(owner, sarah.id()).orElseThrow().suppressions());
    // Ordered again by either address: still the one that must not be reached.
    assertEquals(
        List.of(erased),
        contacts().behind(owner, Set.of(People.EMAIL)).get(People.EMAIL).suppressions());
  }

  @Test
  void a_contact_planned_under_an_address_that_became_anothers_meets_its_opt_outs() {
    // Two orders at once, neither saw the other: one knows the mail only, one mail and phone.
    var mailOnly =
        People.known(
            contacts().idOf(owner, People.EMAIL),
            Optional.empty(),
            Optional.empty(),
            Optional.of(People.EMAIL));
    plan(sarah);
    contacts().plan(owner, List.of(mailOnly), Set.of(People.EMAIL), "purpose-00000002");
    contacts().suppress(owner, sarah.id(), STOP);

    assertEquals(
        List.of(STOP),
        contacts().touch(owner, mailOnly.id(), People.touch("send-1", NOW)).suppressions());
    assertEquals(
        List.of(People.PURPOSE, "purpose-00000002"),
        contacts().find(owner, sarah.id()).orElseThrow().purposes());
  }

  private void plan(Contact contact) {
    var unknown = new HashSet<String>();
    contact.phone().ifPresent(unknown::add);
    contact.email().ifPresent(unknown::add);
    unknown.removeAll(contacts().behind(owner, unknown).keySet());
    contacts().plan(owner, List.of(contact), unknown, People.PURPOSE);
  }
}
