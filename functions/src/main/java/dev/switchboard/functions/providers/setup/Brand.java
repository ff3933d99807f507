package dev.switchboard.functions.providers.setup;

import dev.switchboard.contact.Channel;
import java.util.Arrays;

/// The vendor of each channel, as a person knows it.
public enum Brand {
  ELEVENLABS(
      Channel.VOICE_CALL,
      "ElevenLabs",
      "ELEVENLABS_API_KEY, ELEVENLABS_AGENT_ID and ELEVENLABS_PHONE_NUMBER_ID"),
  VAPI(Channel.VOICEMAIL, "Vapi", "VAPI_API_KEY, VAPI_ASSISTANT_ID and VAPI_PHONE_NUMBER_ID"),
  TWILIO(
      Channel.SMS,
      "Twilio",
      "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM (or TWILIO_MESSAGING_SERVICE_SID)"),
  RESEND(Channel.EMAIL, "Resend", "RESEND_API_KEY and RESEND_FROM");

  private final Channel channel;
  private final String title;
  private final String needed;

  Brand(Channel channel, String title, String needed) {
    this.channel = channel;
    this.title = title;
    this.needed = needed;
  }

  public static Brand of(Channel channel) {
    return Arrays.stream(values()).filter(it -> it.channel == channel).findFirst().orElseThrow();
  }

  public Channel channel() {
    return channel;
  }

  /// `ElevenLabs`
  public String title() {
    return title;
  }

  /// The settings without which nothing is sent by it, in a row for a sentence.
  public String needed() {
    return needed;
  }
}
