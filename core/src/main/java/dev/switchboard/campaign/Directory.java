package dev.switchboard.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The contractors of owners, and what campaigns ask of each.
///
/// Every method throws [dev.switchboard.Unavailable] when it cannot be asked.
public interface Directory {

  /// Enters a contractor, or replaces what is known of it.
  ///
  /// @param profile of the version that is stored, 0 if none is
  /// @return false if it is another one by now
  boolean put(OwnerId owner, Profile profile);

  Optional<Profile> find(OwnerId owner, ContactId id);

  /// By id, those after one of them.
  ///
  /// @param limit most of them, at least 1
  List<Profile> list(OwnerId owner, Optional<String> trade, Optional<ContactId> after, int limit);

  /// Those of a trade who go to a place; a query, however many there are elsewhere.
  List<Profile> serving(OwnerId owner, String trade, Site site);

  /// Takes a contractor out; its workload stays until its campaigns are over.
  void remove(OwnerId owner, ContactId id);

  /// What campaigns ask of these; who was never asked is left out.
  Map<ContactId, Workload> workloads(OwnerId owner, Collection<ContactId> ids);

  /// The workload of one as it is now; none if it was never asked.
  Workload workload(OwnerId owner, ContactId id);

  /// Stores a workload.
  ///
  /// @param to of the version after `from`
  /// @return false if it is another one by now
  boolean change(OwnerId owner, ContactId id, Workload from, Workload to);
}
