package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Vapi's calls: create, list by time, get; a report when one ended.
final class Vapi implements Vendor {

  private static final int LONGEST = 1_000;

  @Override
  public Channel channel() {
    return Channel.VOICEMAIL;
  }

  @Override
  public List<String> wrong(Asked asked) {
    var call = asked.json();
    var overrides = call.path("assistantOverrides");
    var checks = new Checks("vapi");
    checks.that(asked.path().equals("/call"), "path " + asked.path());
    checks.that(asked.header("Authorization").startsWith("Bearer "), "no bearer");
    checks.that(call.path("assistantId").asText().equals("assistant-1"), "no assistant");
    checks.that(call.path("phoneNumberId").asText().equals("line-1"), "no line");
    checks.number(call.path("customer").path("number").asText());
    checks.words(overrides.path("voicemailMessage").asText(), LONGEST);
    checks.that(overrides.path("voicemailDetection").path("provider").isTextual(), "detection off");
    checks.that(overrides.path("server").path("url").asText().endsWith("/vapi"), "no server");
    return checks.found();
  }

  @Override
  public Ask ask(Asked asked) {
    var call = asked.json();
    var overrides = call.path("assistantOverrides");
    return new Ask(
        Channel.VOICEMAIL,
        overrides.path("metadata").path("mid").asText(),
        call.path("phoneNumberId").asText(),
        call.path("customer").path("number").asText(),
        "",
        overrides.path("voicemailMessage").asText(),
        Optional.of(overrides.path("server").path("url").asText()));
  }

  @Override
  public String id(int number) {
    return new UUID(0x7000L, 0x8000000000000000L | number).toString();
  }

  @Override
  public Reply took(Taken message) {
    return new Reply(201, Json.text(Map.of("id", message.id(), "status", "queued")));
  }

  @Override
  public Reply refusal(Mishap mishap) {
    var status =
        switch (mishap) {
          case BUSY -> 429;
          case ERROR -> 500;
          default -> 400;
        };
    return new Reply(status, Json.text(Map.of("message", "no", "statusCode", status)));
  }

  @Override
  public Reply look(Asked asked, Journal journal) {
    if (!asked.path().equals("/call"))
      return journal
          .message(asked.last())
          .map(it -> new Reply(200, Json.text(shown(it))))
          .orElseGet(() -> new Reply(404, "{\"message\": \"Call not found\"}"));
    var from = Instant.parse(asked.query("createdAtGe"));
    var to = Instant.parse(asked.query("createdAtLe"));
    var found =
        journal.taken(Channel.VOICEMAIL).stream()
            .filter(it -> !it.at().isBefore(from) && !it.at().isAfter(to))
            .limit(Integer.parseInt(asked.query("limit")))
            .map(Vapi::shown)
            .toList();
    return new Reply(200, Json.text(found));
  }

  private static Map<String, Object> shown(Taken message) {
    return Map.of(
        "id",
        message.id(),
        "status",
        "ended",
        "endedReason",
        message.ending(),
        "endedAt",
        message.at().toString(),
        "assistantOverrides",
        Map.of("metadata", Map.of("mid", message.ask().mid())));
  }

  @Override
  public List<Webhook.Unsigned> news(Taken message, String reply) {
    var report =
        Map.of(
            "type", "end-of-call-report", "endedReason", message.ending(), "call", shown(message));
    var json = Json.text(Map.of("message", report));
    return List.of(_ -> Webhook.vapi(json));
  }

  @Override
  public Map<String, String> environment(String url) {
    return Map.of(
        "VAPI_API_KEY",
        "vapi-key",
        "VAPI_ASSISTANT_ID",
        "assistant-1",
        "VAPI_PHONE_NUMBER_ID",
        "line-1",
        "VAPI_CALLS_AT_ONCE",
        "1000",
        "VAPI_BASE_URL",
        url);
  }
}
