package dev.switchboard.functions.aws;

import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Touch;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Reads a contact out of its item.
final class ContactItem {

  private ContactItem() {}

  static Contact contact(Item item) {
    var pk = item.text("pk");
    return new Contact(
        new ContactId(pk.substring(pk.indexOf('#') + 1)),
        item.maybe("name"),
        item.maybe("phone"),
        item.maybe("email"),
        item.lines("clues").stream().sorted().map(Lines::clue).toList(),
        item.lines("consents").stream()
            .map(Lines::consent)
            .sorted(Comparator.comparing(Consent::at))
            .toList(),
        item.lines("suppressions").stream().sorted().map(Lines::suppression).toList(),
        item.lines("touches").stream()
            .map(Lines::touch)
            .sorted(Comparator.comparing(Touch::at))
            .toList(),
        item.lines("responses").stream()
            .map(Lines::parts)
            .collect(
                Collectors.toMap(
                    parts -> parts.get(0),
                    parts -> Instant.parse(parts.get(1)),
                    (one, other) -> one.isBefore(other) ? one : other)),
        item.lines("purposes").stream().sorted().toList(),
        item.lines("known_as").stream().map(ContactId::new).collect(Collectors.toSet()),
        item.number("version"));
  }
}
