package dev.switchboard.functions.send;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.outreach.Rehearsal;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Report;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import java.time.Instant;

/// Applies what providers report and contacts reply: ledger, fallbacks, opt-outs.
///
/// Queue `ReportsQueue`. Sample input in `events/apply-reports.json`. Safe to run twice and in any
/// order: a report moves a send forward in rank only, and an opt-out or response noted twice is
/// one.
public final class ApplyReports extends Handler<JsonNode, Batch.Answer> {

  private final Transitions transitions;
  private final Replies replies;
  private final Batch batch;

  public ApplyReports() {
    this(Services.aws());
  }

  public ApplyReports(Services services) {
    super(JsonNode.class);
    this.transitions = services.transitions();
    this.replies = services.replies();
    this.batch = new Batch(services.reportQueue().queue());
  }

  @Override
  public void prime() {
    rehearse(
        Rehearsal.batch(Json.text(Told.reply(Rehearsal.SEND.value(), "Thanks", Instant.EPOCH))));
  }

  @Override
  protected Batch.Answer handle(JsonNode event, Remaining remaining) {
    return batch.each(event, body -> apply(Json.read(body, Told.class)));
  }

  private void apply(Told told) {
    var id = new SendId(told.mid());
    told.text().ifPresent(text -> replies.received(id, text, told.at()));
    told.state().ifPresent(state -> transitions.report(id, report(told, state), providerId(told)));
  }

  private static Report report(Told told, String state) {
    return new Report(
        State.ofWire(state), told.cause().orElse(state), told.cost().map(Usd::of), told.at());
  }

  private static String providerId(Told told) {
    return told.providerId()
        .orElseThrow(() -> new IllegalArgumentException("a report has a provider_id: " + told));
  }
}
