package dev.switchboard.local.conventions;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Functions are alike where they can be, and told apart by names that CloudFormation makes.
final class FunctionRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("functions-are-described", FunctionRules::undescribed),
          new Rule("functions-share-what-is-common", FunctionRules::uncommon),
          new Rule("functions-behind-http-are-in-time", FunctionRules::late),
          new Rule("workers-are-watched", FunctionRules::unwatched),
          new Rule("sweepers-are-missed", FunctionRules::unmissed),
          new Rule("names-are-made", FunctionRules::named));

  /// What stands once in Globals, and the value it has there; empty: any.
  private static final Map<List<String>, String> COMMON =
      Map.of(
          List.of("CodeUri"), ".",
          List.of("Runtime"), "java25",
          List.of("AutoPublishAlias"), "live",
          List.of("AutoPublishAliasAllProperties"), "true",
          List.of("SnapStart", "ApplyOn"), "PublishedVersions",
          List.of("Tracing"), "Active",
          List.of("LoggingConfig", "LogFormat"), "JSON");

  private static final long GATEWAY_SECONDS = 29;

  private FunctionRules() {}

  private static Stream<String> undescribed(Template template) {
    return template.functions().entrySet().stream()
        .filter(function -> function.getValue().at("Description").text().isBlank())
        .map(function -> function.getKey() + " has no description");
  }

  private static Stream<String> uncommon(Template template) {
    var own =
        template.functions().entrySet().stream()
            .flatMap(function ->
                COMMON.keySet().stream()
                    .map(List::getFirst)
                    .filter(name -> !function.getValue().at(name).absent())
                    .map(name -> function.getKey() + " has its own " + name));
    var globals = template.root().at("Globals", "Function");
    var missing =
        COMMON.entrySet().stream()
            .filter(_ -> !template.functions().isEmpty())
            .filter(one -> !globals.at(path(one.getKey())).text().equals(one.getValue()))
            .map(one ->
                "Globals must say " + String.join(".", one.getKey()) + ": " + one.getValue());
    return Stream.concat(own, missing);
  }

  private static String[] path(List<String> names) {
    return names.toArray(String[]::new);
  }

  private static Stream<String> late(Template template) {
    return template
        .routes()
        .map(Template.Route::function)
        .distinct()
        .filter(id -> template.setting(id, "Timeout").number(3) > GATEWAY_SECONDS)
        .map(id -> id + " may run longer than the gateway waits, which is 30 s");
  }

  private static Stream<String> unwatched(Template template) {
    var behindHttp = template.routes().map(Template.Route::function).collect(toSet());
    var watched = template.watched("AWS/Lambda", "Errors");
    return template.functions().keySet().stream()
        .filter(id -> !behindHttp.contains(id) && !watched.contains(id))
        .map(id -> id + " may fail and no alarm tells");
  }

  private static Stream<String> unmissed(Template template) {
    var watched = template.watched("AWS/Lambda", "Invocations");
    return template
        .events("ScheduleV2")
        .filter(event -> !watched.contains(event.function()))
        .map(event -> event + " may stop and no alarm tells");
  }

  private static Stream<String> named(Template template) {
    return template.root().at("Resources").fields().entrySet().stream()
        .flatMap(resource ->
            Stream.of("FunctionName", "TableName", "QueueName", "TopicName", "LogGroupName")
                .filter(name -> !resource.getValue().at("Properties", name).absent())
                // A filter names the group that it reads by reference.
                .filter(name -> resource.getValue().at("Properties", name).target().isEmpty())
                .map(name -> resource.getKey() + " has a " + name + " of its own"));
  }
}
