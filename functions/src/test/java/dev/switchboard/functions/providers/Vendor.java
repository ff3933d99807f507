package dev.switchboard.functions.providers;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.functions.providers.elevenlabs.ElevenLabsCalls;
import dev.switchboard.functions.providers.elevenlabs.ElevenLabsSettings;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.resend.ResendEmail;
import dev.switchboard.functions.providers.resend.ResendSettings;
import dev.switchboard.functions.providers.twilio.TwilioSettings;
import dev.switchboard.functions.providers.twilio.TwilioSettings.Sender;
import dev.switchboard.functions.providers.twilio.TwilioSms;
import dev.switchboard.functions.providers.vapi.VapiSettings;
import dev.switchboard.functions.providers.vapi.VapiVoicemail;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Content;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The four vendors, each with how it says that it took a message.
enum Vendor {
  TWILIO(Channel.SMS, "{\"sid\": \"id-1\", \"status\": \"queued\"}"),
  RESEND(Channel.EMAIL, "{\"id\": \"id-1\"}"),
  ELEVENLABS(
      Channel.VOICE_CALL,
      "{\"success\": true, \"message\": \"ok\", \"conversation_id\": \"id-1\"}"),
  VAPI(Channel.VOICEMAIL, "{\"id\": \"id-1\", \"status\": \"queued\"}");

  static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
  static final OwnerId OWNER = new OwnerId("owner-1");
  static final SendId MID =
      SendId.of(OWNER, new PurposeId("purposepurpose01"), 0, new ContactId("contactcontact01"), 0);
  static final OneRequest.Limits HASTY =
      new OneRequest.Limits(Duration.ofSeconds(1), Duration.ofMillis(1_500), 10_000);
  static final Content WORDS =
      new Content(
          Optional.of("Hello"),
          "Hé & hello\nhttps://switchboard.example/unsubscribe/" + MID + "s".repeat(22));

  private static final Optional<String> PUBLIC_URL = Optional.of("https://switchboard.example");
  private static final Optional<Sender> SECOND = Optional.of(new Sender.FromNumber("+15005550007"));
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  final Channel channel;
  final String taken;

  Vendor(Channel channel, String taken) {
    this.channel = channel;
    this.taken = taken;
  }

  Provider at(String url, OneRequest.Limits limits) {
    var http = new OneRequest(limits);
    return switch (this) {
      case TWILIO -> twilio(url, new Sender.FromNumber("+15005550006"), http);
      case RESEND ->
          new ResendEmail(
              new ResendSettings(
                  "re_key", "Acme <hi@acme.com>", Optional.of("hi@acme.org"), 5, url),
              http,
              CLOCK);
      case ELEVENLABS ->
          new ElevenLabsCalls(
              new ElevenLabsSettings("xi-key", "agent-1", "phone-1", 4, url), http, CLOCK);
      case VAPI ->
          new VapiVoicemail(
              new VapiSettings(
                  "vapi-key", "assistant-1", "phone-2", PUBLIC_URL, Optional.empty(), 10, url),
              http,
              CLOCK);
    };
  }

  static Provider twilio(String url, Sender sender, OneRequest http) {
    var account = "AC" + "0".repeat(32);
    return new TwilioSms(
        new TwilioSettings(account, "token", sender, SECOND, PUBLIC_URL, 1, url), http, CLOCK);
  }

  /// A send of this channel that a worker holds.
  Send claimed() {
    var address =
        switch (channel.address()) {
          case PHONE -> "+12125550123";
          case EMAIL -> "delivered@resend.dev";
        };
    var step = new Step(channel, address, Usd.of("0.05"), Usd.of("0.05"));
    return Send.planned(
            MID, OWNER, Purpose.MARKETING, List.of(step), Optional.empty(), Map.of(), NOW)
        .attempting(WORDS, NOW);
  }

  /// The same, when nobody knows whether it was taken.
  Send unknown() {
    return unknown(NOW);
  }

  Send unknown(Instant since) {
    return claimed().after(new Outcome.Unclear("503"), since);
  }

  /// The same, taken as `id-1`.
  Send accepted() {
    return claimed().after(new Outcome.Accepted("id-1"), NOW);
  }

  /// One attempt, with the times of the product.
  Outcome attempt(String url) {
    return attempt(url, OneRequest.Limits.DEFAULT);
  }

  Outcome attempt(String url, OneRequest.Limits limits) {
    return at(url, limits).attempt(claimed(), WORDS, Optional.empty());
  }
}
