package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A contact of whom nobody keeps anything, as one worker reaches it.
///
/// @param contact as it always is
/// @param worker pauses before it notes that an attempt begins
record OneContact(Contact contact, Puppet worker) implements Contacts {

  @Override
  public Optional<Contact> find(OwnerId owner, ContactId id) {
    return Optional.of(contact).filter(it -> it.id().equals(id));
  }

  @Override
  public Map<ContactId, Contact> find(OwnerId owner, Set<ContactId> ids) {
    return ids.contains(contact.id()) ? Map.of(contact.id(), contact) : Map.of();
  }

  @Override
  public ContactId idOf(OwnerId owner, String address) {
    return contact.id();
  }

  @Override
  public Contact touch(OwnerId owner, ContactId id, Touch touch) {
    worker.pause();
    return contact;
  }

  @Override
  public void untouch(OwnerId owner, ContactId id, String send) {}

  @Override
  public void forgetTouches(OwnerId owner, ContactId id, List<Touch> touches) {}

  @Override
  public Map<String, Contact> behind(OwnerId owner, Set<String> addresses) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<ContactId> plan(
      OwnerId owner, List<Contact> contacts, Set<String> unknown, String purposeId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Contact suppress(OwnerId owner, ContactId id, List<Suppression> suppressions) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void lift(
      OwnerId owner, ContactId id, Predicate<Suppression> which, String source, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void consent(OwnerId owner, ContactId id, Consent consent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Contact respond(OwnerId owner, ContactId id, String purposeId, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Event> history(OwnerId owner, ContactId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void erase(OwnerId owner, ContactId id, String source, Instant at) {
    throw new UnsupportedOperationException();
  }
}
