/// What texts say and how long they are: words that opt out, segments, safe personalisation.
///
/// Knows no contact and no channel's provider.
package dev.switchboard.text;
