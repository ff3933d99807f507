/// SQS: ElasticMQ in process, on the movable clock, and the pollers that bring messages to
/// functions.
///
/// The way in is [dev.switchboard.local.queue.Queues]. Messages are in memory only: what must
/// survive a crash is in a table, and whoever wrote it there sends it again.
package dev.switchboard.local.queue;
