package dev.switchboard.local.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Many campaigns at once: most on contractors of their own, some on a pool that they share. Who
/// answers what, and after how long, is drawn from a seed, for some kinds of campaigns that come
/// again and again.
///
/// @param own campaigns with contractors of their own
/// @param shared campaigns on one pool
record Contest(int own, int shared, long seed) {

  static final int HOURS = 3;
  static final String SHARED = "shared";

  private static final int KINDS = 12;
  private static final int BIDS = 3;
  private static final int POOL = 40;

  /// How well each contractor of a campaign is known: three of tier 1, three of tier 2, two of 3.
  private static final List<Integer> TIERS = List.of(1, 1, 1, 2, 2, 2, 3, 3);

  /// When each of them answers, in minutes after the invitation. Check-ins of three hours come
  /// after 45, 90, 135 and 162 minutes, tier 3 is invited by the third: all answers are far from
  /// them, and as far from each other as a message comes later that a kill has hidden for its time.
  private static final List<Integer> MINUTES = List.of(10, 18, 26, 34, 52, 60, 8, 16);

  /// Some of tier 1 take so much longer that two check-ins come before them.
  private static final int LONGER = 90;

  int campaigns() {
    return own + shared;
  }

  String card(int number) {
    return """
    {"title": "Job %d", "trade": "%s", "timeline_hours": %d, "bids_needed": %d,
     "location": {"latitude": 40.7128, "longitude": -74.006, "time_zone": "America/New_York"}}
    """
        .formatted(number, trade(number), HOURS, BIDS);
  }

  private String trade(int number) {
    return number < own ? "trade %d".formatted(number) : SHARED;
  }

  /// All contractors, as imports take them: bodies of at most 500.
  List<String> imports() {
    var all = new ArrayList<String>();
    for (int number = 0; number < own; number++)
      for (int one = 0; one < TIERS.size(); one++)
        all.add(contractor(address(number, one), trade(number), TIERS.get(one), one));
    for (int one = 0; one < POOL; one++)
      all.add(contractor("pool" + one + "@example.org", SHARED, 1 + one * 3 / POOL, one));
    var bodies = new ArrayList<String>();
    for (int from = 0; from < all.size(); from += 500)
      bodies.add(
          "{\"contractors\": %s}".formatted(all.subList(from, Math.min(from + 500, all.size()))));
    return bodies;
  }

  private static String address(int number, int one) {
    return "c%d-%d@example.org".formatted(number, one);
  }

  private static String contractor(String address, String trade, int tier, int one) {
    var known =
        switch (tier) {
          case 1 ->
              ", \"established\": true, \"active_at\": \"2027-02-01T10:00:00Z\","
                  + " \"licensed_until\": \"2030-12-31\", \"insured_until\": \"2030-12-31\"";
          case 2 -> ", \"established\": true";
          default -> "";
        };
    return """
    {"name": "%s", "email": "%s", "trades": ["%s"], "latitude": %s, "longitude": -74.006,
     "capacity": 2%s}
    """
        .formatted(address, address, trade, 40.7128 + one * 0.001, known);
  }

  /// What the outbox is to do: replies to invitations.
  String scenario() {
    var entries = new ArrayList<String>();
    for (int number = 0; number < own; number++) {
      var random = new Random(seed + number % KINDS);
      for (int one = 0; one < TIERS.size(); one++) {
        var longer = TIERS.get(one) == 1 && random.nextInt(3) == 0 ? LONGER : 0;
        var minutes = MINUTES.get(one) + longer;
        var text = random.nextInt(10);
        if (text < 8)
          entries.add(
              """
              "%s": {"email": [{"reports": [{"after": "PT4S", "state": "delivered"}],
                "reply": {"after": "PT%dM", "text": "%s"}}]}
              """
                  .formatted(address(number, one), minutes, text < 5 ? "YES 900" : "NO"));
      }
    }
    return entries.stream().collect(Collectors.joining(",", "{", "}"));
  }
}
