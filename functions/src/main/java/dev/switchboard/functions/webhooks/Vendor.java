package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.providers.setup.Brand;
import java.util.Locale;

/// Who tells things over webhooks.
public enum Vendor {
  TWILIO(Brand.TWILIO, "TWILIO_WEBHOOK_SECRET"),
  RESEND(Brand.RESEND, "RESEND_WEBHOOK_SECRET"),
  ELEVENLABS(Brand.ELEVENLABS, "ELEVENLABS_WEBHOOK_SECRET"),
  VAPI(Brand.VAPI, "VAPI_WEBHOOK_SECRET");

  private final Brand brand;
  private final String secret;

  Vendor(Brand brand, String secret) {
    this.brand = brand;
    this.secret = secret;
  }

  Brand brand() {
    return brand;
  }

  /// Name of the secret that its requests are signed with.
  String secret() {
    return secret;
  }

  /// `twilio`
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
