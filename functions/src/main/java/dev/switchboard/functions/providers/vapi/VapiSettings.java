package dev.switchboard.functions.providers.vapi;

import java.util.Optional;

/// How voice messages are left.
///
/// @param apiKey secret
/// @param assistantId who says something when a person picks up
/// @param publicUrl where Vapi tells how a call ended; empty: nowhere, it is asked for
/// @param credentialId of the credential with which Vapi signs what it tells; empty: as the
///   assistant or organisation says
/// @param baseUrl `https://api.vapi.ai`
public record VapiSettings(
    String apiKey,
    String assistantId,
    String phoneNumberId,
    Optional<String> publicUrl,
    Optional<String> credentialId,
    String baseUrl) {

  /// Without the secret.
  @Override
  public String toString() {
    return "Vapi assistant " + assistantId;
  }
}
