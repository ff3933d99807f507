package dev.switchboard.local.template;

import dev.switchboard.local.template.Template.Api;
import dev.switchboard.local.template.Template.Function;
import dev.switchboard.local.template.Template.Queue;
import dev.switchboard.local.template.Template.StateMachine;
import dev.switchboard.local.template.Template.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a SAM template into what the embedded runtime brings to life.
public final class TemplateReader {

  /// Types that nothing here acts on: they watch, permit or store outside of the functions' sight.
  private static final List<String> PASSED_BY =
      List.of(
          "AWS::ApplicationInsights::",
          "AWS::Budgets::",
          "AWS::CloudWatch::",
          "AWS::Cognito::",
          "AWS::Events::Archive",
          "AWS::Events::EventBusPolicy",
          "AWS::IAM::",
          "AWS::KMS::",
          "AWS::Lambda::Permission",
          "AWS::Logs::",
          "AWS::ResourceGroups::",
          "AWS::SNS::",
          "AWS::SQS::QueuePolicy",
          "AWS::SSM::",
          "AWS::SecretsManager::");

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Conditions",
          "Rules",
          "Globals",
          "Resources",
          "Outputs");

  private final Problems problems;
  private final Section root;
  private final Map<String, Section> resources = new LinkedHashMap<>();
  private final Intrinsics intrinsics;
  private final Names names;

  private TemplateReader(Document document, Map<String, String> parameters, String url) {
    this.problems = new Problems(document.file());
    this.root = new Section("the template", document.root(), problems).knowing(SECTIONS, Set.of());
    var types = types();
    this.names = new Names(types, givenNames(), url);
    this.intrinsics =
        new Intrinsics(problems, values(parameters), root.section("Conditions").mapping(), names);
    root.named("Resources").forEach(this::keep);
  }

  /// @param file the template
  /// @param parameters values in place of the template's defaults
  /// @param url under which the API and the queues will answer, without a slash at its end
  /// @throws dev.switchboard.local.state.StartFailure with the line of what it does not understand
  public static Template read(Path file, Map<String, String> parameters, String url) {
    return new TemplateReader(Document.read(file), parameters, url).template();
  }

  private Template template() {
    var tables = new ArrayList<Table>();
    var queues = new ArrayList<Queue>();
    var buses = new ArrayList<String>();
    var functions = new ArrayList<Function>();
    var machines = new ArrayList<StateMachine>();
    var apis = new ArrayList<Api>();
    var reader =
        new FunctionReader(root.section("Globals"), intrinsics, names, defaultAuthorizer());
    resources.forEach((id, resource) -> {
      switch (resource.neededText("Type")) {
        case "AWS::DynamoDB::Table" ->
            tables.add(StorageReader.table(names.name(id), properties(id)));
        case "AWS::SQS::Queue" -> queues.add(StorageReader.queue(names.name(id), properties(id)));
        case "AWS::Events::EventBus" -> buses.add(names.name(id));
        case "AWS::Serverless::Function" -> functions.add(reader.function(id, resource));
        case "AWS::Serverless::HttpApi" -> apis.add(reader.api(resource));
        case "AWS::Serverless::StateMachine" ->
            machines.add(StateMachineReader.machine(names.name(id), properties(id)));
        case String type -> {
          if (PASSED_BY.stream().noneMatch(type::startsWith)) {
            throw unsupported(id, resource, "the embedded runtime does not know the type " + type);
          }
        }
      }
    });
    if (apis.size() > 1) throw problems.at(1, "there are two HTTP APIs: keep one");
    var api = apis.isEmpty() ? reader.implicitApi() : Optional.of(apis.getFirst());
    return new Template(tables, queues, buses, functions, machines, api, logicalNames());
  }

  private Optional<String> defaultAuthorizer() {
    var globals = root.section("Globals").section("HttpApi").section("Auth");
    var own =
        resources.keySet().stream()
            .filter(id -> resources.get(id).neededText("Type").equals("AWS::Serverless::HttpApi"))
            .flatMap(id -> properties(id).section("Auth").text("DefaultAuthorizer").stream());
    return Stream.concat(own, globals.text("DefaultAuthorizer").stream()).findFirst();
  }

  private Map<String, String> logicalNames() {
    var found = new HashMap<String, String>();
    resources.keySet().forEach(id -> found.put(id, names.name(id)));
    return found;
  }

  private RuntimeException unsupported(String id, Section resource, String why) {
    return resource.problem(
        "Type",
        "%s: %s; remove it, or teach it to the package dev.switchboard.local.template"
            .formatted(id, why));
  }

  private Section properties(String id) {
    var section = resources.get(id).section("Properties");
    return new Section(id, (Yaml.Mapping) intrinsics.resolved(section.mapping()), problems);
  }

  private void keep(String id, Section resource) {
    var condition = resource.text("Condition");
    var line = resource.mapping().lineOf("Condition");
    if (condition.map(name -> intrinsics.condition(name, line)).orElse(true)) {
      resources.put(id, resource);
    }
  }

  private Map<String, String> types() {
    var types = new HashMap<String, String>();
    if (root.mapping().get("Resources").isEmpty()) throw root.missing("Resources");
    root.named("Resources").forEach((id, each) -> types.put(id, each.neededText("Type")));
    types.put("ServerlessHttpApi", "AWS::Serverless::HttpApi");
    return types;
  }

  private Map<String, String> givenNames() {
    var given = new HashMap<String, String>();
    root.named("Resources")
        .forEach((id, resource) -> {
          var properties = resource.section("Properties");
          for (var key : List.of("TableName", "QueueName", "FunctionName", "Name")) {
            if (properties.mapping().get(key).orElse(new Yaml.Nothing(0))
                instanceof Yaml.Text text) {
              given.put(id, text.value());
            }
          }
          if (properties.mapping().get("FifoQueue").isPresent()) {
            given.putIfAbsent(id, id + ".fifo");
          }
        });
    return given;
  }

  private Map<String, String> values(Map<String, String> overrides) {
    var values = new HashMap<String, String>();
    root.named("Parameters")
        .forEach((name, parameter) -> {
          var value = Optional.ofNullable(overrides.get(name)).or(() -> parameter.text("Default"));
          values.put(name, value.orElseThrow(() -> noValue(name, parameter)));
        });
    for (var name : overrides.keySet()) {
      if (!values.containsKey(name)) {
        throw problems.at(
            1, "there is no parameter %s to be given a value: mend its name".formatted(name));
      }
    }
    return values;
  }

  private RuntimeException noValue(String name, Section parameter) {
    return problems.at(
        parameter.mapping().line(),
        "the parameter %s has no default: start with --parameter %s=VALUE".formatted(name, name));
  }
}
