package dev.switchboard.local.template;

import java.util.Map;
import java.util.Optional;

/// What resources are called once they exist: the answers to `!Ref` and `!GetAtt`.
///
/// A resource without a name of its own is called by its logical id. Account and region are those
/// that SDKs and the AWS CLI use against a local endpoint.
///
/// @param types of every resource, by logical id
/// @param given names that the template itself gives (`TableName`, `QueueName`, …), by logical id
/// @param url of the API, without a slash at its end: `http://127.0.0.1:8787`
record Names(Map<String, String> types, Map<String, String> given, String url) {

  static final String ACCOUNT = "000000000000";
  static final String REGION = "us-east-1";
  static final String API_ID = "local";

  Names {
    types = Map.copyOf(types);
    given = Map.copyOf(given);
  }

  String name(String logicalId) {
    return given.getOrDefault(logicalId, logicalId);
  }

  Optional<String> ref(String logicalId) {
    return Optional.ofNullable(types.get(logicalId))
        .map(type ->
            switch (type) {
              case "AWS::SQS::Queue" -> queueUrl(name(logicalId));
              case "AWS::Serverless::HttpApi" -> API_ID;
              case "AWS::Serverless::StateMachine" -> arn(type, name(logicalId));
              default -> name(logicalId);
            })
        .or(() -> alias(logicalId));
  }

  /// `Name.Alias`, by which SAM means the published alias of a function.
  private Optional<String> alias(String reference) {
    if (!reference.endsWith(".Alias")) return Optional.empty();
    var function = reference.substring(0, reference.length() - ".Alias".length());
    return Optional.ofNullable(types.get(function))
        .filter(type -> type.equals("AWS::Serverless::Function"))
        .map(type -> arn(type, name(function)) + ":live");
  }

  Optional<String> attribute(String logicalId, String attribute) {
    return Optional.ofNullable(types.get(logicalId))
        .map(type ->
            switch (attribute) {
              case "Arn" -> arn(type, name(logicalId));
              case "QueueUrl" -> queueUrl(name(logicalId));
              case "QueueName", "Name" -> name(logicalId);
              case "ApiEndpoint" -> url;
              default -> logicalId + "." + attribute;
            });
  }

  /// The address AWS would give the API becomes ours.
  String localised(String text) {
    return text.replace("https://%s.execute-api.%s.amazonaws.com".formatted(API_ID, REGION), url);
  }

  private String queueUrl(String name) {
    return "%s/%s/%s".formatted(url, ACCOUNT, name);
  }

  private static String arn(String type, String name) {
    var resource =
        switch (type) {
          case "AWS::SQS::Queue" -> "sqs:%s:%s:" + name;
          case "AWS::DynamoDB::Table" -> "dynamodb:%s:%s:table/" + name;
          case "AWS::Events::EventBus" -> "events:%s:%s:event-bus/" + name;
          case "AWS::Serverless::Function" -> "lambda:%s:%s:function:" + name;
          case "AWS::Serverless::StateMachine" -> "states:%s:%s:stateMachine:" + name;
          default -> "other:%s:%s:" + name;
        };
    return "arn:aws:" + resource.formatted(REGION, ACCOUNT);
  }
}
