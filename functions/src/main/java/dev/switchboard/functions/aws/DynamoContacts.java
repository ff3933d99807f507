package dev.switchboard.functions.aws;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.ContactIds;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Owners;
import dev.switchboard.contact.Person;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Contacts in DynamoDB: one item a person, and one beside it for each further address, which
/// points to it.
///
/// What comes and goes (touches, suppressions, responses, consents) are sets of lines: added and
/// removed by one write without reading, twice as well as once. Each such write answers with the
/// whole item as it then is.
public final class DynamoContacts implements Contacts {

  private static final String SK = "contact";

  private final Table table;
  private final Owners owners;

  public DynamoContacts(Table table, Owners owners) {
    this.table = table;
    this.owners = owners;
  }

  @Override
  public Optional<Contact> find(OwnerId owner, ContactId id) {
    var found = table.get(pk(owner, id), SK);
    var target = found.flatMap(item -> item.maybe("same_as"));
    if (target.isPresent()) found = table.get(pk(owner, new ContactId(target.get())), SK);
    return found.map(ContactItem::contact);
  }

  @Override
  public Map<String, Contact> behind(OwnerId owner, Set<String> addresses) {
    var ids =
        addresses.stream()
            .collect(Collectors.toMap(Function.identity(), address -> idOf(owner, address)));
    var contacts = find(owner, new HashSet<>(ids.values()));
    var found = new HashMap<String, Contact>();
    ids.forEach((address, id) -> {
      if (contacts.containsKey(id)) found.put(address, contacts.get(id));
    });
    return found;
  }

  @Override
  public Map<ContactId, Contact> find(OwnerId owner, Set<ContactId> ids) {
    var items = read(owner, ids);
    var targets =
        items.values().stream()
            .flatMap(item -> item.maybe("same_as").stream())
            .map(ContactId::new)
            .filter(id -> !items.containsKey(id.value()))
            .collect(Collectors.toSet());
    items.putAll(read(owner, targets));
    var found = new HashMap<ContactId, Contact>();
    for (var id : ids) {
      var item = Optional.ofNullable(items.get(id.value()));
      var target = item.flatMap(it -> it.maybe("same_as")).map(items::get);
      target.or(() -> item).map(ContactItem::contact).ifPresent(it -> found.put(id, it));
    }
    return found;
  }

  private Map<String, Item> read(OwnerId owner, Collection<ContactId> ids) {
    var keys = ids.stream().map(id -> Table.key(pk(owner, id), SK)).toList();
    return table.get(keys, true).stream()
        .collect(
            Collectors.toMap(
                item -> item.text("pk").substring(item.text("pk").indexOf('#') + 1),
                Function.identity(),
                (first, _) -> first,
                HashMap::new));
  }

  @Override
  public ContactId idOf(OwnerId owner, String address) {
    return ContactIds.of(owners.of(owner), address);
  }

  @Override
  public Set<ContactId> plan(
      OwnerId owner, List<Contact> contacts, Set<String> unknown, String purposeId) {
    var erased = ConcurrentHashMap.<ContactId>newKeySet();
    Parallel.each(
        contacts,
        contact -> {
          var stored = plan(owner, contact, purposeId);
          if (stored.erased()) {
            // The answer shows every erasure before it: what it took away does not come back.
            for (var id : Set.copyOf(List.of(contact.id(), stored.id())))
              table.update(pk(owner, id), SK, forgetting().update());
            erased.add(contact.id());
          }
          link(owner, contact.id(), contact.others());
          point(owner, contact, unknown);
        });
    return erased;
  }

  private static ContactChange forgetting() {
    return new ContactChange().forget("name", "phone", "email", "clues", "consents");
  }

  private Contact plan(OwnerId owner, Contact contact, String purposeId) {
    var change = new ContactChange();
    contact.name().ifPresent(name -> change.keep("name", name));
    contact.phone().ifPresent(phone -> change.keep("phone", phone));
    contact.email().ifPresent(email -> change.keep("email", email));
    change.add("clues", contact.clues().stream().map(Lines::of).toList());
    change.add("consents", contact.consents().stream().map(Lines::of).toList());
    change.add("purposes", List.of(purposeId));
    return change(owner, contact.id(), change);
  }

  /// After the contact itself: an address never points to nobody.
  private void point(OwnerId owner, Contact contact, Set<String> unknown) {
    for (var address : contact.addresses()) {
      var id = idOf(owner, address);
      if (!unknown.contains(address) || id.equals(contact.id())) continue;
      var pointer = Item.of(pk(owner, id), SK).text("same_as", contact.id().value()).done();
      // Somebody was faster: another order that was planned at the same time.
      if (!table.insert(pointer))
        find(owner, id).map(Contact::id).ifPresent(it -> link(owner, contact.id(), Set.of(it)));
    }
  }

  /// Notes at each that the other is the same person.
  private void link(OwnerId owner, ContactId id, Set<ContactId> others) {
    for (var other : others) {
      if (other.equals(id)) continue;
      change(owner, id, new ContactChange().add("known_as", List.of(other.value())));
      change(owner, other, new ContactChange().add("known_as", List.of(id.value())));
    }
  }

