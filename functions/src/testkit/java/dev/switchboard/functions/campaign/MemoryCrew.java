package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Candidate;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Standing;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Policy;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A crew in memory: each has a place for one campaign at a time, in the order in which they came.
public final class MemoryCrew implements Crew {

  private final List<Candidate> all = new ArrayList<>();
  private final Map<ContactId, Set<PurposeId>> taken = new HashMap<>();
  private final int places;

  /// @param places of each contractor
  public MemoryCrew(int places) {
    this.places = places;
  }

  public synchronized void add(Candidate candidate) {
    all.add(candidate);
  }

  @Override
  public synchronized Pool available(
      OwnerId owner, String trade, Site site, Policy policy, Instant now) {
    return new Pool(
        all.stream().filter(one -> taken(one.contractor()).size() < places).toList(), Map.of());
  }

  @Override
  public synchronized boolean reserve(
      OwnerId owner, ContactId contractor, PurposeId campaign, Instant at) {
    var own = taken(contractor);
    return own.contains(campaign) || (own.size() < places && own.add(campaign));
  }

  @Override
  public synchronized void release(
      OwnerId owner, ContactId contractor, PurposeId campaign, Standing standing, Instant at) {
    taken(contractor).remove(campaign);
  }

  /// Whose places are taken.
  public synchronized Set<ContactId> busy() {
    var busy = new HashSet<ContactId>();
    taken.forEach((contractor, campaigns) -> {
      if (!campaigns.isEmpty()) busy.add(contractor);
    });
    return busy;
  }

  private Set<PurposeId> taken(ContactId contractor) {
    return taken.computeIfAbsent(contractor, _ -> new HashSet<>());
  }
}
