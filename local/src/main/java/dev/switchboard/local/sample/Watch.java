package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Moves the clock until all leads of an execution are final, and shows how it goes.
final class Watch {

  /// Later than the last thing that can happen: a week's frequency cap after the chain.
  private static final Duration LONGEST = Duration.ofDays(30);

  private static final Set<String> UNDER_WAY = Set.of("planning", "running");

  private final Campaign campaign;
  private final Screen screen;
  private final History history;

  Watch(Campaign campaign, Screen screen, History history) {
    this.campaign = campaign;
    this.screen = screen;
    this.history = history;
  }

  /// The execution as it stands at the end.
  JsonNode toTheEnd(String id) {
    var began = Instant.parse(campaign.execution(id).path("created_at").asText());
    var now = look(id);
    while (now.running() && now.at().isBefore(began.plus(LONGEST))) {
      campaign.api().advance(step(Duration.between(began, now.at())));
      now = look(id);
    }
    return now.execution();
  }

  private record Look(JsonNode execution, Instant at) {
    private boolean running() {
      return UNDER_WAY.contains(execution.path("status").asText());
    }
  }

  private Look look(String id) {
    history.add(campaign.leads(id));
    var look = new Look(campaign.execution(id), campaign.api().now());
    screen.live(Progress.progress(look.execution(), Words.date(look.at())));
    return look;
  }

  /// Minutes while messages arrive, then hours, then days.
  private static Duration step(Duration since) {
    if (since.compareTo(Duration.ofMinutes(15)) < 0) return Duration.ofMinutes(1);
    if (since.compareTo(Duration.ofHours(3)) < 0) return Duration.ofMinutes(15);
    if (since.compareTo(Duration.ofHours(12)) < 0) return Duration.ofHours(3);
    // What is left by then waits for the week of the frequency cap to pass.
    return since.compareTo(Duration.ofDays(2)) < 0 ? Duration.ofDays(1) : Duration.ofDays(5);
  }
}