  @Override
  public Contact touch(OwnerId owner, ContactId id, Touch touch) {
    var change = new ContactChange().add("touches", List.of(Lines.of(touch)));
    var contact = change(owner, id, change);
    // Links are written before the sends that follow from them.
    var person = Person.known(this, owner, contact);
    // Each answer of a write shows the touches before it: of two halves one sees the other's.
    var records =
        person.records().stream()
            .map(one -> one.id().equals(contact.id()) ? contact : change(owner, one.id(), change))
            .toList();
    return new Person(records, person.ids()).whole();
  }

  @Override
  public void untouch(OwnerId owner, ContactId id, String send) {
    var own =
        find(owner, id).stream()
            .flatMap(contact -> contact.touches().stream())
            .filter(touch -> touch.send().equals(send))
            .toList();
    if (!own.isEmpty()) forgetTouches(owner, id, own);
  }

  @Override
  public void forgetTouches(OwnerId owner, ContactId id, List<Touch> touches) {
    var lines = touches.stream().map(Lines::of).toList();
    changeAll(owner, id, new ContactChange().remove("touches", lines));
  }

  @Override
  public Contact suppress(OwnerId owner, ContactId id, List<Suppression> suppressions) {
    for (var one : suppressions) record(owner, id, one.at(), "suppressed", Lines.of(one));
    var lines = suppressions.stream().map(Lines::of).toList();
    return changeAll(owner, id, new ContactChange().add("suppressions", lines));
  }

  @Override
  public void lift(
      OwnerId owner, ContactId id, Predicate<Suppression> which, String source, Instant at) {
    var contact = find(owner, id);
    if (contact.isEmpty()) return;
    for (var one : Person.of(this, owner, contact.get()).records())
      lift(owner, one, which, source, at);
  }

  private void lift(
      OwnerId owner, Contact contact, Predicate<Suppression> which, String source, Instant at) {
    var lines =
        contact.suppressions().stream()
            .filter(it -> it.reason() != Suppression.Reason.ERASED)
            .filter(which)
            .map(Lines::of)
            .toList();
    if (lines.isEmpty()) return;
    record(owner, contact.id(), at, "lifted", source);
    change(owner, contact.id(), new ContactChange().remove("suppressions", lines));
  }

  @Override
  public void consent(OwnerId owner, ContactId id, Consent consent) {
    var line = Lines.of(consent);
    record(owner, id, consent.at(), "consent", line);
    changeAll(owner, id, new ContactChange().add("consents", List.of(line)));
  }

  @Override
  public Contact respond(OwnerId owner, ContactId id, String purposeId, Instant at) {
    record(owner, id, at, "responded", purposeId);
    return changeAll(
        owner, id, new ContactChange().add("responses", List.of(Lines.of(purposeId, at))));
  }

  @Override
  public List<Event> history(OwnerId owner, ContactId id) {
    return table.under(pk(owner, id), "event#").stream().map(DynamoContacts::history).toList();
  }

  private static Event history(Item item) {
    return new Event(item.instant("at"), item.text("what"), item.text("detail"));
  }

  @Override
  public void erase(OwnerId owner, ContactId id, String source, Instant at) {
    var contact = suppress(owner, id, Suppression.erased(source, at));
    var person = Person.of(this, owner, contact);
    var words = person.records().stream().flatMap(Erasure::words).distinct().toList();
    // Last, so that an erasure that was cut off knows what to look for when it runs again.
    person.ids().stream()
        .filter(other -> !other.equals(contact.id()))
        .forEach(other -> erase(owner, other, words));
    erase(owner, contact.id(), words);
  }

  /// Also behind an address that points elsewhere: what was planned under it is written there too.
  private void erase(OwnerId owner, ContactId id, List<String> words) {
    var item = table.get(pk(owner, id), SK);
    if (item.isEmpty()) return;
    var contact = ContactItem.contact(item.get());
    var erasure = new Erasure(contact, words);
    for (var event : table.under(pk(owner, id), "event#"))
      record(owner, id, event.text("sk"), erasure.of(history(event)));
    var kept = new ContactChange().add("suppressions", erasure.kept());
    table.update(pk(owner, id), SK, kept.update());
    var change = forgetting().remove("suppressions", erasure.gone());
    table.update(pk(owner, id), SK, change.update());
  }

  /// Written before the change itself, so that a change is never without its record.
  private void record(OwnerId owner, ContactId id, Instant at, String what, String detail) {
    var sk = "event#" + Item.time(at) + "#" + what + "#" + Integer.toHexString(detail.hashCode());
    record(owner, id, sk, new Event(at, what, detail));
  }

  private void record(OwnerId owner, ContactId id, String sk, Event event) {
    table.put(
        Item.of(pk(owner, id), sk)
            .instant("at", event.at())
            .text("what", event.what())
            .text("detail", event.detail())
            .done());
  }

  /// Changes the contact; also behind an address that became another contact's meanwhile.
  private Contact change(OwnerId owner, ContactId id, ContactChange change) {
    var item = table.update(pk(owner, id), SK, change.update());
    var target = item.maybe("same_as").map(ContactId::new);
    if (target.isPresent()) item = table.update(pk(owner, target.get()), SK, change.update());
    return ContactItem.contact(item);
  }

  /// Changes the contact, and what else is kept of the person.
  ///
  /// @return the contact
  private Contact changeAll(OwnerId owner, ContactId id, ContactChange change) {
    var contact = change(owner, id, change);
    for (var one : Person.of(this, owner, contact).records())
      if (!one.id().equals(contact.id())) change(owner, one.id(), change);
    return contact;
  }

  private static String pk(OwnerId owner, ContactId id) {
    return owner.key() + "#" + id;
  }
}
