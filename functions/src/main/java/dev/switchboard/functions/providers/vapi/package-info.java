/// Voice messages by Vapi.
///
/// [dev.switchboard.functions.providers.vapi.VapiVoicemail] carries the channel;
/// [dev.switchboard.functions.providers.vapi.EndedReasons] says what became of a call, wherever it
/// comes from.
package dev.switchboard.functions.providers.vapi;
