/// E-mail by Resend.
///
/// [dev.switchboard.functions.providers.resend.ResendEmail] carries the channel;
/// [dev.switchboard.functions.providers.resend.ResendEvents] says what its events mean, wherever
/// they come from.
package dev.switchboard.functions.providers.resend;
