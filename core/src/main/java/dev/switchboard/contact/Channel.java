package dev.switchboard.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A way to reach a contact, dearest first; the order is that of the fallback chain.
public enum Channel {
  VOICE_CALL(Address.PHONE),
  VOICEMAIL(Address.PHONE),
  SMS(Address.PHONE),
  EMAIL(Address.EMAIL);

  /// What a channel is addressed by.
  public enum Address {
    PHONE,
    EMAIL
  }

  private final Address address;

  Channel(Address address) {
    this.address = address;
  }

  public Address address() {
    return address;
  }

  /// The name in JSON and at rest: `voice_call`, `voicemail`, `sms`, `email`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The channel of that wire name; empty if there is none.
  public static Optional<Channel> ofWire(String wire) {
    return Arrays.stream(values()).filter(channel -> channel.wire().equals(wire)).findFirst();
  }
}
