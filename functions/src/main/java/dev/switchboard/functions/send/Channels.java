package dev.switchboard.functions.send;

import dev.switchboard.contact.Channel;
import dev.switchboard.send.Provider;
import java.util.Map;

/// Who carries which channel.
public record Channels(Map<Channel, Provider> providers) {

  /// @throws IllegalArgumentException if a channel has no provider
  public Channels {
    providers = Map.copyOf(providers);
    for (var channel : Channel.values())
      if (!providers.containsKey(channel))
        throw new IllegalArgumentException("no provider for " + channel.wire());
  }

  /// One provider for every channel.
  public static Channels all(Provider provider) {
    var providers = new java.util.EnumMap<Channel, Provider>(Channel.class);
    for (var channel : Channel.values()) providers.put(channel, provider);
    return new Channels(providers);
  }

  public Provider of(Channel channel) {
    return providers.get(channel);
  }
}
