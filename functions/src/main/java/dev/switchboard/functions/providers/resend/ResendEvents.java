package dev.switchboard.functions.providers.resend;

import dev.switchboard.send.Objection;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.time.Instant;
import java.util.Optional;

/// What Resend's events mean, in a webhook (`email.bounced`) and in a polled mail (`bounced`)
/// alike.
public final class ResendEvents {

  private static final String PREFIX = "email.";

  private ResendEvents() {}

  /// What an event says came of a mail; empty while nothing has, and for events that are not known
  /// here. An opened mail is no response: programs open mails too.
  public static Optional<Report> report(String event, Instant at) {
    var name = event.startsWith(PREFIX) ? event.substring(PREFIX.length()) : event;
    var complaint =
        Optional.of(new Objection(Objection.Kind.COMPLAINT, "resend complaint"))
            .filter(_ -> name.equals("complained"));
    return state(name).map(state -> new Report(state, name, complaint, Optional.empty(), at));
  }

  private static Optional<State> state(String name) {
    return switch (name) {
      case "delivered", "opened", "clicked", "complained" -> Optional.of(State.DELIVERED);
      case "bounced", "suppressed" -> Optional.of(State.BOUNCED);
      case "failed", "canceled" -> Optional.of(State.UNDELIVERED);
      default -> Optional.empty();
    };
  }
}
