package dev.switchboard.contact;

import dev.switchboard.contact.Verdict.Block;
import java.util.Optional;

/// What follows from the registers that a number stands in.
///
/// Only consent that is on record counts against them; an owner's attestation for whole lists does
/// not: a listed number is solicited with written consent alone, and one that was reassigned is
/// used only with consent of after that day.
final class Listings {

  private Listings() {}

  static Optional<Block> objection(Ask ask) {
    if (ask.channel().address() != Channel.Address.PHONE) return Optional.empty();
    return ask.listings().stream().flatMap(listing -> objection(ask, listing).stream()).findFirst();
  }

  private static Optional<Block> objection(Ask ask, Listing listing) {
    var consent = Consents.latest(ask);
    return switch (listing.kind()) {
      case DO_NOT_CALL ->
          block(
              "dnc",
              "On a do-not-call list since %s (%s), and no written consent is recorded",
              listing,
              ask.purpose() == Purpose.MARKETING
                  && consent.filter(it -> it.kind() == Consent.Kind.WRITTEN).isEmpty());
      case REASSIGNED ->
          block(
              "reassigned",
              "The number belongs to somebody else since %s (%s), who has agreed to nothing",
              listing,
              consent.filter(it -> it.at().isAfter(listing.since())).isEmpty());
    };
  }

  private static Optional<Block> block(
      String rule, String because, Listing listing, boolean objects) {
    return Optional.of(new Block(rule, because.formatted(listing.since(), listing.register())))
        .filter(_ -> objects);
  }
}
