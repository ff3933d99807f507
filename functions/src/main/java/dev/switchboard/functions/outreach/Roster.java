package dev.switchboard.functions.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Listing;
import dev.switchboard.contact.NumberRegistry;
import dev.switchboard.outreach.Lead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who the leads of an order are: the contacts behind their addresses, known or new.
final class Roster {

  private final OwnerId owner;
  private final Contacts contacts;
  private final Map<String, Contact> known;
  private final Set<String> unknown;
  private final Map<String, List<Listing>> listings;

  private Roster(
      OwnerId owner,
      Contacts contacts,
      Map<String, Contact> known,
      Set<String> unknown,
      Map<String, List<Listing>> listings) {
    this.owner = owner;
    this.contacts = contacts;
    this.known = known;
    this.unknown = unknown;
    this.listings = listings;
  }

  static Roster of(OwnerId owner, Contacts contacts, NumberRegistry registry, List<Lead> leads) {
    var addresses = new HashSet<String>();
    leads.forEach(lead -> addresses(lead).forEach(addresses::add));
    var known = contacts.behind(owner, addresses);
    addresses.removeAll(known.keySet());
    var numbers = leads.stream().flatMap(lead -> lead.phone().stream()).collect(Collectors.toSet());
    return new Roster(owner, contacts, known, addresses, registry.listings(owner, numbers));
  }

  /// What registers know of an address.
  List<Listing> listings(String address) {
    return listings.getOrDefault(address, List.of());
  }

  /// Addresses that nobody was behind so far.
  Set<String> unknown() {
    return unknown;
  }

  /// The contact that a lead is, with what the lead tells of it.
  ///
  /// @throws java.util.NoSuchElementException if the lead has no address
  Contact contact(Lead lead) {
    var found = addresses(lead).flatMap(it -> Optional.ofNullable(known.get(it)).stream());
    var before = found.findFirst();
    var id = before.map(Contact::id).orElseGet(() -> fresh(lead));
    return new Contact(
        id,
        lead.name().or(() -> before.flatMap(Contact::name)),
        lead.phone(),
        lead.email(),
        union(before.map(Contact::clues).orElse(List.of()), lead.clues()),
        union(before.map(Contact::consents).orElse(List.of()), lead.consents()),
        before.map(Contact::suppressions).orElse(List.of()),
        before.map(Contact::touches).orElse(List.of()),
        before.map(Contact::responses).orElse(Map.of()),
        before.map(Contact::purposes).orElse(List.of()),
        others(lead, id),
        before.map(Contact::version).orElse(0L));
  }

  /// Contacts that the lead's addresses are known as, beside the one that it is.
  private Set<ContactId> others(Lead lead, ContactId id) {
    return addresses(lead)
        .flatMap(address -> Optional.ofNullable(known.get(address)).stream())
        .map(Contact::id)
        .filter(other -> !other.equals(id))
        .collect(Collectors.toSet());
  }

  private ContactId fresh(Lead lead) {
    return contacts.idOf(owner, addresses(lead).findFirst().orElseThrow());
  }

  /// The leads, with those that are the same contact by different addresses made to share one, so
  /// that planning merges them.
  List<Lead> joined(List<Lead> leads) {
    var firsts = new HashMap<ContactId, Lead>();
    var joined = new ArrayList<Lead>(leads.size());
    for (var lead : leads) {
      if (addresses(lead).findAny().isEmpty()) {
        joined.add(lead);
        continue;
      }
      var first = firsts.putIfAbsent(contact(lead).id(), lead);
      joined.add(first == null ? lead : sharing(lead, first));
    }
    return joined;
  }

  private static Lead sharing(Lead lead, Lead first) {
    return new Lead(
        lead.id(),
        lead.name(),
        lead.phone().or(first::phone),
        lead.email().or(first::email),
        lead.score(),
        lead.traits(),
        lead.consents(),
        lead.clues(),
        lead.remarks());
  }

  static Stream<String> addresses(Lead lead) {
    return Stream.of(lead.phone(), lead.email()).flatMap(Optional::stream);
  }

  private static <T> List<T> union(List<T> before, List<T> now) {
    var all = new LinkedHashSet<>(before);
    all.addAll(now);
    return List.copyOf(all);
  }
}
