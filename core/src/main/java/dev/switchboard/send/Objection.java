package dev.switchboard.send;

/// What a provider holds against a message, beyond not delivering it.
///
/// @param source provider and code: `twilio 30005`
public record Objection(Kind kind, String source) {

  /// What kind of trouble a provider's code tells of.
  public enum Kind {
    /// Nobody was reached, and a later attempt may succeed.
    PASSING,
    /// The contact opted out at the provider.
    OPTED_OUT,
    /// The contact complained of it.
    COMPLAINT,
    /// Nothing can reach this address on this channel.
    BAD_ADDRESS,
    /// These words may not be sent.
    CONTENT,
    /// Our account, our settings, our request.
    OUR_MISTAKE
  }

  /// What a refusal says.
  public static Objection of(Outcome.Refused refused, String provider) {
    var kind =
        switch (refused.refusal()) {
          case OPTED_OUT -> Kind.OPTED_OUT;
          case BAD_ADDRESS -> Kind.BAD_ADDRESS;
          case CONTENT -> Kind.CONTENT;
          case OUR_MISTAKE -> Kind.OUR_MISTAKE;
        };
    return new Objection(kind, provider + " " + refused.code());
  }
}
