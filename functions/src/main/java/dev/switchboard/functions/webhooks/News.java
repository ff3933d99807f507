package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.send.SendId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// What one webhook says.
sealed interface News {

  /// Something happened.
  ///
  /// @param event the vendor's id of it, the same when it is told again
  /// @param told what is to be applied, by when it was heard for the first time
  record Happened(String event, Function<Instant, Told> told) implements News {
    public Happened {
      if (!event.matches("[A-Za-z0-9_.:|-]{1,300}"))
        throw refused("An id is longer or other than any of this vendor's.");
    }
  }

  /// Nothing that concerns a send: events of a kind that is not used, or not known here.
  record Nothing() implements News {}

  /// Something happened, and nothing says to which send.
  ///
  /// @param because what is missing
  record Unknown(String because) implements News {}

  static Refused refused(String detail) {
    return new Refused(Problem.of(Problem.Kind.INVALID_BODY, detail));
  }

  /// A send's id, if a text is one: a vendor's account may have other callers than us.
  static Optional<String> mid(String text) {
    try {
      return Optional.of(new SendId(text).value());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
