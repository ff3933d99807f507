/// How sends leave and how reports come in: the worker, the sweeper, and the functions around them.
///
/// The way in is [dev.switchboard.functions.send.Delivery]. Decisions are the core's.
package dev.switchboard.functions.send;
