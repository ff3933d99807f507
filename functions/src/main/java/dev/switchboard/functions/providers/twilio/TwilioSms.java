package dev.switchboard.functions.providers.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageFetcher;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.functions.providers.http.Window;
import dev.switchboard.send.Content;
import dev.switchboard.send.Limits;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Sends texts by Twilio's `Messages`.
///
/// Twilio knows no idempotency key: a text is found again by its number, its words and the time it
/// was made. Its status comes to `/webhooks/twilio/status?mid=…`, so that it is known even where
/// the answer got lost.
public final class TwilioSms implements Provider {

  /// Twilio's texts to one number that are looked through, newest first.
  private static final int LISTED = 100;

  /// A shorter validity would not reach a handset that is in use.
  private static final Duration LEAST_VALIDITY = Duration.ofMinutes(5);

  private final TwilioSettings settings;
  private final OneRequest http;
  private final InstantSource clock;

  public TwilioSms(TwilioSettings settings, OneRequest http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "twilio";
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
  public Duration leastValidity() {
    return LEAST_VALIDITY.plus(Timing.ATTEMPT);
  }

  @Override
  public Outcome attempt(Send send, Content content, Optional<Instant> before) {
    var validity = before.map(this::left).orElse(Timing.VALIDITY);
    if (validity.compareTo(LEAST_VALIDITY) < 0)
      return new Outcome.NotTaken(
          Optional.empty(), "the hours of sending end in less than five minutes");
    var call = new OneCall(http, settings.baseUrl());
    create(call, send, content, validity);
    return Verdicts.of(call.answer(), body -> Verdicts.text(body, "sid"), TwilioSms::own);
  }

  private Duration left(Instant before) {
    var left = Duration.between(clock.instant(), before);
    return left.compareTo(Timing.VALIDITY) < 0 ? left : Timing.VALIDITY;
  }

  private void create(OneCall call, Send send, Content content, Duration validity) {
    var to = new PhoneNumber(send.step().address());
    var creator =
        switch (sender(send)) {
          case TwilioSettings.Sender.FromNumber(var number) ->
              new MessageCreator(to, new PhoneNumber(number), content.text());
          case TwilioSettings.Sender.FromService(var sid) ->
              new MessageCreator(to, sid, content.text());
        };
    settings.callback(send.id()).ifPresent(creator::setStatusCallback);
    creator.setValidityPeriod(Math.toIntExact(validity.toSeconds()));
    made(() -> creator.create(client(call)));
  }

  private TwilioSettings.Sender sender(Send send) {
    return settings.second().filter(_ -> send.sender() > 0).orElse(settings.sender());
  }

  /// The SDK is told of a refusal, whatever the answer, and says so.
  private static void made(Runnable request) {
    try {
      request.run();
    } catch (ApiException _) {
      return;
    }
  }

  private static Optional<Outcome> own(Answered answered) {
    var error = answered.json();
    var code = error.path("code").asInt(0);
    if (answered.status() >= 500) return Optional.empty();
    return TwilioCodes.outcome(code, Verdicts.message(error), Verdicts.pause(answered));
  }

  @Override
  public Sighting find(Send send) {
    var call = new OneCall(http, settings.baseUrl());
    var to = new PhoneNumber(send.step().address());
    made(
        () -> new MessageReader().setTo(to).pageSize(LISTED).limit(LISTED).firstPage(client(call)));
    return call.json()
        .map(page -> page.path("messages"))
        .filter(JsonNode::isArray)
        .map(listed -> sighting(send, StreamSupport.stream(listed.spliterator(), false).toList()))
        .orElseGet(Sighting.Unclear::new);
  }

  private static Sighting sighting(Send send, List<JsonNode> listed) {
    var window = Window.of(send);
    var words = send.content().map(Content::text);
    return listed.stream()
        .filter(message -> words.equals(Verdicts.text(message, "body")))
        .filter(message -> time(message, "date_created").filter(window::contains).isPresent())
        .flatMap(message -> Verdicts.text(message, "sid").stream())
        .filter(sid -> !send.superseded(sid))
        .findFirst()
        .<Sighting>map(Sighting.Found::new)
        .orElseGet(() -> complete(listed, window) ? new Sighting.Absent() : new Sighting.Unclear());
  }

  /// Whether the list goes back far enough to be trusted to lack something.
  private static boolean complete(List<JsonNode> listed, Window window) {
    return listed.size() < LISTED
        || listed.stream()
            .flatMap(message -> time(message, "date_created").stream())
            .anyMatch(window.from()::isAfter);
  }

  /// `Mon, 23 Nov 2026 18:00:00 +0000`; empty when it is not there or none.
  private static Optional<Instant> time(JsonNode message, String field) {
    try {
      return Verdicts.text(message, field)
          .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public List<Report> reports(Send send) {
    var call = new OneCall(http, settings.baseUrl());
    made(() -> new MessageFetcher(send.providerId().orElseThrow()).fetch(client(call)));
    return call.json().flatMap(this::report).stream().toList();
  }

  private Optional<Report> report(JsonNode message) {
    var code = message.path("error_code");
    return TwilioStatuses.report(
        message.path("status").asText(),
        Optional.of(code).filter(JsonNode::isInt).map(JsonNode::asText),
        TwilioStatuses.price(Verdicts.text(message, "price"), Verdicts.text(message, "price_unit")),
        time(message, "date_updated").orElseGet(clock::instant));
  }

  private TwilioRestClient client(OneCall call) {
    return new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
        .accountSid(settings.accountSid())
        .httpClient(call)
        .objectMapper(Json.MAPPER)
        .build();
  }
}
