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

/// All that is kept of one person: two orders that were planned at once may have made two contacts
/// of it, or have written to an address that became another contact's.
///
/// @param records the contact that was asked for, then those that its addresses lead to
/// @param ids of the records, and those that the addresses had before
public record Person(List<Contact> records, Set<ContactId> ids) {

  public Person {
    records = List.copyOf(records);
    ids = Set.copyOf(ids);
  }

  /// The person behind a contact, as far as its addresses tell.
  public static Person of(Contacts contacts, OwnerId owner, Contact contact) {
    var records = new ArrayList<>(List.of(contact));
    var ids = new LinkedHashSet<>(List.of(contact.id()));
    for (var address : contact.addresses()) {
      var id = contacts.idOf(owner, address);
      if (!ids.add(id)) continue;
      var other = contacts.find(owner, id);
      // What is found under another id is new only if nothing was found there before.
      if (other.isPresent() && (other.get().id().equals(id) || ids.add(other.get().id())))
        records.add(other.get());
    }
    return new Person(records, ids);
  }

  /// The contact that was asked for, with every attempt, response and opt-out of the person.
  public Contact whole() {
    var contact = records.getFirst();
    if (records.size() == 1) return contact;
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.clues(),
        contact.consents(),
        all(Contact::suppressions).toList(),
        all(Contact::touches).sorted(Comparator.comparing(Touch::at)).toList(),
        all(it -> it.responses().entrySet())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one.isAfter(other) ? one : other)),
        purposes(),
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
