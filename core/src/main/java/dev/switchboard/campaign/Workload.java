package dev.switchboard.campaign;

import dev.switchboard.campaign.CampaignSettings.Fatigue;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What campaigns ask of one contractor, over all of them.
///
/// @param open campaigns that hold a place of it, with when each took it
/// @param invited when it was invited: within the last 28 days, and the last time
/// @param bids how often it bid
/// @param declines how often it refused
/// @param silent how often nothing came
/// @param bid when a campaign ended that it bid on last
/// @param version of the record, 0 when it is not stored yet
public record Workload(
    Map<PurposeId, Instant> open,
    List<Instant> invited,
    int bids,
    int declines,
    int silent,
    Optional<Instant> bid,
    long version) {

  public static final Workload NONE =
      new Workload(Map.of(), List.of(), 0, 0, 0, Optional.empty(), 0);

  public Workload {
    open = Map.copyOf(open);
    invited = List.copyOf(invited);
  }

  /// How often it was invited after a moment.
  public int invitedSince(Instant from) {
    return (int) invited.stream().filter(at -> at.isAfter(from)).count();
  }

  /// Whether another campaign may invite it.
  public boolean free(int capacity, Fatigue fatigue, Instant now) {
    return place(capacity) && !asked(fatigue, now);
  }

  /// Whether it has a place for another campaign.
  public boolean place(int capacity) {
    return open.size() < capacity;
  }

  /// Whether it was invited as often lately as anybody may be.
  public boolean asked(Fatigue fatigue, Instant now) {
    return invitedSince(now.minus(fatigue.window())) >= fatigue.cap();
  }

  /// With a place taken; as it is if the campaign has one.
  public Workload reserved(PurposeId campaign, Instant at) {
    if (open.containsKey(campaign)) return this;
    var more = new HashMap<>(open);
    more.put(campaign, at);
    var since = at.minus(Defaults.ROTATION_WINDOW);
    var kept = new java.util.ArrayList<>(invited.stream().filter(since::isBefore).toList());
    kept.add(at);
    return new Workload(more, kept, bids, declines, silent, bid, version + 1);
  }

  /// With the place given back, and what came of it counted; as it is if the campaign has none.
  ///
  /// @param standing of the invitation; one that never left is not counted as one
  public Workload released(PurposeId campaign, Standing standing, Instant at) {
    var taken = open.get(campaign);
    if (taken == null) return this;
    var rest = new HashMap<>(open);
    rest.remove(campaign);
    var times = new java.util.ArrayList<>(invited);
    if (standing == Standing.HELD || standing == Standing.WITHDRAWN) times.remove(taken);
    return new Workload(
        rest,
        times,
        bids + (standing == Standing.BID ? 1 : 0),
        declines + (standing == Standing.DECLINED ? 1 : 0),
        silent + (standing == Standing.OUT || standing == Standing.ASKED ? 1 : 0),
        standing == Standing.BID ? Optional.of(at) : bid,
        version + 1);
  }
}
