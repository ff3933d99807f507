package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Resend's mails: send, list, retrieve; an event when one leaves and when it ended.
final class Resend implements Vendor {

  private static final int LONGEST_KEY = 256;

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public List<String> wrong(Asked asked) {
    var mail = asked.json();
    var checks = new Checks("resend");
    checks.that(asked.path().equals("/emails"), "path " + asked.path());
    checks.that(asked.header("Authorization").startsWith("Bearer "), "no bearer");
    checks.that(!asked.header("User-Agent").isBlank(), "no user agent");
    var key = asked.header("Idempotency-Key");
    checks.that(!key.isBlank() && key.length() <= LONGEST_KEY, "idempotency key " + key);
    checks.that(mail.path("from").asText().contains("@"), "no sender");
    checks.that(mail.path("to").size() == 1, "not one recipient");
    checks.that(!mail.path("subject").asText().isBlank(), "no subject");
    checks.words(mail.path("text").asText(), Integer.MAX_VALUE);
    var link = mail.path("headers").path("List-Unsubscribe").asText();
    checks.that(link.startsWith("<https://"), "no link to unsubscribe");
    return checks.found();
  }

  @Override
  public Ask ask(Asked asked) {
    var mail = asked.json();
    return new Ask(
        Channel.EMAIL,
        mail.path("tags").path(0).path("value").asText(),
        mail.path("from").asText(),
        mail.path("to").path(0).asText(),
        mail.path("subject").asText(),
        mail.path("text").asText(),
        Optional.empty());
  }

  @Override
  public String id(int number) {
    return new UUID(0x4000L, 0x8000000000000000L | number).toString();
  }

  @Override
  public Reply took(Taken message) {
    return new Reply(200, Json.text(Map.of("id", message.id())));
  }

  @Override
  public Reply refusal(Mishap mishap) {
    return switch (mishap) {
      case BUSY -> error(429, "rate_limit_exceeded", "too many requests");
      case BAD_ADDRESS -> error(422, "validation_error", "Invalid `to` field");
      case NOT_YOURS -> error(403, "validation_error", "The domain is not verified");
      default -> error(500, "application_error", "an unexpected error");
    };
  }

  private static Reply error(int status, String name, String message) {
    var error = Map.of("statusCode", status, "name", name, "message", message);
    return new Reply(status, Json.text(error));
  }

  @Override
  public Reply look(Asked asked, Journal journal) {
    if (!asked.path().equals("/emails"))
      return journal
          .message(asked.last())
          .map(it -> new Reply(200, Json.text(shown(it))))
          .orElseGet(() -> error(404, "not_found", "Email not found"));
    var all = journal.taken(Channel.EMAIL);
    var listed = all.stream().limit(Integer.parseInt(asked.query("limit"))).map(Resend::shown);
    var data = listed.toList();
    return new Reply(
        200,
        Json.text(Map.of("object", "list", "has_more", data.size() < all.size(), "data", data)));
  }

  private static Map<String, Object> shown(Taken message) {
    return Map.of(
        "id",
        message.id(),
        "to",
        List.of(message.ask().to()),
        "subject",
        message.ask().subject(),
        "created_at",
        message.at().toString(),
        "last_event",
        message.ending());
  }

  @Override
  public List<Webhook.Unsigned> news(Taken message, String reply) {
    var end = told(message, message.ending());
    return message.early() ? List.of(told(message, "sent"), end) : List.of(end);
  }

  private static Webhook.Unsigned told(Taken message, String event) {
    var data = Map.of("email_id", message.id(), "tags", Map.of("mid", message.ask().mid()));
    var json = Json.text(Map.of("type", "email." + event, "data", data));
    return _ -> Webhook.resend("msg_" + message.id() + "_" + event, json);
  }

  @Override
  public Map<String, String> environment(String url) {
    return Map.of(
        "RESEND_API_KEY",
        "re_key",
        "RESEND_FROM",
        "Acme <hello@acme.example>",
        "RESEND_MESSAGES_PER_SECOND",
        "1000",
        "RESEND_BASE_URL",
        url);
  }
}
