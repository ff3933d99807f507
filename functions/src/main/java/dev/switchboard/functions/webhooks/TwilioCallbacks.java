package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.http.Form;
import dev.switchboard.functions.providers.twilio.TwilioStatuses;
import dev.switchboard.functions.send.ReportQueue.Told;
import java.time.Instant;
import java.util.Optional;

/// Reads what Twilio says of texts that left: the send's id stands in the address that it calls.
final class TwilioCallbacks implements Reader {

  @Override
  public News read(Incoming request) {
    var form = Form.of(request.body());
    var id = required(form, "MessageSid");
    var status = required(form, "MessageStatus");
    var mid = mid(request.target());
    if (mid.isEmpty()) return new News.Unknown("a status without mid");
    var error = form.field("ErrorCode");
    return new News.Happened(id + "|" + status, at -> told(mid.get(), id, status, error, at));
  }

  private static Optional<String> mid(String target) {
    var query = target.indexOf('?');
    if (query < 0) return Optional.empty();
    return Form.of(target.substring(query + 1)).field("mid").flatMap(News::mid);
  }

  /// A status that settles nothing still says that Twilio has the text.
  private static Told told(
      String mid, String id, String status, Optional<String> error, Instant at) {
    return TwilioStatuses.report(status, error, Optional.empty(), at)
        .map(report -> Told.report(mid, id, report))
        .orElseGet(() -> Told.taken(mid, id, at));
  }

  static String required(Form form, String name) {
    return form.field(name).orElseThrow(() -> News.refused("The form has no " + name + "."));
  }
}
