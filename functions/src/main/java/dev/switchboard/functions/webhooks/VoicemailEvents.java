package dev.switchboard.functions.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.functions.providers.vapi.EndedReasons;
import dev.switchboard.functions.providers.vapi.VapiVoicemail;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/// Reads Vapi's reports of calls that ended: the send's id is metadata of the call. Reasons that
/// are not known settle nothing; the call is asked after.
final class VoicemailEvents implements Reader {

  private static final int MICROS = 6;

  @Override
  public News read(Incoming request) {
    var message = request.body().json().path("message");
    if (!message.path("type").asText().equals("end-of-call-report")) return new News.Nothing();
    var id = Verdicts.text(message.path("call"), "id");
    if (id.isEmpty()) throw News.refused("The report has no message.call.id.");
    var mid = News.mid(VapiVoicemail.mid(message.path("call")));
    if (mid.isEmpty()) return new News.Unknown("a call without mid");
    var reason = Verdicts.text(message, "endedReason").orElse("");
    return new News.Happened(
        id.get() + "|ended", at -> told(mid.get(), id.get(), reason, message, at));
  }

  private static Told told(String mid, String id, String reason, JsonNode message, Instant at) {
    return EndedReasons.state(reason)
        .map(state -> Told.report(mid, id, report(state, reason, message, at)))
        .orElseGet(() -> Told.taken(mid, id, at))
        .summed(Verdicts.text(message.path("analysis"), "summary"));
  }

  private static Report report(State state, String reason, JsonNode message, Instant at) {
    var objection = EndedReasons.objection(reason);
    return new Report(state, reason, objection, price(message.path("cost")), at);
  }

  private static Optional<Usd> price(JsonNode dollars) {
    if (!dollars.isNumber() || dollars.decimalValue().signum() < 0) return Optional.empty();
    return Optional.of(Usd.of(dollars.decimalValue().setScale(MICROS, RoundingMode.HALF_UP)));
  }
}
