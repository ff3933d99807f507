/// Text messages by Twilio.
///
/// [dev.switchboard.functions.providers.twilio.TwilioSms] carries the channel;
/// [dev.switchboard.functions.providers.twilio.TwilioCodes] and
/// [dev.switchboard.functions.providers.twilio.TwilioStatuses] say what codes and statuses mean,
/// wherever they come from.
package dev.switchboard.functions.providers.twilio;
