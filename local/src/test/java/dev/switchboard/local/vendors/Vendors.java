package dev.switchboard.local.vendors;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The four vendors, each on a port of its own.
public final class Vendors implements AutoCloseable {

  private final Journal journal = new Journal();
  private final Tunnel tunnel;
  private final List<Desk> desks;

  private Vendors(Conduct conduct, InstantSource clock, long seed) {
    tunnel = new Tunnel(seed);
    desks =
        List.<Vendor>of(new Twilio(), new Resend(), new ElevenLabs(), new Vapi()).stream()
            .map(it -> new Desk(it, conduct, journal, tunnel, clock))
            .toList();
  }

  /// @param clock what they note times by: the product looks its messages up by time
  /// @param seed of the order in which they tell things
  public static Vendors open(Conduct conduct, InstantSource clock, long seed) {
    return new Vendors(conduct, clock, seed);
  }

  /// The product's settings that lead to them, as a user would set them.
  public Map<String, String> environment() {
    var environment = new HashMap<>(Webhook.SECRETS);
    desks.forEach(it -> environment.putAll(it.environment()));
    environment.put("PUBLIC_URL", Tunnel.PUBLIC_URL);
    return environment;
  }

  public Journal journal() {
    return journal;
  }

  public Tunnel tunnel() {
    return tunnel;
  }

  @Override
  public void close() {
    desks.forEach(Desk::close);
    tunnel.close();
  }
}
