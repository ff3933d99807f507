package dev.switchboard.functions.webhooks;

import java.util.Locale;

/// Who tells things over webhooks.
public enum Vendor {
  TWILIO("TWILIO_WEBHOOK_SECRET"),
  RESEND("RESEND_WEBHOOK_SECRET"),
  ELEVENLABS("ELEVENLABS_WEBHOOK_SECRET"),
  VAPI("VAPI_WEBHOOK_SECRET");

  private final String secret;

  Vendor(String secret) {
    this.secret = secret;
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
