package dev.switchboard.functions.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.Answer.Lost;
import dev.switchboard.functions.providers.http.Answer.NotSent;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Outcome.Refusal;
import java.util.Optional;
import java.util.function.Function;

/// What an answer says of one attempt.
///
/// | answer | outcome |
/// | --- | --- |
/// | 2xx with the vendor's id | accepted |
/// | 2xx without it, or not JSON | unclear: it may have been taken |
/// | 408 | unclear: gateways answer it after the body left |
/// | 409 | unclear: it speaks of something that is there already, perhaps ours |
/// | 425, 429 | not taken: never processed |
/// | other 3xx, 4xx | refused: our mistake, unless the vendor's own code says otherwise |
/// | 5xx and all else | unclear |
/// | no connection | not taken |
/// | no whole answer | unclear |
public final class Verdicts {

  private static final int MOST_TOLD = 200;

  private Verdicts() {}

  /// @param id where the vendor's answer names what it took
  /// @param own what the vendor's own codes mean; empty where the status says all
  public static Outcome of(
      Answer answer,
      Function<JsonNode, Optional<String>> id,
      Function<Answered, Optional<Outcome>> own) {
    return switch (answer) {
      case NotSent(var cause) -> new Outcome.NotTaken(Optional.empty(), cause);
      case Lost(var cause) -> new Outcome.Unclear(cause);
      case Answered answered when answered.success() ->
          id.apply(answered.json())
              .<Outcome>map(Outcome.Accepted::new)
              .orElseGet(() -> new Outcome.Unclear(answered.status() + " without an id"));
      case Answered answered -> own.apply(answered).orElseGet(() -> byStatus(answered));
    };
  }

  private static Outcome byStatus(Answered answered) {
    var status = answered.status();
    return switch (status) {
      case 408, 409 -> new Outcome.Unclear("" + status);
      case 425, 429 -> new Outcome.NotTaken(answered.retryAfter(), "" + status);
      default ->
          status >= 300 && status < 500
              ? new Outcome.Refused(Refusal.OUR_MISTAKE, "" + status, message(answered.json()))
              : new Outcome.Unclear("" + status);
    };
  }

  /// What a vendor says is wrong, wherever it says it.
  public static String message(JsonNode error) {
    return text(error, "message")
        .or(() -> text(error.path("detail"), "message"))
        .or(() -> text(error.path("detail").path(0), "msg"))
        .or(() -> Optional.ofNullable(error.path("message").path(0).textValue()))
        .map(text -> text.substring(0, Math.min(MOST_TOLD, text.length())))
        .orElse("the provider gives no reason");
  }

  /// A text of an answer; empty when it is not there or not text.
  public static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
  }
}
