/// Who can be reached, and whether they may be: contacts, consent, suppression and the outbound
/// gate.
///
/// The way in is [dev.switchboard.contact.Gate], over the dated data of
/// [dev.switchboard.contact.Rules]. Nothing here sends.
///
/// Which rule binds which message:
/// - suppression and consent taken back: every channel and purpose, in every mode
/// - `responded`: marketing; service and collections are conversations and answer
/// - `sms-consent`, `ai-voice`: marketing wants it written; calls and voicemails of other purposes
///   want some consent; e-mail none
/// - registers: `dnc` for marketing, `reassigned` for every purpose; calls, voicemails and texts
/// - content: marketing e-mail (`email`), collections (`optout-notice`), every text (`sms-length`)
/// - `frequency-cap`, `cool-down`: marketing and collections; service answers are not slowed down
/// - hours: marketing by call, voicemail and text (`hours-tcpa`, `hours-state`), collections over
///   every channel (`hours-regf`); e-mail marketing and service have none
/// - closed days: marketing by call, voicemail and text (`holidays`, `quiet-days`)
///
/// Left to the job that collects: calls per week and debt (`calls-7in7`), `validation`, `dispute`,
/// `cease`, `statements`, `first-party`, and times the consumer named, which override `hours-regf`.
/// Left to the web edge: the unsubscribe headers and pages (`email`). Words that opt out
/// (`optout-words`, `optout-any`) are in [dev.switchboard.text]. Keeping `records` is the stores'.
/// The one confirmation of an opt-out does not pass the gate.
package dev.switchboard.contact;
