package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Twilio's texts: create, list by number, fetch; a callback for each status but the first.
final class Twilio implements Vendor {

  private static final String ACCOUNT = "AC" + "0123456789abcdef".repeat(2);
  private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
  private static final int LONGEST = 1_600;

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public List<String> wrong(Asked asked) {
    var form = asked.form();
    var checks = new Checks("twilio");
    checks.that(asked.path().equals(MESSAGES), "path " + asked.path());
    checks.that(asked.header("Authorization").startsWith("Basic "), "no basic authorization");
    checks.number(form.getOrDefault("To", ""));
    checks.number(form.getOrDefault("From", ""));
    checks.words(form.getOrDefault("Body", ""), LONGEST);
    checks.that(form.getOrDefault("StatusCallback", "").startsWith("https://"), "no callback");
    checks.that(form.getOrDefault("ValidityPeriod", "").matches("[0-9]{3,4}"), "no validity");
    return checks.found();
  }

  @Override
  public Ask ask(Asked asked) {
    var form = asked.form();
    var callback = Optional.ofNullable(form.get("StatusCallback"));
    var query = callback.map(it -> URI.create(it).getRawQuery()).orElse("");
    return new Ask(
        Channel.SMS,
        Asked.fields(query).getOrDefault("mid", ""),
        form.get("From"),
        form.get("To"),
        "",
        form.get("Body"),
        callback);
  }

  @Override
  public String id(int number) {
    return "SM%032x".formatted(number);
  }

  @Override
  public Reply took(Taken message) {
    return new Reply(201, Json.text(shown(message, "queued")));
  }

  @Override
  public Reply refusal(Mishap mishap) {
    return switch (mishap) {
      case BUSY -> error(429, 20429);
      case OPTED_OUT -> error(400, 21610);
      case BAD_ADDRESS -> error(400, 21614);
      case NOT_YOURS -> error(400, 21606);
      default -> error(500, 20500);
    };
  }

  private static Reply error(int status, int code) {
    return new Reply(
        status, "{\"code\": %d, \"message\": \"no\", \"status\": %d}".formatted(code, status));
  }

  @Override
  public Reply look(Asked asked, Journal journal) {
    if (!asked.path().equals(MESSAGES))
      return journal
          .message(asked.last())
          .map(it -> new Reply(200, Json.text(shown(it, it.status()))))
          .orElseGet(() -> error(404, 20404));
    var found =
        journal.taken(Channel.SMS).stream()
            .filter(it -> it.ask().to().equals(asked.query("To")))
            .limit(Integer.parseInt(asked.query("PageSize")))
            .map(it -> shown(it, it.status()))
            .toList();
    return new Reply(200, Json.text(Map.of("messages", found)));
  }

  private static Map<String, Object> shown(Taken message, String status) {
    var time = message.at().atOffset(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    var shown = new HashMap<String, Object>();
    shown.put("sid", message.id());
    shown.put("to", message.ask().to());
    shown.put("from", message.ask().from());
    shown.put("body", message.ask().words());
    shown.put("status", status);
    shown.put("date_created", time);
    shown.put("date_updated", time);
    code(message).ifPresent(code -> shown.put("error_code", Integer.parseInt(code)));
    return shown;
  }

  private static Optional<String> code(Taken message) {
    var words = message.ending().split(" ");
    return words.length < 2 ? Optional.empty() : Optional.of(words[1]);
  }

  @Override
  public List<Webhook.Unsigned> news(Taken message, String reply) {
    var callback = URI.create(message.ask().callback().orElseThrow());
    var target = callback.getRawPath() + "?" + callback.getRawQuery();
    var news = new ArrayList<Webhook.Unsigned>();
    if (message.early()) news.add(url -> Webhook.twilio(url, target, form(message, "sent")));
    news.add(url -> Webhook.twilio(url, target, form(message, message.status())));
    if (!reply.isEmpty())
      news.add(url -> Webhook.twilio(url, "/webhooks/twilio/sms", text(message, reply)));
    return news;
  }

  private static Map<String, String> form(Taken message, String status) {
    var form = new HashMap<String, String>();
    form.put("MessageSid", message.id());
    form.put("MessageStatus", status);
    form.put("To", message.ask().to());
    form.put("AccountSid", ACCOUNT);
    if (!status.equals("sent")) code(message).ifPresent(code -> form.put("ErrorCode", code));
    return form;
  }

  private static Map<String, String> text(Taken message, String reply) {
    return Map.of(
        "MessageSid",
        "RE" + message.id(),
        "From",
        message.ask().to(),
        "To",
        message.ask().from(),
        "Body",
        reply);
  }

  @Override
  public Map<String, String> environment(String url) {
    return Map.of(
        "TWILIO_ACCOUNT_SID",
        ACCOUNT,
        "TWILIO_AUTH_TOKEN",
        "token-of-the-account",
        "TWILIO_FROM",
        "+15005550006",
        "TWILIO_MESSAGES_PER_SECOND",
        "1000",
        "TWILIO_BASE_URL",
        url);
  }
}
