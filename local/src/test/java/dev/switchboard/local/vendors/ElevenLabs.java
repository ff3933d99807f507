package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// ElevenLabs' calls: outbound call, list by user, fetch; a transcript, or that there was no call.
final class ElevenLabs implements Vendor {

  private static final String CONVERSATIONS = "/v1/convai/conversations";
  private static final String DATA = "conversation_initiation_client_data";

  @Override
  public Channel channel() {
    return Channel.VOICE_CALL;
  }

  @Override
  public List<String> wrong(Asked asked) {
    var call = asked.json();
    var variables = call.path(DATA).path("dynamic_variables");
    var checks = new Checks("elevenlabs");
    checks.that(asked.path().equals("/v1/convai/twilio/outbound-call"), "path " + asked.path());
    checks.that(!asked.header("xi-api-key").isBlank(), "no key");
    checks.that(call.path("agent_id").asText().equals("agent_1"), "no agent");
    checks.that(call.path("agent_phone_number_id").asText().equals("phnum_1"), "no line");
    checks.number(call.path("to_number").asText());
    checks.words(variables.path("message").asText(), Integer.MAX_VALUE);
    checks.that(variables.path("mid").equals(call.path(DATA).path("user_id")), "two ids");
    return checks.found();
  }

  @Override
  public Ask ask(Asked asked) {
    var call = asked.json();
    var variables = call.path(DATA).path("dynamic_variables");
    return new Ask(
        Channel.VOICE_CALL,
        variables.path("mid").asText(),
        call.path("agent_phone_number_id").asText(),
        call.path("to_number").asText(),
        "",
        variables.path("message").asText(),
        Optional.empty());
  }

  @Override
  public String id(int number) {
    return "conv_%026d".formatted(number);
  }

  @Override
  public Reply took(Taken message) {
    return new Reply(
        200,
        Json.text(Map.of("success", true, "message", "Success", "conversation_id", message.id())));
  }

  @Override
  public Reply refusal(Mishap mishap) {
    return mishap == Mishap.BUSY
        ? error(429, "too_many_concurrent_requests")
        : error(mishap == Mishap.ERROR ? 500 : 400, "error");
  }

  private static Reply error(int status, String word) {
    var detail = Map.of("status", word, "message", "no");
    return new Reply(status, Json.text(Map.of("detail", detail)));
  }

  @Override
  public Reply look(Asked asked, Journal journal) {
    if (!asked.path().equals(CONVERSATIONS))
      return journal
          .message(asked.last())
          .map(it -> new Reply(200, Json.text(shown(it))))
          .orElseGet(() -> error(404, "conversation_not_found"));
    var after = Long.parseLong(asked.query("call_start_after_unix"));
    var found =
        journal.taken(Channel.VOICE_CALL).stream()
            .filter(it -> it.ask().mid().equals(asked.query("user_id")))
            .filter(it -> it.at().getEpochSecond() >= after)
            .map(ElevenLabs::shown)
            .toList();
    return new Reply(200, Json.text(Map.of("conversations", found, "has_more", false)));
  }

  private static Map<String, Object> shown(Taken message) {
    var talked = message.ending().equals("done");
    var turns = talked ? List.of(Map.of("role", "user", "message", "Tuesday works")) : List.of();
    var metadata = new HashMap<String, Object>();
    metadata.put("start_time_unix_secs", message.at().getEpochSecond());
    metadata.put("call_duration_secs", talked ? 20 : 0);
    if (!talked) metadata.put("termination_reason", "initiation failed: " + message.ending());
    return Map.of(
        "conversation_id",
        message.id(),
        "user_id",
        message.ask().mid(),
        "status",
        talked ? "done" : "failed",
        "transcript",
        turns,
        "metadata",
        metadata);
  }

  @Override
  public List<Webhook.Unsigned> news(Taken message, String reply) {
    var json = message.ending().equals("done") ? transcript(message) : failure(message);
    return List.of(_ -> Webhook.elevenLabs(json));
  }

  private static String transcript(Taken message) {
    var data = new HashMap<>(shown(message));
    data.put(DATA, Map.of("dynamic_variables", Map.of("mid", message.ask().mid())));
    data.put("analysis", Map.of("transcript_summary", "Booked Tuesday."));
    return Json.text(Map.of("type", "post_call_transcription", "data", data));
  }

  /// It names neither user nor variables: the call never began.
  private static String failure(Taken message) {
    var body = Map.of("CallSid", "CA" + message.id(), "To", message.ask().to());
    var data =
        Map.of(
            "agent_id",
            "agent_1",
            "conversation_id",
            message.id(),
            "failure_reason",
            message.ending(),
            "metadata",
            Map.of("type", "twilio", "body", body));
    return Json.text(Map.of("type", "call_initiation_failure", "data", data));
  }

  @Override
  public Map<String, String> environment(String url) {
    return Map.of(
        "ELEVENLABS_API_KEY",
        "xi-key",
        "ELEVENLABS_AGENT_ID",
        "agent_1",
        "ELEVENLABS_PHONE_NUMBER_ID",
        "phnum_1",
        "ELEVENLABS_CALLS_AT_ONCE",
        "1000",
        "ELEVENLABS_BASE_URL",
        url);
  }
}
