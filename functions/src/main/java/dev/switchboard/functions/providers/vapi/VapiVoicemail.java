package dev.switchboard.functions.providers.vapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.functions.providers.http.Window;
import dev.switchboard.send.Content;
import dev.switchboard.send.Limits;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Outcome.Refusal;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.Sighting;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Has Vapi call and leave a voice message.
///
/// The send's id travels as metadata, by which the list finds the call. There is no idempotency
/// key. Vapi looks for a mailbox only when it is told to, and else never says the message.
public final class VapiVoicemail implements Provider {

  private static final int LONGEST_MESSAGE = 1_000;

  private static final int LISTED = 100;

  /// The newest look of Vapi's own detection: from the second second on, six times.
  private static final Map<String, Object> DETECTION =
      Map.of(
          "provider",
          "vapi",
          "beepMaxAwaitSeconds",
          25,
          "backoffPlan",
          Map.of("startAtSeconds", 2, "frequencySeconds", 2.5, "maxRetries", 5));

  private final VapiSettings settings;
  private final OneRequest http;
  private final InstantSource clock;

  public VapiVoicemail(VapiSettings settings, OneRequest http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "vapi";
  }

  @Override
  public Optional<Limits> limits() {
    return Optional.of(Limits.atOnce(settings.atOnce()));
  }

  @Override
  public Outcome attempt(Send send, Content content, Optional<Instant> before) {
    if (content.text().length() > LONGEST_MESSAGE)
      return new Outcome.Refused(
          Refusal.CONTENT, "too-long", "a voice message has at most 1,000 characters");
    var headers = headers();
    headers.put("Content-Type", "application/json");
    var answer = http.post(uri("/call"), headers, Json.text(call(send, content)));
    return Verdicts.of(answer, body -> Verdicts.text(body, "id"), VapiVoicemail::own);
  }

  private Map<String, Object> call(Send send, Content content) {
    var mid = send.id().value();
    var overrides = new LinkedHashMap<String, Object>();
    overrides.put("voicemailMessage", content.text());
    overrides.put("voicemailDetection", DETECTION);
    overrides.put("variableValues", Map.of("message", content.text()));
    overrides.put("metadata", Map.of("mid", mid));
    settings.publicUrl().ifPresent(url -> overrides.put("server", server(url)));
    return Map.of(
        "assistantId",
        settings.assistantId(),
        "phoneNumberId",
        settings.phoneNumberId(),
        "customer",
        Map.of("number", send.step().address()),
        "assistantOverrides",
        overrides);
  }

  private Map<String, Object> server(String url) {
    var server = new LinkedHashMap<String, Object>();
    server.put("url", url + "/webhooks/vapi");
    // No backoffPlan: Vapi's own document allows no value for its type; what it tells once and got
    // lost is asked for.
    settings.credentialId().ifPresent(id -> server.put("credentialId", id));
    return server;
  }

  /// Vapi answers 400 when too many calls are on, or were made today.
  private static Optional<Outcome> own(Answered answered) {
    if (answered.status() != 400) return Optional.empty();
    var message = Verdicts.message(answered.json());
    var lower = message.toLowerCase(Locale.ROOT);
    return Optional.of(lower)
        .filter(text -> text.contains("limit"))
        .filter(text -> text.contains("concurrency") || text.contains("daily"))
        .map(_ -> new Outcome.NotTaken(Verdicts.pause(answered), message));
  }

  @Override
  public Sighting find(Send send) {
    var window = Window.of(send);
    var query =
        "?assistantId=%s&limit=%d&createdAtGe=%s&createdAtLe=%s"
            .formatted(settings.assistantId(), LISTED, window.from(), window.to());
    var answer = http.get(uri("/call" + query), headers());
    if (!(answer instanceof Answered answered) || !answered.success())
      return new Sighting.Unclear();
    var calls = answered.json();
    if (!calls.isArray()) return new Sighting.Unclear();
    return StreamSupport.stream(calls.spliterator(), false)
        .filter(call -> mid(call).equals(send.id().value()))
        .flatMap(call -> Verdicts.text(call, "id").stream())
        .filter(id -> !send.superseded(id))
        .findFirst()
        .<Sighting>map(Sighting.Found::new)
        .orElseGet(() -> calls.size() < LISTED ? new Sighting.Absent() : new Sighting.Unclear());
  }

  /// The id of the send that a call of Vapi belongs to; empty text when it names none.
  public static String mid(JsonNode call) {
    return call.path("assistantOverrides").path("metadata").path("mid").asText("");
  }

  @Override
  public List<Report> reports(Send send) {
    var answer = http.get(uri("/call/" + send.providerId().orElseThrow()), headers());
    if (!(answer instanceof Answered answered) || !answered.success()) return List.of();
    return EndedReasons.report(answered.json(), clock.instant()).stream().toList();
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Authorization", "Bearer " + settings.apiKey());
    headers.put("User-Agent", "switchboard");
    headers.put("Accept", "application/json");
    return headers;
  }

  private URI uri(String path) {
    return URI.create(settings.baseUrl() + path);
  }
}
