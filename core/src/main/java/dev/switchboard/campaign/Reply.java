package dev.switchboard.campaign;

import dev.switchboard.price.Usd;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a contractor's reply to an invitation says. Only plain words are taken for a decision; a
/// person reads the rest. Words that opt out are read before this, by [dev.switchboard.text].
public sealed interface Reply {

  /// YES or BID.
  ///
  /// @param amount where he named one
  record Bid(Optional<Usd> amount) implements Reply {}

  /// NO.
  record Decline() implements Reply {}

  /// Anything else.
  record Question() implements Reply {}

  /// `yes`, `Bid $1,250.50`, `YES: 900.`; at most seven digits before the point.
  Pattern BID =
      Pattern.compile(
          "(?:yes|bid)[\\s.!:,;-]*(?:\\$ ?|(?<![.,]))"
              + "(\\d{1,7}|\\d{1,3}(?:,\\d{3}){1,2})?(\\.\\d{1,2})?[\\s.!]*");

  Pattern NO = Pattern.compile("no[\\s.!]*");

  static Reply of(String text) {
    var said = text.strip().toLowerCase(Locale.ROOT);
    if (NO.matcher(said).matches()) return new Decline();
    var bid = BID.matcher(said);
    if (!bid.matches()) return new Question();
    var whole = Optional.ofNullable(bid.group(1)).map(digits -> digits.replace(",", ""));
    var cents = Optional.ofNullable(bid.group(2)).orElse("");
    if (whole.isEmpty() && !cents.isEmpty()) return new Question();
    return new Bid(whole.map(dollars -> Usd.of(dollars + cents)));
  }

  default Response response() {
    return switch (this) {
      case Bid _ -> Response.BID;
      case Decline _ -> Response.DECLINE;
      case Question _ -> Response.QUESTION;
    };
  }
}
