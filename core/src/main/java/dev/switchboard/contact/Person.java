package dev.switchboard.contact;

import dev.switchboard.OwnerId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  /// Ids of what the person was planned for, latest last.
  public List<String> purposes() {
    return records.stream().flatMap(it -> it.purposes().stream()).distinct().sorted().toList();
  }
}
