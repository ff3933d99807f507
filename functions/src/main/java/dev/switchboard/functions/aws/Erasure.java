package dev.switchboard.functions.aws;

import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts.Event;
import dev.switchboard.contact.Suppression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes the name and the addresses of a contact out of the words that stay.
///
/// A suppression of one address becomes one of all addresses: the erased contact has none any more.
///
/// @param words to take out
record Erasure(Contact contact, List<String> words) {

  private static final String ERASED = "erased";

  /// Suppressions that stay in other words, as lines.
  List<String> kept() {
    return named().map(this::of).map(Lines::of).toList();
  }

  /// Suppressions that name the contact, as lines.
  List<String> gone() {
    return named().map(Lines::of).toList();
  }

  private Stream<Suppression> named() {
    return contact.suppressions().stream().filter(it -> !it.equals(of(it)));
  }

  private Suppression of(Suppression suppression) {
    return new Suppression(
        suppression.channel(),
        Optional.empty(),
        suppression.reason(),
        of(suppression.source()),
        suppression.at());
  }

  Event of(Event event) {
    var detail =
        event.what().equals("suppressed")
            ? Lines.of(of(Lines.suppression(event.detail())))
            : of(event.detail());
    return new Event(event.at(), event.what(), detail);
  }

  private String of(String text) {
    var without = text;
    for (var word : words) without = without.replace(word, ERASED);
    return without;
  }

  /// What names a contact.
  static Stream<String> words(Contact contact) {
    return Stream.concat(contact.name().stream(), contact.addresses().stream());
  }
}
