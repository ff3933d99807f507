package dev.switchboard.contact;

import dev.switchboard.contact.Verdict.Block;
import java.util.Optional;

/// What applies in every mode: suppression, and consent that was taken back.
final class OptOuts {

  private OptOuts() {}

  static Optional<Block> objection(Ask ask) {
    return suppressed(ask).or(() -> Consents.revoked(ask));
  }

  static Optional<Block> suppressed(Ask ask) {
    return ask.contact().suppressions().stream()
        .filter(suppression -> covers(suppression, ask))
        .findFirst()
        .map(OptOuts::block);
  }

  private static boolean covers(Suppression suppression, Ask ask) {
    return suppression.channel().map(ask.channel()::equals).orElse(true)
        && suppression.address().map(ask.address()::equals).orElse(true);
  }

  private static Block block(Suppression suppression) {
    boolean all = suppression.channel().isEmpty() && suppression.address().isEmpty();
    var rule =
        switch (suppression.reason()) {
          case OPT_OUT, COMPLAINT -> all ? "optout-all" : "medium";
          case BOUNCED, BAD_NUMBER, OWNER, ERASED -> "suppressed";
        };
    return new Block(
        rule,
        "%s%s since %s (%s)"
            .formatted(
                told(suppression.reason()),
                suppression.channel().map(channel -> " of " + channel.wire()).orElse(""),
                suppression.at(),
                suppression.source()));
  }

  private static String told(Suppression.Reason reason) {
    return switch (reason) {
      case OPT_OUT -> "Opted out";
      case COMPLAINT -> "Complained and counts as opted out";
      case BOUNCED -> "The address bounces and is out";
      case BAD_NUMBER -> "The number does not work and is out";
      case OWNER -> "On the owner's own do-not-contact list and out";
      case ERASED -> "Erased and out";
    };
  }
}
