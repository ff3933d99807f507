package dev.switchboard.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// That a contact must not be reached: for good, until it is lifted.
///
/// @param channel absent: every channel
/// @param address absent: every address of the contact, also future ones
/// @param source who or what said so: `sms STOP`, `unsubscribe link`, a person's id
public record Suppression(
    Optional<Channel> channel, Optional<String> address, Reason reason, String source, Instant at) {

  private static final String AT_PROVIDER = "at provider ";

  /// That the data of a contact was erased.
  public static Suppression erased(String source, Instant at) {
    return new Suppression(Optional.empty(), Optional.empty(), Reason.ERASED, source, at);
  }

  /// That a contact opted out at the provider of a channel: it holds for every channel of the same
  /// kind of address, so of a telephone for calls, voice messages and texts.
  ///
  /// @param provider and its code: `twilio 21610`
  public static List<Suppression> atProvider(Channel of, String provider, Instant at) {
    return Stream.of(Channel.values())
        .filter(channel -> channel.address() == of.address())
        .map(channel ->
            new Suppression(
                Optional.of(channel), Optional.empty(), Reason.OPT_OUT, AT_PROVIDER + provider, at))
        .toList();
  }

  /// Whether a provider told of it; no source that a person writes has this form.
  public boolean atProvider() {
    return reason == Reason.OPT_OUT && source.matches(AT_PROVIDER + "[a-z]+ [A-Za-z0-9_-]+");
  }

  public enum Reason {
    OPT_OUT,
    COMPLAINT,
    BOUNCED,
    BAD_NUMBER,
    /// The owner's own do-not-contact entry.
    OWNER,
    /// The contact had its data erased; only this remains.
    ERASED
  }
}
