/// One HTTP request to a provider, and what its answer says of whether it was taken.
///
/// [dev.switchboard.functions.providers.http.OneRequest] makes it,
/// [dev.switchboard.functions.providers.http.Verdicts] judges what every vendor means alike. What
/// only one vendor means is in that vendor's package.
package dev.switchboard.functions.providers.http;
