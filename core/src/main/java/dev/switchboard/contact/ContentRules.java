package dev.switchboard.contact;

import dev.switchboard.contact.Ask.ContentFacts;
import dev.switchboard.contact.Verdict.Block;
import java.util.Optional;

/// What a message must carry.
final class ContentRules {

  /// Most segments of one text message.
  static final int MAX_SEGMENTS = 2;

  private ContentRules() {}

  static Optional<Block> objection(Ask ask) {
    if (ask.content().isEmpty()) return planned(ask);
    var content = ask.content().get();
    return switch (ask.channel()) {
      case EMAIL -> email(ask.purpose(), content).or(() -> notice(ask.purpose(), content));
      case SMS -> notice(ask.purpose(), content).or(() -> length(content));
      case VOICE_CALL, VOICEMAIL -> Optional.empty();
    };
  }

  /// What is known to be lacking before there is a text, so that no plan counts on it.
  private static Optional<Block> planned(Ask ask) {
    if (ask.channel() != Channel.EMAIL || ask.purpose() != Purpose.MARKETING)
      return Optional.empty();
    return ask.policy().postalAddress().isPresent()
        ? Optional.empty()
        : Optional.of(new Block("email", "The owner has no postal address for the e-mail"));
  }

  private static Optional<Block> email(Purpose purpose, ContentFacts content) {
    if (purpose != Purpose.MARKETING) return Optional.empty();
    if (!content.unsubscribe())
      return Optional.of(new Block("email", "The e-mail has no one-click unsubscribe link"));
    if (!content.postalAddress())
      return Optional.of(new Block("email", "The e-mail lacks the owner's postal address"));
    return Optional.empty();
  }

  private static Optional<Block> notice(Purpose purpose, ContentFacts content) {
    if (purpose != Purpose.COLLECTIONS || content.optOutNotice()) return Optional.empty();
    return Optional.of(new Block("optout-notice", "The message does not say how to opt out"));
  }

  private static Optional<Block> length(ContentFacts content) {
    if (content.smsSegments() <= MAX_SEGMENTS) return Optional.empty();
    return Optional.of(
        new Block(
            "sms-length",
            "The text has %d segments, at most %d are sent"
                .formatted(content.smsSegments(), MAX_SEGMENTS)));
  }
}
