package dev.switchboard.contact;

import dev.switchboard.OwnerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that is kept of one person: its number and its address may have become two contacts before a
/// lead came with both, and two orders that were planned at once may have made two of it.
///
/// @param records the contact that was asked for, then those that it and its addresses lead to
/// @param ids of the records, and those that the addresses had before
public record Person(List<Contact> records, Set<ContactId> ids) {

  public Person {
    records = List.copyOf(records);
    ids = Set.copyOf(ids);
  }

  /// The person behind a contact, as far as its addresses tell.
  public static Person of(Contacts contacts, OwnerId owner, Contact contact) {
    var leads = new LinkedHashSet<>(contact.others());
    contact.addresses().forEach(address -> leads.add(contacts.idOf(owner, address)));
    return of(contacts, owner, contact, leads);
  }

  /// The same, as far as the contact itself tells: all that was known when its latest lead was
  /// written down. Nothing is read for a contact that was never two.
  public static Person known(Contacts contacts, OwnerId owner, Contact contact) {
    return of(contacts, owner, contact, contact.others());
  }

  private static Person of(
      Contacts contacts, OwnerId owner, Contact contact, Set<ContactId> leads) {
    var records = new ArrayList<>(List.of(contact));
    var ids = new LinkedHashSet<>(List.of(contact.id()));
    for (var id : leads) {
      if (!ids.add(id)) continue;
      var other = contacts.find(owner, id);
      // What is found under another id is new only if nothing was found there before.
      if (other.isPresent() && (other.get().id().equals(id) || ids.add(other.get().id())))
        records.add(other.get());
    }
    return new Person(records, ids);
  }

  /// The contact that was asked for, with every clue, consent, opt-out, attempt and response of the
  /// person.
  public Contact whole() {
    var contact = records.getFirst();
    if (records.size() == 1) return contact;
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        all(Contact::clues).toList(),
        all(Contact::consents).sorted(Comparator.comparing(Consent::at)).toList(),
        all(Contact::suppressions).toList(),
        all(Contact::touches).sorted(Comparator.comparing(Touch::at)).toList(),
        all(it -> it.responses().entrySet())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one.isBefore(other) ? one : other)),
        purposes(),
        contact.others(),
        contact.version());
  }

  private <T> Stream<T> all(Function<Contact, Collection<T>> part) {
    return records.stream().flatMap(it -> part.apply(it).stream()).distinct();
  }

  /// Ids of what the person was planned for, latest last.
  public List<String> purposes() {
    return all(Contact::purposes).sorted().toList();
  }
}
