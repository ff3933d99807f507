package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the holders of phone numbers last texted, STOP or START, whoever knows them or will.
///
/// A number is a contact of an owner that nobody is: known by a keyed hash of it, as contacts are.
/// Both words are kept with their times and the later one counts, so they may come in any order and
/// more than once.
public final class StoppedNumbers {

  /// All owners' numbers.
  public static final OwnerId EVERYONE = new OwnerId("switchboard-everyone");

  private final Contacts contacts;

  public StoppedNumbers(Contacts contacts) {
    this.contacts = contacts;
  }

  /// Notes a STOP; to be called before whoever knows the number is looked for.
  ///
  /// @return whether it stands: no START came after it
  boolean stop(String number, Suppression suppression) {
    var id = contacts.idOf(EVERYONE, number);
    return stopped(contacts.suppress(EVERYONE, id, suppression)).isPresent();
  }

  /// Notes a START.
  ///
  /// @return whether it stands: no STOP came after it
  boolean start(String number, String words, Instant at) {
    var id = contacts.idOf(EVERYONE, number);
    var consent = new Consent(Optional.empty(), Consent.Kind.EXPRESS, words, at);
    contacts.consent(EVERYONE, id, consent);
    return contacts.find(EVERYONE, id).flatMap(StoppedNumbers::stopped).isEmpty();
  }

  /// Whether a START came after `at`.
  boolean startedSince(String number, Instant at) {
    return contacts.find(EVERYONE, contacts.idOf(EVERYONE, number)).stream()
        .flatMap(it -> it.consents().stream())
        .anyMatch(start -> start.at().isAfter(at));
  }

  /// Those of the numbers that stopped, each with how.
  Map<String, Suppression> among(Set<String> numbers) {
    if (numbers.isEmpty()) return Map.of();
    return contacts.behind(EVERYONE, numbers).entrySet().stream()
        .flatMap(entry ->
            stopped(entry.getValue()).stream()
                .map(suppression -> Map.entry(entry.getKey(), suppression)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Optional<Suppression> stopped(Contact number) {
    var started = number.consents().stream().map(Consent::at).max(Comparator.naturalOrder());
    return number.suppressions().stream()
        .max(Comparator.comparing(Suppression::at))
        .filter(last -> started.filter(at -> at.isAfter(last.at())).isEmpty());
  }

  /// Has contacts that are new to an owner meet what their numbers said before; to be called after
  /// they were stored.
  ///
  /// @param unknown addresses that were new to the owner
  public void meet(OwnerId owner, List<Contact> people, Set<String> unknown) {
    var byNumber =
        people.stream()
            .filter(person -> person.phone().filter(unknown::contains).isPresent())
            .collect(
                Collectors.toMap(
                    person -> person.phone().orElseThrow(), Function.identity(), (one, _) -> one));
    among(byNumber.keySet())
        .forEach((number, suppression) ->
            contacts.suppress(owner, byNumber.get(number).id(), suppression));
  }
}
