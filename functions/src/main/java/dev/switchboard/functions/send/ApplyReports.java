package dev.switchboard.functions.send;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.outreach.Rehearsal;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.send.SendId;
import java.time.Instant;

/// Applies what providers report and contacts reply: ledger, fallbacks, opt-outs.
///
/// Queue `ReportsQueue`. Sample input in `events/apply-reports.json`. Safe to run twice and in any
/// order: a report moves a send forward in rank only, and an opt-out or response noted twice is
/// one.
public final class ApplyReports extends Handler<JsonNode, Batch.Answer> {

  private final Reports reports;
  private final Replies replies;
  private final Batch batch;
  private final Rehearsal rehearsal;

  public ApplyReports() {
    this(Services.aws());
  }

  public ApplyReports(Services services) {
    super(JsonNode.class);
    this.reports = new Reports(services);
    this.replies = services.replies();
    this.batch = new Batch(services.reportQueue().queue());
    this.rehearsal = new Rehearsal(services);
  }

  @Override
  public void prime() {
    rehearse(
        Rehearsal.batch(Json.text(Told.reply(Rehearsal.SEND.value(), "Thanks", Instant.EPOCH))));
    rehearsal.reporting();
  }

  @Override
  protected Batch.Answer handle(JsonNode event, Remaining remaining) {
    return batch.each(event, body -> apply(Json.read(body, Told.class)));
  }

  private void apply(Told told) {
    var text = told.text();
    if (text.isEmpty()) reports.apply(told);
    else if (told.mid().isPresent())
      replies.received(new SendId(told.mid().get()), text.get(), told.at());
    else replies.texted(number(told), text.get(), told.at());
  }

  private static String number(Told told) {
    return told.number().orElseThrow(() -> new IllegalArgumentException("a text of nobody"));
  }
}
