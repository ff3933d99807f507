package dev.switchboard.functions.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.functions.providers.resend.ResendEvents;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.time.Instant;
import java.util.Optional;

/// Reads what Resend says of mails: the send's id is a tag of the mail.
///
/// A bounce that is not permanent is no delivery and no fault of the address; a complaint ends
/// e-mail to whoever complained.
final class MailEvents implements Reader {

  @Override
  public News read(Incoming request) {
    var event = request.body().json();
    var data = event.path("data");
    var type = event.path("type").asText();
    if (ResendEvents.report(type, Instant.EPOCH).isEmpty() && !type.equals("email.sent"))
      return new News.Nothing();
    var id = Verdicts.text(data, "email_id");
    if (id.isEmpty()) throw News.refused("The event has no data.email_id.");
    var mid = mid(data.path("tags"));
    if (mid.isEmpty()) return new News.Unknown("a mail without mid");
    return new News.Happened(
        request.header().apply("svix-id").orElseThrow(),
        at -> told(mid.get(), id.get(), type, data, at));
  }

  /// Told as an object; asked for, they are a list.
  private static Optional<String> mid(JsonNode tags) {
    for (var tag : tags)
      if (tag.path("name").asText().equals("mid")) return News.mid(tag.path("value").asText());
    return News.mid(tags.path("mid").asText());
  }

  private static Told told(String mid, String id, String type, JsonNode data, Instant at) {
    var report = ResendEvents.report(type, at);
    if (report.isEmpty()) return Told.taken(mid, id, at);
    return Told.report(mid, id, passing(report.get(), data.path("bounce")));
  }

  private static Report passing(Report report, JsonNode bounce) {
    var kind = bounce.path("type").asText("Permanent");
    if (report.state() != State.BOUNCED || kind.equals("Permanent")) return report;
    var cause = "bounced, " + kind.replaceAll("[^A-Za-z]", "");
    return new Report(State.UNDELIVERED, cause, report.cost(), report.at());
  }
}
