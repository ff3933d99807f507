package dev.switchboard.local.template;

import dev.switchboard.local.template.Template.Api;
import dev.switchboard.local.template.Template.Authorizer;
import dev.switchboard.local.template.Template.Cors;
import dev.switchboard.local.template.Template.Function;
import dev.switchboard.local.template.Template.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads functions and the HTTP API, Globals merged in.
///
/// @param defaultAuthorizer of the HTTP API
record FunctionReader(
    Section globals, Intrinsics intrinsics, Names names, Optional<String> defaultAuthorizer) {

  private static final Set<String> USED =
      Set.of("Handler", "Timeout", "Environment", "Events", "FunctionName");

  private static final Set<String> PASSED_BY =
      Set.of(
          "Architectures",
          "AutoPublishAlias",
          "AutoPublishAliasAllProperties",
          "AutoPublishCodeSha256",
          "CodeUri",
          "DeadLetterQueue",
          "DeploymentPreference",
          "Description",
          "EphemeralStorage",
          "EventInvokeConfig",
          "Layers",
          "LoggingConfig",
          "MemorySize",
          "PermissionsBoundary",
          "Policies",
          "PropagateTags",
          "RecursiveLoop",
          "ReservedConcurrentExecutions",
          "Role",
          "RolePath",
          "Runtime",
          "RuntimeManagementConfig",
          "SnapStart",
          "Tags",
          "Tracing",
          "VersionDescription");

  private static final Set<String> API_PASSED_BY =
      Set.of(
          "AccessLogSettings",
          "DefaultRouteSettings",
          "Description",
          "Domain",
          "FailOnWarnings",
          "Name",
          "PropagateTags",
          "RouteSettings",
          "StageVariables",
          "Tags");

  Function function(String id, Section resource) {
    var own = resource.section("Properties").mapping().over(globals.section("Function").mapping());
    var properties = resolved("the function " + id, own).knowing(USED, PASSED_BY);
    var triggers = new ArrayList<Trigger>();
    var reader = new TriggerReader(id, names, defaultAuthorizer);
    properties.named("Events").forEach((name, event) -> reader.read(name, event, triggers));
    return new Function(
        names.name(id),
        properties.neededText("Handler").replaceFirst("::.*", ""),
        Duration.ofSeconds(properties.number("Timeout", 3)),
        environment(properties),
        triggers);
  }

  private Map<String, String> environment(Section properties) {
    var variables = new LinkedHashMap<>(properties.section("Environment").variables("Variables"));
    variables.replaceAll((_, value) -> names.localised(value));
    return variables;
  }

  Api api(Section resource) {
    var own = resource.section("Properties").mapping().over(globals.section("HttpApi").mapping());
    return read(resolved("the HTTP API", own));
  }

  /// The API that SAM makes where a route names none.
  Optional<Api> implicitApi() {
    return Optional.of(read(resolved("Globals.HttpApi", globals.section("HttpApi").mapping())));
  }

  private static Api read(Section properties) {
    properties.knowing(Set.of("Auth", "CorsConfiguration", "StageName"), API_PASSED_BY);
    if (!properties.text("StageName").orElse("$default").equals("$default")) {
      throw properties.problem("StageName", "only the stage $default is served: remove StageName");
    }
    var authorizers = new LinkedHashMap<String, Authorizer>();
    properties
        .section("Auth")
        .named("Authorizers")
        .forEach((name, authorizer) -> authorizers.put(name, authorizer(name, authorizer)));
    return new Api(authorizers, cors(properties));
  }

  private static Authorizer authorizer(String name, Section section) {
    if (!section.has("JwtConfiguration")) {
      throw section.problem(
          "JwtConfiguration", "the authorizer " + name + " is no JWT authorizer: make it one");
    }
    var source = section.text("IdentitySource").orElse("$request.header.Authorization");
    var header = source.replaceFirst("^\\$request\\.header\\.", "").toLowerCase(Locale.ROOT);
    return new Authorizer(header, section.texts("AuthorizationScopes"));
  }

  private static Optional<Cors> cors(Section properties) {
    var given = properties.mapping().entries().get("CorsConfiguration");
    return switch (given) {
      case null -> Optional.empty();
      case Yaml.Text text when text.value().equals("false") -> Optional.empty();
      case Yaml.Text _ ->
          Optional.of(new Cors(List.of("*"), List.of("*"), List.of("*"), List.of(), false, 0));
      case Yaml _ -> {
        var cors = properties.section("CorsConfiguration");
        yield Optional.of(
            new Cors(
                cors.texts("AllowOrigins"),
                cors.texts("AllowMethods"),
                cors.texts("AllowHeaders"),
                cors.texts("ExposeHeaders"),
                cors.flag("AllowCredentials", false),
                cors.number("MaxAge", 0)));
      }
    };
  }

  private Section resolved(String what, Yaml.Mapping mapping) {
    return new Section(what, (Yaml.Mapping) intrinsics.resolved(mapping), globals.problems());
  }
}
