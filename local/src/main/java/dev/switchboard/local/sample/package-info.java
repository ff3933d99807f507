/// What a newcomer sees: the sample campaign, sent through the public API and watched to its end.
///
/// The way in is [dev.switchboard.local.sample.Sample]. [dev.switchboard.local.sample.Api] and
/// [dev.switchboard.local.sample.Receipt] serve the commands too. Nothing here knows anything that
/// a client could not: every line printed comes from an answer of the API.
package dev.switchboard.local.sample;
