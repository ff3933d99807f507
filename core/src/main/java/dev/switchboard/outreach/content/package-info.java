/// What a smart-send says, per goal and channel.
///
/// The way in is [dev.switchboard.outreach.content.Writer]; templates do it here, a language model
/// may. Nothing here knows how a text travels or whether it may.
package dev.switchboard.outreach.content;
