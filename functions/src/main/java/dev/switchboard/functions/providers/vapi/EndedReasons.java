package dev.switchboard.functions.providers.vapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Objection.Kind;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What the reason for which a call of Vapi ended means; there are hundreds, and more every month.
///
/// | reason | state |
/// | --- | --- |
/// | `voicemail` | `VOICEMAIL` |
/// | `customer-did-not-answer`, `customer-busy` | `NO_ANSWER` |
/// | `customer-ended-call…`, `assistant-ended-call…` | `ANSWERED` |
/// | `twilio-reported-customer-misdialed` | `UNDELIVERED`: a bad number |
/// | `…concurrency-limit…`, `…daily-limit…` | `UNDELIVERED`: the call never left, later again |
/// | any other | nothing: who cannot tell does not say that it arrived |
public final class EndedReasons {

  private static final int MICROS = 6;

  private EndedReasons() {}

  /// What a call came to, polled or as `message.call` of an `end-of-call-report` tells it.
  ///
  /// @param now its time, where the call names none
  public static Optional<Report> report(JsonNode call, Instant now) {
    if (!call.path("status").asText().equals("ended")) return Optional.empty();
    return Verdicts.text(call, "endedReason")
        .flatMap(reason ->
            state(reason)
                .map(state ->
                    new Report(state, reason, objection(reason), price(call), ended(call, now))));
  }

  /// What a reason holds against a call.
  public static Optional<Objection> objection(String reason) {
    var source = "vapi " + reason;
    if (misdialed(reason)) return Optional.of(new Objection(Kind.BAD_ADDRESS, source));
    return limited(reason) ? Optional.of(new Objection(Kind.PASSING, source)) : Optional.empty();
  }

  /// The state that a reason stands for; empty when it is not known here.
  public static Optional<State> state(String reason) {
    if (reason.equals("voicemail")) return Optional.of(State.VOICEMAIL);
    if (reason.equals("customer-did-not-answer") || reason.equals("customer-busy"))
      return Optional.of(State.NO_ANSWER);
    if (reason.startsWith("customer-ended-call") || reason.startsWith("assistant-ended-call"))
      return Optional.of(State.ANSWERED);
    if (misdialed(reason) || limited(reason)) return Optional.of(State.UNDELIVERED);
    return Optional.empty();
  }

  /// Whether nothing can reach that number.
  private static boolean misdialed(String reason) {
    return reason.equals("twilio-reported-customer-misdialed");
  }

  /// Whether a later call may get through.
  private static boolean limited(String reason) {
    return reason.contains("concurrency-limit") || reason.contains("daily-limit");
  }

  private static Optional<Usd> price(JsonNode call) {
    var dollars = call.path("cost");
    if (!dollars.isNumber() || dollars.decimalValue().signum() < 0) return Optional.empty();
    return Optional.of(Usd.of(dollars.decimalValue().setScale(MICROS, RoundingMode.HALF_UP)));
  }

  private static Instant ended(JsonNode call, Instant now) {
    try {
      return Verdicts.text(call, "endedAt").map(Instant::parse).orElse(now);
    } catch (DateTimeParseException _) {
      return now;
    }
  }
}
