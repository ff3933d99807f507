package dev.switchboard.functions.providers.checkup;

import dev.switchboard.functions.providers.checkup.Diagnosis.Missing;
import dev.switchboard.functions.providers.checkup.Diagnosis.Works;
import dev.switchboard.functions.providers.http.Answer;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.Answer.Lost;
import dev.switchboard.functions.providers.http.Answer.NotSent;
import dev.switchboard.functions.providers.http.OneRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether vendors can tell us anything: asks our own `GET /health` by the address that they have.
///
/// @param url without a slash at its end; empty: vendors have none
public record PublicAddress(Optional<String> url, OneRequest http) implements Question {

  private static final String MEND =
      "Set PUBLIC_URL (on AWS the parameter PublicUrl) to the https address at which vendors reach"
          + " the product; for this machine, a tunnel's.";

  @Override
  public List<Diagnosis> ask() {
    return List.of(
        url.filter(it -> it.startsWith("https://"))
            .map(this::reached)
            .orElseGet(this::unreachable));
  }

  private Diagnosis unreachable() {
    var what =
        url.map(it -> "No vendor can reach PUBLIC_URL %s, which is not https".formatted(it))
            .orElse("PUBLIC_URL is not set");
    return new Missing(
        what + ": texts that come in, STOP among them, and complaints are not heard.", MEND);
  }

  /// @param base any address: tests have no certificate
  public Diagnosis reached(String base) {
    Answer answer;
    try {
      answer = http.get(URI.create(base + "/health"), Map.of("User-Agent", "switchboard"));
    } catch (IllegalArgumentException _) {
      return new Missing("PUBLIC_URL is no address.", MEND);
    }
    return switch (answer) {
      case NotSent(var cause) -> missing(base, "does not answer: " + cause);
      case Lost(var cause) -> missing(base, "does not answer: " + cause);
      case Answered answered when ours(answered) ->
          new Works(base + " is reached by its public address, asked from here.");
      case Answered answered ->
          missing(base, "leads elsewhere: GET /health answered " + answered.status());
    };
  }

  private static boolean ours(Answered answered) {
    return answered.status() == 200 && answered.json().path("status").asText().equals("up");
  }

  private static Diagnosis missing(String base, String trouble) {
    return new Missing(
        "PUBLIC_URL %s %s.".formatted(base, trouble),
        "Start the product, and the tunnel or domain that leads to it.");
  }
}
