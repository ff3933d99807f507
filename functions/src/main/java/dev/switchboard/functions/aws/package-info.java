/// The ports of the core on AWS: DynamoDB, SQS and EventBridge.
///
/// Each adapter is named by its technology and turns the SDK's exceptions into
/// [dev.switchboard.Unavailable]. No decisions.
package dev.switchboard.functions.aws;
