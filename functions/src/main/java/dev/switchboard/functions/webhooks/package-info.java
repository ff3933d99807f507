/// What providers tell of their own accord: signed requests that come in over the API.
///
/// The way in is [dev.switchboard.functions.webhooks.ReceiveWebhooks]. A
/// [dev.switchboard.functions.webhooks.Signature] says whether a request is its vendor's, a
/// [dev.switchboard.functions.webhooks.Reader] what it says. Nothing is applied here: that is the
/// reports queue's consumer.
package dev.switchboard.functions.webhooks;
