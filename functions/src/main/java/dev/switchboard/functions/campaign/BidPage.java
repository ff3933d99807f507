package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Response;
import dev.switchboard.functions.http.PublicPage;
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
    return PublicPage.of(200, dossier.card().title(), work(dossier) + note + form());
  }

  static Reply unclear(Dossier dossier, String because) {
    var told = "<p role=\"alert\"><strong>" + PublicPage.escaped(because) + "</strong></p>";
    return PublicPage.of(400, dossier.card().title(), told + work(dossier) + form());
  }

  static Reply thanks(Dossier dossier, Response kind) {
    var told =
        switch (kind) {
          case BID -> "Your bid is recorded. Somebody will be in touch.";
          case DECLINE -> "Your refusal is recorded. You hear no more of this.";
          case QUESTION -> "Your question is recorded. Somebody will answer it.";
          case BOUNCE -> throw new IllegalArgumentException("nobody says that of himself");
        };
    return PublicPage.of(200, "Thank you", "<p>" + told + "</p>" + work(dossier));
  }

  static Reply unknown() {
    return PublicPage.of(
        404,
        "Not found",
        "<p>This link is not known. Use the newest invitation, or reply to it.</p>");
  }

  private static String work(Dossier dossier) {
    var deadline =
        DEADLINE.format(
            dossier.campaign().timeline().deadline().atZone(dossier.card().site().zone()));
    var details =
        dossier
            .card()
            .details()
            .map(it -> "<p>" + PublicPage.escaped(it).replace("\n", "<br>") + "</p>");
    return "<p>"
        + PublicPage.escaped(dossier.house().company().orElse("Our team"))
        + " wants bids for <strong>"
        + PublicPage.escaped(dossier.card().title())
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
    return "<label><input type=\"radio\" name=\"kind\" required value=\""
        + value
        + "\"> "
        + label
        + "</label>";
  }
}
