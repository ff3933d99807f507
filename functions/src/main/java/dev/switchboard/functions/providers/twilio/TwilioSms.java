package dev.switchboard.functions.providers.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
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
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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
  public Outcome attempt(Send send, Content content, Optional<Instant> before) {
    var validity = before.map(this::left).orElse(Timing.VALIDITY);
    if (validity.compareTo(LEAST_VALIDITY) < 0)
      return new Outcome.NotTaken(
          Optional.of(validity), "the hours of sending end in less than five minutes");
    var call = new OneCall(http, settings.baseUrl());
    create(call, send, content, validity);
    return Verdicts.of(call.answer(), body -> Verdicts.text(body, "sid"), TwilioSms::own);
  }

  private Duration left(Instant before) {
    var left = Duration.between(clock.instant(), before);
    return left.compareTo(Timing.VALIDITY) < 0 ? left : Timing.VALIDITY;
  }

  /// What came of it is the call's answer; what the SDK makes of that is of no use here.
  private void create(OneCall call, Send send, Content content, Duration validity) {
    var to = new PhoneNumber(send.step().address());
    var creator =
        switch (settings.sender()) {
          case TwilioSettings.Sender.FromNumber(var number) ->
              new MessageCreator(to, new PhoneNumber(number), content.text());
          case TwilioSettings.Sender.FromService(var sid) ->
              new MessageCreator(to, sid, content.text());
        };
    settings.callback(send.id()).ifPresent(creator::setStatusCallback);
    creator.setValidityPeriod(Math.toIntExact(validity.toSeconds()));
    try {
      creator.create(client(call));
    } catch (TwilioException _) {
      return;
    }
  }

  private static Optional<Outcome> own(Answered answered) {
    var error = answered.json();
    var code = error.path("code").asInt(0);
    if (answered.status() >= 500) return Optional.empty();
    return TwilioCodes.outcome(code, Verdicts.message(error), answered.retryAfter());
  }

  @Override
  public Sighting find(Send send) {
    var call = new OneCall(http, settings.baseUrl());
    try {
      var page =
          new MessageReader()
              .setTo(new PhoneNumber(send.step().address()))
              .pageSize(LISTED)
              .limit(LISTED)
              .firstPage(client(call));
      return sighting(send, page.getRecords());
    } catch (TwilioException _) {
      return new Sighting.Unclear();
    }
  }

  private static Sighting sighting(Send send, List<Message> listed) {
    var window = Window.of(send);
    var words = send.content().map(Content::text).orElse("");
    for (var message : listed) {
      var created = Optional.ofNullable(message.getDateCreated());
      var ours = words.equals(message.getBody());
      if (ours && created.filter(at -> window.contains(at.toInstant())).isPresent())
        return new Sighting.Found(message.getSid());
    }
    return complete(listed, window) ? new Sighting.Absent() : new Sighting.Unclear();
  }

  /// Whether the list goes back far enough to be trusted to lack something.
  private static boolean complete(List<Message> listed, Window window) {
    return listed.size() < LISTED
        || listed.getLast().getDateCreated().toInstant().isBefore(window.from());
  }

  @Override
  public List<Report> reports(Send send) {
    var call = new OneCall(http, settings.baseUrl());
    try {
      var message = new MessageFetcher(send.providerId().orElseThrow()).fetch(client(call));
      return report(message).stream().toList();
    } catch (TwilioException _) {
      return List.of();
    }
  }

  private Optional<Report> report(Message message) {
    var at = Optional.ofNullable(message.getDateUpdated());
    return TwilioStatuses.report(
        String.valueOf(message.getStatus()),
        Optional.ofNullable(message.getErrorCode()).map(String::valueOf),
        TwilioStatuses.price(
            Optional.ofNullable(message.getPrice()),
            Optional.ofNullable(message.getPriceUnit()).map(String::valueOf)),
        at.map(time -> time.toInstant()).orElseGet(clock::instant));
  }

  private TwilioRestClient client(OneCall call) {
    return new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
        .accountSid(settings.accountSid())
        .httpClient(call)
        .objectMapper(Json.MAPPER)
        .build();
  }
}
