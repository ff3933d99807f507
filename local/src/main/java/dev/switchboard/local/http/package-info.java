/// The one loopback port: an API Gateway HTTP API in small, and what else answers there.
///
/// The way in is [dev.switchboard.local.http.Server], which asks a list of
/// [dev.switchboard.local.http.Pages]; [dev.switchboard.local.http.Gateway] serves the template's
/// routes. Throttling and stages are left out.
package dev.switchboard.local.http;
