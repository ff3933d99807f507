package dev.switchboard.functions.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What a conversation of ElevenLabs came to, in a webhook (`data` of `post_call_transcription`)
/// and when polled alike.
///
/// | status | and | state |
/// | --- | --- | --- |
/// | `done`, `failed` | the other side said something | `ANSWERED` |
/// | `done`, `failed` | the agent left a message on a machine | `VOICEMAIL` |
/// | `done`, `failed` | neither | `NO_ANSWER` |
/// | any other | | nothing yet |
public final class Conversations {

  private static final int MICROS = 6;

  private Conversations() {}

  /// @param now its time, where the conversation names none
  public static Optional<Report> report(JsonNode conversation, Instant now) {
    var status = conversation.path("status").asText();
    if (!status.equals("done") && !status.equals("failed")) return Optional.empty();
    var metadata = conversation.path("metadata");
    var state = state(conversation);
    return Optional.of(
        new Report(state, cause(state, status, metadata), price(metadata), ended(metadata, now)));
  }

  /// Of a call that could not be set up.
  ///
  /// @param reason `busy`, `no-answer` or `unknown`
  public static Report initiationFailure(String reason, Instant at) {
    return new Report(State.NO_ANSWER, "initiation failed: " + reason, Optional.empty(), at);
  }

  private static State state(JsonNode conversation) {
    var transcript = conversation.path("transcript");
    var left = transcript.findValues("voicemail_message").stream();
    if (left.anyMatch(words -> !words.asText("").isBlank())) return State.VOICEMAIL;
    var machine = conversation.path("metadata").path("features_usage").path("voicemail_detection");
    var spoke =
        StreamSupport.stream(transcript.spliterator(), false)
            .filter(turn -> turn.path("role").asText().equals("user"))
            .anyMatch(turn -> Verdicts.text(turn, "message").isPresent());
    return spoke && !machine.path("used").asBoolean(false) ? State.ANSWERED : State.NO_ANSWER;
  }

  private static String cause(State state, String status, JsonNode metadata) {
    return Verdicts.text(metadata.path("error"), "reason")
        .or(() -> Verdicts.text(metadata, "termination_reason"))
        .orElse(state == State.NO_ANSWER && status.equals("done") ? "nobody spoke" : status);
  }

  private static Optional<Usd> price(JsonNode metadata) {
    var dollars = metadata.path("cost_fiat");
    if (!dollars.isNumber() || dollars.decimalValue().signum() < 0) return Optional.empty();
    return Optional.of(Usd.of(dollars.decimalValue().setScale(MICROS, RoundingMode.HALF_UP)));
  }

  private static Instant ended(JsonNode metadata, Instant now) {
    var start = metadata.path("start_time_unix_secs");
    if (!start.canConvertToLong() || start.asLong() <= 0) return now;
    return Instant.ofEpochSecond(start.asLong())
        .plusSeconds(Math.max(0, metadata.path("call_duration_secs").asLong()));
  }
}
