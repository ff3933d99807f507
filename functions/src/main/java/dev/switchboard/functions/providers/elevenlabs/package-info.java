/// Calls by an agent of ElevenLabs.
///
/// [dev.switchboard.functions.providers.elevenlabs.ElevenLabsCalls] carries the channel;
/// [dev.switchboard.functions.providers.elevenlabs.Conversations] says what a conversation came to,
/// wherever it comes from.
package dev.switchboard.functions.providers.elevenlabs;
