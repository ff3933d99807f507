package dev.switchboard.functions.providers.resend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.providers.http.Answer;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Sends e-mail by Resend's `/emails`.
///
/// The `Idempotency-Key` is the send's id: for 24 hours Resend takes the same mail once, however
/// often it is handed over. So a mail that a long list may hide counts as absent for that time. The
/// id is a tag too, by which webhooks find the send.
public final class ResendEmail implements Provider {

  /// Mails of the whole account that are looked through, newest first.
  private static final int LISTED = 100;

  /// A key is known for a day; an hour of it is left for the attempt that follows.
  private static final Duration KEY = Duration.ofHours(23);

  /// `2026-11-23T18:00:00Z` and `2026-11-23 18:00:00.123456+00`.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .toFormatter();

  private final ResendSettings settings;
  private final OneRequest http;
  private final InstantSource clock;

  public ResendEmail(ResendSettings settings, OneRequest http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "resend";
  }

  @Override
  public Optional<Limits> limits() {
    return Optional.of(Limits.perSecond(settings.perSecond()));
  }

  @Override
  public int senders() {
    return settings.second().isPresent() ? 2 : 1;
  }

  @Override
  public Outcome attempt(Send send, Content content, Optional<Instant> before) {
    var headers = headers();
    headers.put("Content-Type", "application/json");
    // A key stands for one and the same mail.
    var suffix = send.sender() == 0 ? "" : "-" + send.sender();
    headers.put("Idempotency-Key", send.id().value() + suffix);
    var answer = http.post(uri("/emails"), headers, Json.text(mail(send, content)));
    return Verdicts.of(answer, body -> Verdicts.text(body, "id"), ResendEmail::own);
  }

  private Map<String, Object> mail(Send send, Content content) {
    var mail = new LinkedHashMap<String, Object>();
    mail.put("from", settings.second().filter(_ -> send.sender() > 0).orElse(settings.from()));
    mail.put("to", List.of(send.step().address()));
    mail.put("subject", content.subject().orElse(""));
    mail.put("text", content.text());
    unsubscribe(send, content)
        .ifPresent(link ->
            mail.put(
                "headers",
                Map.of(
                    "List-Unsubscribe",
                    "<" + link + ">",
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click")));
    mail.put("tags", List.of(Map.of("name", "mid", "value", send.id().value())));
    return mail;
  }

  /// The link that stands in the words; it begins with the id of the send that carries it.
  private static Optional<String> unsubscribe(Send send, Content content) {
    var link =
        Pattern.compile("https?://\\S+/unsubscribe/" + send.id().value() + "[A-Za-z0-9_-]{22}");
    return link.matcher(content.text()).results().map(found -> found.group()).findFirst();
  }

  private static Optional<Outcome> own(Answered answered) {
    var error = answered.json();
    var name = Verdicts.text(error, "name").orElse("");
    var message = Verdicts.message(error);
    return switch (name) {
      case "daily_quota_exceeded", "monthly_quota_exceeded" ->
          Optional.of(new Outcome.Refused(Refusal.OUR_MISTAKE, name, message));
      case "validation_error" ->
          Optional.of(message)
              .filter(it -> it.contains("Invalid `to`"))
              .map(it -> new Outcome.Refused(Refusal.BAD_ADDRESS, name, it));
      default -> Optional.empty();
    };
  }

  @Override
  public Sighting find(Send send) {
    var answer = http.get(uri("/emails?limit=" + LISTED), headers());
    if (!(answer instanceof Answered answered) || !answered.success())
      return new Sighting.Unclear();
    var list = answered.json();
    if (!list.path("data").isArray()) return new Sighting.Unclear();
    var window = Window.of(send);
    var mails = StreamSupport.stream(list.path("data").spliterator(), false).toList();
    return mails.stream()
        .filter(mail -> matches(mail, send, window))
        .flatMap(mail -> Verdicts.text(mail, "id").stream())
        .findFirst()
        .<Sighting>map(Sighting.Found::new)
        .orElseGet(() -> repeatable(send) ? new Sighting.Absent() : absent(list, mails, window));
  }

  private static boolean matches(JsonNode mail, Send send, Window window) {
    var to = StreamSupport.stream(mail.path("to").spliterator(), false);
    var subject = send.content().flatMap(Content::subject).orElse("");
    return to.anyMatch(address -> address.asText().equalsIgnoreCase(send.step().address()))
        && subject.equals(mail.path("subject").asText())
        && made(mail).filter(window::contains).isPresent();
  }

  /// Whether handing it over once more is no second mail.
  private boolean repeatable(Send send) {
    return clock.instant().isBefore(send.since().plus(KEY));
  }

  private static Sighting absent(JsonNode list, List<JsonNode> mails, Window window) {
    var all = !list.path("has_more").asBoolean(true);
    var back = mails.stream().flatMap(mail -> made(mail).stream());
    return all || back.anyMatch(window.from()::isAfter)
        ? new Sighting.Absent()
        : new Sighting.Unclear();
  }

  private static Optional<Instant> made(JsonNode mail) {
    try {
      return Verdicts.text(mail, "created_at")
          .map(text -> OffsetDateTime.parse(text.replace(' ', 'T'), TIME).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public List<Report> reports(Send send) {
    var path = "/emails/" + send.providerId().orElseThrow();
    Answer answer = http.get(uri(path), headers());
    if (!(answer instanceof Answered answered) || !answered.success()) return List.of();
    return Verdicts.text(answered.json(), "last_event")
        .flatMap(event -> ResendEvents.report(event, clock.instant()))
        .stream()
        .toList();
  }

  /// Resend refuses requests that do not say who asks.
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
