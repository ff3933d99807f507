package dev.switchboard.functions.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.elevenlabs.Conversations;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.send.Report;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what ElevenLabs says of calls: transcripts, which name the send, and calls that could not
/// be set up, which name the number only.
final class CallEvents implements Reader {

  @Override
  public News read(Incoming request) {
    var event = request.body().json();
    var type = event.path("type").asText();
    var data = event.path("data");
    if (!type.equals("post_call_transcription") && !type.equals("call_initiation_failure"))
      return new News.Nothing();
    var id = Verdicts.text(data, "conversation_id");
    if (id.isEmpty()) throw News.refused("The event has no data.conversation_id.");
    return type.equals("post_call_transcription")
        ? ended(id.get(), data)
        : neverBegun(id.get(), data);
  }

  private static News ended(String id, JsonNode data) {
    var mid = mid(data);
    if (mid.isEmpty()) return new News.Unknown("a transcript without mid");
    if (Conversations.report(data, Instant.EPOCH).isEmpty()) return new News.Nothing();
    var summary = Verdicts.text(data.path("analysis"), "transcript_summary");
    return new News.Happened(
        id + "|ended", at -> Told.report(mid.get(), id, heard(data, at)).summed(summary));
  }

  /// By the time at which it was heard: that of the vendor is by another clock.
  private static Report heard(JsonNode data, Instant at) {
    var report = Conversations.report(data, at).orElseThrow();
    return new Report(report.state(), report.cause(), report.cost(), at);
  }

  private static News neverBegun(String id, JsonNode data) {
    var reason = Verdicts.text(data, "failure_reason").orElse("unknown");
    var mid = mid(data);
    if (mid.isPresent())
      return new News.Happened(
          id + "|failed",
          at -> Told.report(mid.get(), id, Conversations.initiationFailure(reason, at)));
    var number = number(data.path("metadata").path("body"));
    if (number.isEmpty()) return new News.Unknown("a call that was not set up, without a number");
    return new News.Happened(
        id + "|failed",
        at -> Told.called(number.get(), id, Conversations.initiationFailure(reason, at)));
  }

  private static Optional<String> mid(JsonNode data) {
    var variables = data.path("conversation_initiation_client_data").path("dynamic_variables");
    return Stream.of(variables.path("mid"), data.path("user_id"))
        .flatMap(node -> News.mid(node.asText()).stream())
        .findFirst();
  }

  /// Of a telephone company's own words, by Twilio or over SIP.
  private static Optional<String> number(JsonNode body) {
    return Stream.of("To", "to_number", "Called")
        .flatMap(name -> Verdicts.text(body, name).stream())
        .filter(number -> number.matches("\\+[1-9][0-9]{6,14}"))
        .findFirst();
  }
}
