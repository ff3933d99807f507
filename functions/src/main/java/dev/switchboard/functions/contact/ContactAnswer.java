package dev.switchboard.functions.contact;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Consent;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A contact as the API tells it.
///
/// @param responses when it responded, by execution
record ContactAnswer(
    String id,
    Optional<String> name,
    Optional<String> phone,
    Optional<String> email,
    List<ConsentAnswer> consents,
    List<SuppressionAnswer> suppressions,
    List<TouchAnswer> touches,
    Map<String, Instant> responses) {

  record ConsentAnswer(Optional<String> channel, String kind, String source, Instant at) {
    static ConsentAnswer of(Consent consent) {
      return new ConsentAnswer(
          consent.channel().map(Channel::wire),
          constant(consent.kind()),
          consent.source(),
          consent.at());
    }
  }

  record SuppressionAnswer(
      Optional<String> channel,
      Optional<String> address,
      String reason,
      String source,
      Instant at) {
    static SuppressionAnswer of(Suppression suppression) {
      return new SuppressionAnswer(
          suppression.channel().map(Channel::wire),
          suppression.address(),
          constant(suppression.reason()),
          suppression.source(),
          suppression.at());
    }
  }

  record TouchAnswer(String send, String channel, String purpose, Instant at) {
    static TouchAnswer of(Touch touch) {
      return new TouchAnswer(
          touch.send(), touch.channel().wire(), touch.purpose().wire(), touch.at());
    }
  }

  static ContactAnswer of(Contact contact) {
    return new ContactAnswer(
        contact.id().value(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.consents().stream().map(ConsentAnswer::of).toList(),
        contact.suppressions().stream().map(SuppressionAnswer::of).toList(),
        contact.touches().stream().map(TouchAnswer::of).toList(),
        contact.responses());
  }

  private static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
