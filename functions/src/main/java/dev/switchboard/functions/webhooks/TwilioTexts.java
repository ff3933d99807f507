package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.http.Form;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.text.OptOutWords;
import dev.switchboard.text.OptOutWords.Meaning;
import java.util.Map;
import java.util.Optional;

/// Reads texts that come in over Twilio.
///
/// Where Twilio has answered a keyword itself, also one of another language, it says so in
/// `OptOutType`; what it means to us is that word then.
final class TwilioTexts implements Reader {

  private static final Map<String, Meaning> TYPES =
      Map.of("STOP", Meaning.OPT_OUT, "START", Meaning.OPT_IN, "HELP", Meaning.HELP);

  /// Longest text that there is.
  private static final int LONGEST = 1_600;

  @Override
  public News read(Incoming request) {
    var form = Form.of(request.body());
    var id = TwilioCallbacks.required(form, "MessageSid");
    var from = TwilioCallbacks.required(form, "From");
    if (!from.matches("\\+[1-9][0-9]{6,14}"))
      return new News.Unknown("a text of a sender without a number");
    var text = text(form);
    return new News.Happened(id, at -> Told.texted(from, text, at));
  }

  private static String text(Form form) {
    var body = form.field("Body").orElse("");
    var said = body.substring(0, Math.min(LONGEST, body.length()));
    return form.field("OptOutType")
        .filter(type -> TYPES.containsKey(type))
        .filter(type -> OptOutWords.read(said, true) != TYPES.get(type))
        .orElse(said);
  }

  /// Whether somebody asked for help and nobody has answered.
  static boolean asksForHelp(Incoming request) {
    var form = Form.of(request.body());
    var help = form.field("Body").map(body -> OptOutWords.read(body, false));
    return help.equals(Optional.of(Meaning.HELP)) && form.field("OptOutType").isEmpty();
  }
}
