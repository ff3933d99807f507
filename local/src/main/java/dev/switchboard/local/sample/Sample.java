package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/// The sample campaign of fifty leads: sent once, through the public API, and watched to its end.
///
/// Killed anywhere, it goes on at the next start, and nothing is sent twice: the order has an
/// idempotency key, and what the state folder says is only a shortcut to what the API says.
public final class Sample {

  private final Campaign campaign;
  private final SampleMark mark;
  private final Screen screen;

  /// @param state folder of the running instance
  public Sample(Api api, SampleFiles files, Path state, Screen screen) {
    this.campaign = new Campaign(api, files);
    this.mark = new SampleMark(state);
    this.screen = screen;
  }

  /// Whether it was seen to its end on that folder, or is not wanted there.
  public static boolean over(Path state) {
    return new SampleMark(state).over();
  }

  /// Lets a fresh folder go without it, for good.
  public static void without(Path state) {
    var mark = new SampleMark(state);
    if (mark.untouched()) mark.close();
  }

  /// Runs what is not done of it.
  public void run() {
    if (mark.over()) return;
    var known = mark.execution().or(campaign::find);
    if (known.isPresent()) screen.heading("The sample campaign goes on where it was");
    var id = known.orElseGet(this::send);
    mark.sent(id);
    var history = new History();
    var end = new Watch(campaign, screen, history).toTheEnd(id);
    tell(end, campaign.leads(id), history);
    mark.close();
  }

  private String send() {
    screen.heading("The sample campaign: samples/leads.csv, posted as any client would");
    campaign.settle();
    var receipt = campaign.send();
    screen.lines(Receipt.table(receipt));
    screen.line("");
    screen.lines(Receipt.totals(receipt));
    screen.heading("The clock is moved until all is settled (times of New York)");
    return receipt.path("execution_id").asText();
  }

  private void tell(JsonNode end, JsonNode leads, History history) {
    screen.heading("What came of it");
    screen.lines(Progress.results(end));
    screen.heading("Some of them, as GET /api/smart-send/{execution_id}/leads tells it");
    screen.lines(Stories.of(leads, history));
  }
}
