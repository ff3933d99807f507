/// One class per Lambda function, the adapters and the wiring.
///
/// The way in is [dev.switchboard.functions.Handler]: every function is one.
package dev.switchboard.functions;
