package dev.switchboard.local.conventions;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A SAM template, asked for what the rules look at.
///
/// @param text as written, comments included
record Template(String text, Yaml root) {

  /// What wakes a function.
  record Event(String function, String name, Yaml properties) {
    @Override
    public String toString() {
      return function + "." + name;
    }
  }

  /// One route of the HTTP API.
  ///
  /// @param key `GET /health`
  /// @param open reached without a token
  record Route(String function, String key, boolean open) {}

  static Template of(String text) {
    return new Template(text, Yaml.parse(text));
  }

  static Template ours() {
    return of(Repository.read("template.yaml"));
  }

  /// The properties of every resource of that type, by logical id.
  Map<String, Yaml> properties(String type) {
    return resources(type).entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().at("Properties"),
                (first, second) -> second,
                LinkedHashMap::new));
  }

  Map<String, Yaml> resources(String type) {
    var found = new LinkedHashMap<>(root.at("Resources").fields());
    found.values().removeIf(resource -> !resource.at("Type").text().equals(type));
    return found;
  }

  Map<String, Yaml> functions() {
    return properties("AWS::Serverless::Function");
  }

  /// What a function says of itself, else what all have in common.
  Yaml setting(String function, String... path) {
    var own = functions().get(function).at(path);
    return own.absent() ? root.at("Globals", "Function").at(path) : own;
  }

  Stream<Event> events(String type) {
    return functions().entrySet().stream()
        .flatMap(function ->
            function.getValue().at("Events").fields().entrySet().stream()
                .filter(event -> event.getValue().at("Type").text().equals(type))
                .map(event ->
                    new Event(
                        function.getKey(), event.getKey(), event.getValue().at("Properties"))));
  }

  Stream<Route> routes() {
    return events("HttpApi").map(Template::route);
  }

  /// Logical ids of the queues that take what others gave up.
  Set<String> deadLetters() {
    var redrives =
        properties("AWS::SQS::Queue").values().stream()
            .map(queue -> queue.at("RedrivePolicy", "deadLetterTargetArn"));
    var failed =
        functions().values().stream().map(function -> function.at("DeadLetterQueue", "TargetArn"));
    var unhandled =
        events("EventBridgeRule").map(e -> e.properties().at("DeadLetterConfig", "Arn"));
    return Stream.of(redrives, failed, unhandled)
        .flatMap(targets -> targets)
        .map(Yaml::target)
        .filter(target -> !target.isEmpty())
        .collect(toCollection(TreeSet::new));
  }

  /// Logical ids of what an alarm on that metric looks at.
  Set<String> watched(String namespace, String metric) {
    return properties("AWS::CloudWatch::Alarm").values().stream()
        .flatMap(alarm ->
            Stream.concat(
                Stream.of(alarm),
                alarm.at("Metrics").items().stream().map(m -> m.at("MetricStat", "Metric"))))
        .filter(stat -> stat.at("Namespace").text().equals(namespace))
        .filter(stat -> stat.at("MetricName").text().equals(metric))
        .flatMap(stat -> stat.at("Dimensions").items().stream())
        .map(dimension -> dimension.at("Value").target())
        .collect(toCollection(TreeSet::new));
  }

  private static Route route(Event event) {
    var at = event.properties();
    return new Route(
        event.function(),
        at.at("Method").text() + " " + at.at("Path").text(),
        at.at("Auth", "Authorizer").text().equals("NONE"));
  }
}
