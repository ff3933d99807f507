/// DynamoDB: Amazon's own engine, in process and without a socket.
///
/// The way in is [dev.switchboard.local.table.Tables]; [dev.switchboard.local.table.TableProtocol]
/// lets the AWS CLI look in.
package dev.switchboard.local.table;
