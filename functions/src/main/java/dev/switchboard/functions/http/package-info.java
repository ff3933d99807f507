/// The HTTP edge: routes, identity, bodies, problems, cursors, idempotency.
///
/// The way in is [dev.switchboard.functions.http.Endpoint]: a function that answers HTTP extends it
/// and names its routes. Bodies and queries are read through
/// [dev.switchboard.functions.http.Fields], which tells every finding at once. Nothing here knows a
/// job; the gateway's own answers (401 and 403 of the authorizer, 404 of an unknown path) are made
/// before a function is called.
package dev.switchboard.functions.http;
