package dev.switchboard.functions.send;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.providers.setup.Vendors;
import dev.switchboard.functions.providers.setup.Vendors.Carrier;
import dev.switchboard.send.Provider;

/// Who carries which channel, asked anew for every send.
@FunctionalInterface
public interface Channels {

  /// @throws dev.switchboard.Unavailable when nobody can tell
  Carrier of(Channel channel);

  /// One provider for every channel.
  static Channels all(Provider provider) {
    return _ -> new Carrier.Open(provider);
  }

  /// Each channel's vendor, and the outbox for channels without one.
  static Channels of(Vendors vendors) {
    return vendors::of;
  }
}
