package dev.switchboard.functions.providers.elevenlabs;

/// How calls are made.
///
/// @param apiKey secret
/// @param agentId whose first words use the dynamic variable `message`
/// @param phoneNumberId the agent's own number, as ElevenLabs calls it
/// @param baseUrl `https://api.elevenlabs.io`
public record ElevenLabsSettings(
    String apiKey, String agentId, String phoneNumberId, String baseUrl) {

  /// Without the secret.
  @Override
  public String toString() {
    return "ElevenLabs agent " + agentId;
  }
}
