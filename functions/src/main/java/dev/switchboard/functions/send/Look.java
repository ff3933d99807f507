package dev.switchboard.functions.send;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The sends of a batch, and the contacts of those that wait, as they were when it began: two
/// requests for all of them in place of two for each.
///
/// What changed since loses nothing: a claim only succeeds on the version that was seen, and the
/// gate is asked once more with the contact as the claim's touch finds it.
record Look(Map<SendId, Send> sends, Map<OwnerId, Map<ContactId, Contact>> contacts) {

  static Look at(Set<SendId> ids, Ledger ledger, Contacts contacts) {
    var sends = ledger.find(ids).stream().collect(toMap(Send::id, Function.identity()));
    var wanted =
        sends.values().stream()
            .filter(send -> send.state().waiting())
            .collect(groupingBy(Send::owner, mapping(send -> send.id().contact(), toSet())));
    var found = new HashMap<OwnerId, Map<ContactId, Contact>>();
    wanted.forEach((owner, people) -> found.put(owner, contacts.find(owner, people)));
    return new Look(sends, found);
  }

  Optional<Send> send(SendId id) {
    return Optional.ofNullable(sends.get(id));
  }

  /// Empty if it is not there any more.
  Optional<Contact> contact(Send send) {
    return Optional.ofNullable(contacts.get(send.owner()).get(send.id().contact()));
  }
}
