package dev.switchboard.functions.providers.twilio;

import dev.switchboard.send.Objection;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Outcome.Refusal;
import java.time.Duration;
import java.util.Optional;

/// What Twilio's error codes mean for a send, in an answer and in a report alike.
///
/// [codes](https://www.twilio.com/docs/api/errors)
public final class TwilioCodes {

  private TwilioCodes() {}

  /// What kind of trouble a code is; empty for codes that are not known here.
  public static Optional<Refusal> refusal(int code) {
    return switch (code) {
      case 21610 -> Optional.of(Refusal.OPTED_OUT);
      case 21211, 21614, 21635, 21612, 30004, 30005, 30006 -> Optional.of(Refusal.BAD_ADDRESS);
      case 30007 -> Optional.of(Refusal.CONTENT);
      case 20003,
          20404,
          21408,
          21602,
          21603,
          21604,
          21606,
          21608,
          21609,
          21212,
          21617,
          30002,
          30034,
          30450 ->
          Optional.of(Refusal.OUR_MISTAKE);
      default -> Optional.empty();
    };
  }

  /// Whether a later attempt may succeed.
  public static boolean passing(int code) {
    return switch (code) {
      case 30001, 30003, 30008, 21611, 20429 -> true;
      default -> false;
    };
  }

  /// What a report with that code holds against a text; empty for what is no code known here.
  static Optional<Objection> objection(String code) {
    if (!code.matches("[0-9]{1,6}")) return Optional.empty();
    var source = "twilio " + code;
    if (passing(Integer.parseInt(code)))
      return Optional.of(new Objection(Objection.Kind.PASSING, source));
    return refusal(Integer.parseInt(code))
        .map(refusal -> Objection.of(new Outcome.Refused(refusal, code, ""), "twilio"));
  }

  /// What an answer with that code comes to; empty for codes that are not known here.
  static Optional<Outcome> outcome(int code, String message, Optional<Duration> retryAfter) {
    if (passing(code)) return Optional.of(new Outcome.NotTaken(retryAfter, message));
    return refusal(code).map(refusal -> new Outcome.Refused(refusal, "" + code, message));
  }
}
