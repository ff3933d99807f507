package dev.switchboard.functions.providers.twilio;

import dev.switchboard.price.Usd;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/// What Twilio's message statuses mean, in a callback and in a polled message alike.
public final class TwilioStatuses {

  private static final int MICROS = 6;

  private TwilioStatuses() {}

  /// What a status says came of a message; empty while nothing has, and for statuses that are not
  /// known here.
  ///
  /// @param errorCode of Twilio, the report's cause: [TwilioCodes] knows what it means
  /// @param price what it charged; empty when it does not say yet
  public static Optional<Report> report(
      String status, Optional<String> errorCode, Optional<Usd> price, Instant at) {
    var objection = errorCode.flatMap(TwilioCodes::objection);
    return state(status)
        .map(state -> new Report(state, errorCode.orElse(status), objection, price, at));
  }

  private static Optional<State> state(String status) {
    return switch (status) {
      case "delivered", "read" -> Optional.of(State.DELIVERED);
      case "undelivered", "failed", "canceled" -> Optional.of(State.UNDELIVERED);
      default -> Optional.empty();
    };
  }

  /// Twilio writes charges as negative amounts: `-0.00790`.
  ///
  /// @param unit `usd`; another currency is no price here
  static Optional<Usd> price(Optional<String> price, Optional<String> unit) {
    if (unit.filter("usd"::equalsIgnoreCase).isEmpty()) return Optional.empty();
    return price
        .filter(text -> text.matches("-?[0-9]{1,9}(\\.[0-9]{1,12})?"))
        .map(text -> Usd.of(new BigDecimal(text).abs().setScale(MICROS, RoundingMode.HALF_UP)));
  }
}
