package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Response;
import dev.switchboard.functions.http.Reply;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The page behind the link of an invitation: plain HTML, for any telephone, without script.
final class BidPage {

  private static final DateTimeFormatter DEADLINE =
      DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);

  private BidPage() {}

  static Reply question(Dossier dossier) {
    var over = dossier.campaign().state().ended();
    var note = over ? "<p>It is over; a late bid is still recorded.</p>" : "";
    return page(200, dossier.card().title(), work(dossier) + note + form());
  }

  static Reply unclear(Dossier dossier, String because) {
    var told = "<p role=\"alert\"><strong>" + escaped(because) + "</strong></p>";
    return page(400, dossier.card().title(), told + work(dossier) + form());
  }

  static Reply thanks(Dossier dossier, Response kind) {
    var told =
        switch (kind) {
          case BID -> "Your bid is recorded. Somebody will be in touch.";
          case DECLINE -> "Your refusal is recorded. You hear no more of this.";
          case QUESTION -> "Your question is recorded. Somebody will answer it.";
          case BOUNCE -> throw new IllegalArgumentException("nobody says that of himself");
        };
    return page(200, "Thank you", "<p>" + told + "</p>" + work(dossier));
  }

  static Reply unknown() {
    return page(
        404,
        "Not found",
        "<p>This link is not known. Use the newest invitation, or reply to it.</p>");
  }

  private static String work(Dossier dossier) {
    var deadline =
        DEADLINE.format(
            dossier.campaign().timeline().deadline().atZone(dossier.card().site().zone()));
    var details =
        dossier.card().details().map(it -> "<p>" + escaped(it).replace("\n", "<br>") + "</p>");
    return "<p>"
        + escaped(dossier.house().company().orElse("Our team"))
        + " wants bids for <strong>"
        + escaped(dossier.card().title())
        + "</strong> until "
        + deadline
        + ".</p>"
        + details.orElse("");
  }

  private static String form() {
    return "<form method=\"post\"><fieldset><legend>Your answer</legend>"
        + choice("bid", "I bid")
        + choice("decline", "No, thank you")
        + choice("question", "I have a question")
        + "</fieldset>"
        + "<p><label>Price in dollars, for a bid<br><input name=\"amount\" inputmode=\"decimal\""
        + " autocomplete=\"off\" maxlength=\"20\"></label></p>"
        + "<p><label>Note or question<br><textarea name=\"note\" rows=\"4\" maxlength=\""
        + Answer.NOTE
        + "\"></textarea></label></p>"
        + "<p><button>Send</button></p></form>";
  }

  private static String choice(String value, String label) {
    return "<p><label><input type=\"radio\" name=\"kind\" required value=\""
        + value
        + "\"> "
        + label
        + "</label></p>";
  }

  private static Reply page(int status, String title, String body) {
    var html =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + escaped(title)
            + "</title><meta name=\"viewport\" content=\"width=device-width\"></head><body><h1>"
            + escaped(title)
            + "</h1>"
            + body
            + "</body></html>";
    return Reply.text(status, "text/html; charset=utf-8", html)
        .with("content-security-policy", "default-src 'none'; form-action 'self'")
        .with("referrer-policy", "no-referrer");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
