package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.Profile;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.functions.campaign.ContractorReader.Entry;
import dev.switchboard.functions.campaign.ImportContractors.Row;
import dev.switchboard.functions.send.StoppedNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes contractors contacts, and enters them into the directory.
final class Enrolment {

  /// What contacts are told that they were planned for.
  private static final String PURPOSE = "directory-import";

  private final Contacts contacts;
  private final StoppedNumbers stops;
  private final Directory directory;

  Enrolment(Contacts contacts, StoppedNumbers stops, Directory directory) {
    this.contacts = contacts;
    this.stops = stops;
    this.directory = directory;
  }

  private record Known(Map<String, Contact> behind, Set<String> unknown) {}

  /// Enters those that are good.
  ///
  /// @return the same rows, those that could not be entered refused
  List<Row> enter(OwnerId owner, List<Row> rows) {
    var known = known(owner, rows);
    var people = new HashMap<ContactId, Contact>();
    var numbers = new HashMap<ContactId, Integer>();
    var result = new ArrayList<Row>();
    for (var row : rows) result.add(named(owner, row, known, people, numbers));
    if (people.isEmpty()) return result;
    var all = List.copyOf(people.values());
    var erased = contacts.plan(owner, all, known.unknown(), PURPOSE);
    stops.meet(owner, all, known.unknown());
    var entered = numbers.entrySet().stream().filter(it -> !erased.contains(it.getKey())).toList();
    Parallel.each(
        entered,
        it -> {
          var facts = result.get(it.getValue()).entry().orElseThrow().facts();
          put(owner, facts.profile(it.getKey()));
        });
    for (var id : erased)
      result.set(
          numbers.get(id),
          result.get(numbers.get(id)).refused("is of a contact whose data was erased"));
    return result;
  }

  /// What was told last holds, whoever tells at the same time.
  private void put(OwnerId owner, Profile profile) {
    while (true) {
      var version = directory.find(owner, profile.id()).map(Profile::version).orElse(0L);
      if (directory.put(owner, profile.at(version))) return;
    }
  }

  private Known known(OwnerId owner, List<Row> rows) {
    var addresses =
        rows.stream()
            .flatMap(row -> row.entry().stream())
            .flatMap(Entry::addresses)
            .collect(Collectors.toCollection(HashSet::new));
    var behind = contacts.behind(owner, addresses);
    addresses.removeAll(behind.keySet());
    return new Known(behind, addresses);
  }

  /// Finds out who it is; a second row of the same one is refused.
  private Row named(
      OwnerId owner,
      Row row,
      Known known,
      Map<ContactId, Contact> people,
      Map<ContactId, Integer> numbers) {
    if (row.entry().isEmpty()) return row;
    var entry = row.entry().get();
    var ids =
        entry
            .addresses()
            .flatMap(it -> Optional.ofNullable(known.behind().get(it)).stream())
            .map(Contact::id)
            .distinct()
            .toList();
    var id =
        ids.isEmpty()
            ? contacts.idOf(owner, entry.addresses().findFirst().orElseThrow())
            : ids.getFirst();
    var first = numbers.putIfAbsent(id, row.number());
    if (first != null) return row.refused("is the same contact as /contractors/" + first);
    people.put(
        id, contact(id, entry, Set.copyOf(ids.subList(Math.min(1, ids.size()), ids.size()))));
    return row;
  }

  private static Contact contact(ContactId id, Entry entry, Set<ContactId> others) {
    return new Contact(
        id,
        entry.name(),
        entry.phone(),
        entry.email(),
        entry.clues(),
        entry.consents(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        others,
        0);
  }
}
