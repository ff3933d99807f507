package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;

/// Moves the clock until a campaign is over, and shows each decision when it was taken.
public final class CampaignWatch {

  private static final Set<String> OVER = Set.of("filled", "expired", "cancelled", "failed");

  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /// Of a timeline that is passed at a time.
  private static final int PARTS = 36;

  private final Api api;
  private final Screen screen;
  private int told;

  public CampaignWatch(Api api, Screen screen) {
    this.api = api;
    this.screen = screen;
  }

  /// Moves the clock on to a morning in New York, if it is none: at night no text leaves.
  public static void awaken(Api api, Screen screen) {
    var now = api.now().atZone(Words.NEW_YORK);
    var morning = now.with(MORNING);
    if (!now.toLocalTime().isBefore(NOON)) morning = morning.plusDays(1);
    while (WEEKEND.contains(morning.getDayOfWeek())) morning = morning.plusDays(1);
    if (!morning.isAfter(now)) return;
    api.advance(Duration.between(now, morning));
    screen.line("The clock is moved to a morning: %s.".formatted(Words.date(morning.toInstant())));
  }

  /// Returns when it has ended, and has told how.
  public void toTheEnd(String id) {
    screen.heading("The clock is moved until it is over (times of New York)");
    var campaign = look(id);
    var step = step(campaign);
    while (!over(campaign)) {
      api.advance(step);
      campaign = look(id);
    }
    screen.heading("What came of it");
    screen.lines(CampaignText.results(campaign, this::contractor));
  }

  private static boolean over(JsonNode campaign) {
    return OVER.contains(campaign.path("state").asText());
  }

  private static Duration step(JsonNode campaign) {
    var begin = Instant.parse(campaign.path("starts_at").asText());
    var end = Instant.parse(campaign.path("deadline").asText());
    return Duration.between(begin, end).dividedBy(PARTS);
  }

  private JsonNode look(String id) {
    var campaign = api.get("/api/campaigns/" + id).expect(200);
    var history = campaign.path("history");
    for (; told < history.size(); told++) screen.lines(CampaignText.decision(history.path(told)));
    screen.live(CampaignText.progress(campaign, api.now()));
    return campaign;
  }

  private JsonNode contractor(String id) {
    return api.get("/api/contractors/" + id).expect(200);
  }
}
