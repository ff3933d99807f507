package dev.switchboard.contact;

import dev.switchboard.OwnerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where contacts are kept: one record a person, on which opt-outs, responses and attempts meet.
///
/// Because an attempt and an opt-out write the same record, one of them is always first, and the
/// second sees it. Every method throws [dev.switchboard.Unavailable] when the store cannot be
/// reached.
public interface Contacts {

  /// The contact as it is now, every earlier write included.
  Optional<Contact> find(OwnerId owner, ContactId id);

  /// The contacts that there are, by the ids asked for, every earlier write included.
  Map<ContactId, Contact> find(OwnerId owner, Set<ContactId> ids);

  /// The contacts behind E.164 numbers and e-mail addresses; addresses of nobody are left out.
  Map<String, Contact> behind(OwnerId owner, Set<String> addresses);

  /// The id that a contact first known by this address has.
  ContactId idOf(OwnerId owner, String address);

  /// Notes that contacts are planned for a purpose, creating those that are new, and adds what was
  /// learned of them: names, addresses, clues, consents. What is known already stays.
  ///
  /// @param unknown those of their addresses that nobody was behind so far
  /// @return those that were erased: of them nothing is added, and nothing may be sent to them
  Set<ContactId> plan(OwnerId owner, List<Contact> contacts, Set<String> unknown, String purposeId);

  /// Notes that an attempt begins.
  ///
  /// @return the contact at that moment, this touch included, with all that is kept of the person
  ///   elsewhere
  Contact touch(OwnerId owner, ContactId id, Touch touch);

  /// Takes the touch of a send back: nobody was reached by it.
  void untouch(OwnerId owner, ContactId id, String send);

  /// Drops touches that no rule counts any more.
  void forgetTouches(OwnerId owner, ContactId id, List<Touch> touches);

  /// @return the contact at that moment: its touches may hold attempts that were already past the
  ///   gate
  default Contact suppress(OwnerId owner, ContactId id, Suppression suppression) {
    return suppress(owner, id, List.of(suppression));
  }

  /// All of them or none, whoever dies on the way: what somebody said of one channel may hold for
  /// others.
  Contact suppress(OwnerId owner, ContactId id, List<Suppression> suppressions);

  /// Lifts some of the suppressions, but never that of an erased contact.
  ///
  /// @param source who lifts them
  void lift(OwnerId owner, ContactId id, Predicate<Suppression> which, String source, Instant at);

  void consent(OwnerId owner, ContactId id, Consent consent);

  /// Notes that the contact responded to a purpose; the earliest response counts.
  Contact respond(OwnerId owner, ContactId id, String purposeId, Instant at);

  /// Everything that was ever recorded of opt-outs, consents and erasure, oldest first.
  List<Event> history(OwnerId owner, ContactId id);

  /// Forgets name, addresses, clues and consents, also where history and suppressions name them;
  /// keeps that the contact must not be reached, as the law wants opt-outs kept. It is known by its
  /// id alone, a keyed hash of its address.
  void erase(OwnerId owner, ContactId id, String source, Instant at);

  /// @param what `suppressed`, `lifted`, `consent`, `responded`
  record Event(Instant at, String what, String detail) {}
}
