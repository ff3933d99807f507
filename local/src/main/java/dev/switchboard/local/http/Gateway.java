package dev.switchboard.local.http;

import dev.switchboard.local.clock.Activity;
import dev.switchboard.local.function.Functions;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.issuer.TokenCheck;
import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.template.Template;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// The template's HTTP API.
public final class Gateway implements Pages {

  /// Lambda's limit on an event, in bytes.
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

  private final Routes routes;
  private final Template.Api api;
  private final CorsRules cors;
  private final Functions functions;
  private final TokenCheck tokens;
  private final Activity activity;
  private final InstantSource clock;

  /// What the gateway works with.
  public record Surroundings(
      Functions functions, TokenCheck tokens, Activity activity, InstantSource clock) {}

  public Gateway(Template template, Surroundings around) {
    this.routes = new Routes(template.functions());
    this.api = template.api().orElseThrow();
    this.cors = new CorsRules(api.cors());
    this.functions = around.functions();
    this.tokens = around.tokens();
    this.activity = around.activity();
    this.clock = around.clock();
    template.functions().stream()
        .flatMap(function -> function.triggers().stream())
        .filter(Template.Route.class::isInstance)
        .map(Template.Route.class::cast)
        .forEach(this::check);
  }

  private void check(Template.Route route) {
    if (route.path().matches("/(dev|issuer)(/.*)?")) {
      throw new StartFailure(
          "The route %s belongs to the embedded runtime: choose another path."
              .formatted(route.path()));
    }
    route
        .authorizer()
        .filter(name -> !api.authorizers().containsKey(name))
        .ifPresent(name -> {
          throw new StartFailure(
              "The route %s names the authorizer %s, which the API does not have: add it under Auth."
                  .formatted(route.path(), name));
        });
  }

  @Override
  public Optional<Reply> answer(Request request) {
    return Optional.of(
        cors.preflight(request)
            .orElseGet(() -> cors.marked(request, routed(request)))
            .with("apigw-requestid", UUID.randomUUID().toString()));
  }

  private Reply routed(Request request) {
    var match = routes.find(request.method(), request.path());
    if (match.isEmpty()) return Reply.message(404, "Not Found");
    var authorizer = match.get().route().authorizer();
    if (authorizer.isEmpty()) return called(request, match.get(), Optional.empty());
    var rules = api.authorizers().get(authorizer.get());
    var own = match.get().route().scopes();
    var scopes = own.isEmpty() ? rules.scopes() : own;
    var header = request.header(rules.header()).orElse("");
    return switch (tokens.check(header, scopes)) {
      case TokenCheck.Result.Passed passed -> called(request, match.get(), Optional.of(passed));
      case TokenCheck.Result.Forbidden _ -> Reply.message(403, "Forbidden");
      case TokenCheck.Result.Unknown(var why) ->
          Reply.message(401, "Unauthorized").with("www-authenticate", challenge(header, why));
    };
  }

  private static String challenge(String header, String why) {
    return header.isBlank()
        ? "Bearer"
        : "Bearer error=\"invalid_token\" error_description=\"%s\""
            .formatted(why.replaceAll("[^ -~]|[\"\\\\]", " "));
  }

  private Reply called(
      Request request, Routes.Match match, Optional<TokenCheck.Result.Passed> identity) {
    try (var _ = activity.begin()) {
      var event = new GatewayEvent(request, match, identity, clock.instant()).bytes();
      if (event.length > LARGEST_EVENT) return Reply.message(413, "Request Entity Too Large");
      return switch (functions.call(match.function(), event)) {
        case Invocation.Answered(var payload) ->
            GatewayAnswer.read(payload)
                .orElseGet(() -> Reply.message(500, "Internal Server Error"));
        case Invocation.Failed _ -> Reply.message(500, "Internal Server Error");
        case Invocation.TimedOut _ -> Reply.message(503, "Service Unavailable");
      };
    }
  }
}
