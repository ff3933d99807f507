/// The runtime's own OpenID Connect issuer: a key, ready-made people, a login page, and the check
/// of tokens that API Gateway would do.
///
/// The way in is [dev.switchboard.local.issuer.Issuer]. Nothing of it can be configured into the
/// cloud, and its key never leaves the state folder.
package dev.switchboard.local.issuer;
