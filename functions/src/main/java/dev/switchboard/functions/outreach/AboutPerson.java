package dev.switchboard.functions.outreach;

import dev.switchboard.contact.ContactId;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Entry;
import dev.switchboard.functions.Json;
import dev.switchboard.outreach.Execution;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an execution decided about a person.
///
/// @param own of the person itself
/// @param merged of leads that were merged into its own; they name it as well
public record AboutPerson(Set<Entry> own, Set<Entry> merged) {

  /// What remains of a decision whose person was erased.
  private static final String ERASED =
      Json.text(
          Map.of(
              "id",
              "erased",
              "status",
              "blocked",
              "score_basis",
              "none",
              "decision",
              Map.of(
                  "rule",
                  "erased",
                  "because",
                  "the contact had its data erased",
                  "turned_down",
                  List.of()),
              "remarks",
              List.of()));

  /// @param person every id it has
  public static AboutPerson read(Decisions decisions, Execution execution, Set<ContactId> person) {
    var entries = decisions.read(execution.owner(), execution.id(), 0, execution.leads());
    var own = new LinkedHashSet<Entry>();
    var ids = new HashSet<String>();
    for (var entry : entries)
      if (entry.contact().filter(person::contains).isPresent()) {
        own.add(entry);
        ids.add(entry.subject());
      }
    var merged = new LinkedHashSet<Entry>();
    for (var entry : entries)
      if (entry.contact().isEmpty() && ids.contains(mergedInto(entry))) merged.add(entry);
    return new AboutPerson(own, merged);
  }

  private static String mergedInto(Entry entry) {
    return Json.tree(entry.document()).path("duplicate_of").asText();
  }

  /// Takes the person out of what was decided.
  public void redact(Decisions decisions, Execution execution) {
    // The person's own last: by them the others are found when this runs again.
    for (var entries : List.of(merged, own))
      decisions.redact(execution.owner(), execution.id(), entries::contains, ERASED);
  }
}
