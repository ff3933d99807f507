package dev.switchboard.functions.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.functions.providers.http.Window;
import dev.switchboard.send.Content;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.Sighting;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Has an agent of ElevenLabs call.
///
/// The agent is given the words and the send's id as the dynamic variables `message` and `mid`; the
/// id is the conversation's user too, by which the list finds it. There is no idempotency key.
public final class ElevenLabsCalls implements Provider {

  /// Six rings or so; a mailbox answers after about as many.
  private static final int RINGING_SECONDS = 30;

  private static final int LISTED = 100;

  private final ElevenLabsSettings settings;
  private final OneRequest http;
  private final InstantSource clock;

  public ElevenLabsCalls(ElevenLabsSettings settings, OneRequest http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "elevenlabs";
  }

  @Override
  public Outcome attempt(Send send, Content content, Optional<Instant> before) {
    var headers = headers();
    headers.put("Content-Type", "application/json");
    var uri = uri("/v1/convai/twilio/outbound-call");
    var answer = http.post(uri, headers, Json.text(call(send, content)));
    return Verdicts.of(answer, ElevenLabsCalls::id, _ -> Optional.empty());
  }

  private Map<String, Object> call(Send send, Content content) {
    var mid = send.id().value();
    return Map.of(
        "agent_id",
        settings.agentId(),
        "agent_phone_number_id",
        settings.phoneNumberId(),
        "to_number",
        send.step().address(),
        "conversation_initiation_client_data",
        Map.of("user_id", mid, "dynamic_variables", Map.of("mid", mid, "message", content.text())),
        "telephony_call_config",
        Map.of("ringing_timeout_secs", RINGING_SECONDS));
  }

  /// Without success nobody can tell whether somebody's telephone rang.
  private static Optional<String> id(JsonNode body) {
    return Verdicts.text(body, "conversation_id")
        .filter(_ -> body.path("success").asBoolean(false));
  }

  @Override
  public Sighting find(Send send) {
    var window = Window.of(send);
    var query =
        "?agent_id=%s&user_id=%s&call_start_after_unix=%d&page_size=%d"
            .formatted(
                settings.agentId(), send.id().value(), window.from().getEpochSecond(), LISTED);
    var answer = http.get(uri("/v1/convai/conversations" + query), headers());
    if (!(answer instanceof Answered answered) || !answered.success())
      return new Sighting.Unclear();
    var list = answered.json().path("conversations");
    if (!list.isArray()) return new Sighting.Unclear();
    return StreamSupport.stream(list.spliterator(), false)
        .filter(it -> it.path("user_id").asText(send.id().value()).equals(send.id().value()))
        .flatMap(it -> Verdicts.text(it, "conversation_id").stream())
        .findFirst()
        .<Sighting>map(Sighting.Found::new)
        .orElseGet(Sighting.Absent::new);
  }

  @Override
  public List<Report> reports(Send send) {
    var path = "/v1/convai/conversations/" + send.providerId().orElseThrow();
    var answer = http.get(uri(path), headers());
    if (!(answer instanceof Answered answered) || !answered.success()) return List.of();
    return Conversations.report(answered.json(), clock.instant()).stream().toList();
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("xi-api-key", settings.apiKey());
    headers.put("User-Agent", "switchboard");
    headers.put("Accept", "application/json");
    return headers;
  }

  private URI uri(String path) {
    return URI.create(settings.baseUrl() + path);
  }
}
