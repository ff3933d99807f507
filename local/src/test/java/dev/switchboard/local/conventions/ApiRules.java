package dev.switchboard.local.conventions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Nobody comes in without a token, but where that is meant.
final class ApiRules {

  /// The routes that are open, each with its reason in the template.
  static final Set<String> OPEN =
      Set.of(
          "GET /health",
          "GET /bids/{token}",
          "POST /bids/{token}",
          "GET /unsubscribe/{token}",
          "POST /unsubscribe/{token}",
          "POST /webhooks/twilio/sms",
          "POST /webhooks/twilio/status",
          "POST /webhooks/resend",
          "POST /webhooks/elevenlabs",
          "POST /webhooks/vapi");

  static final List<Rule> ALL =
      List.of(
          new Rule("only-listed-routes-are-open", ApiRules::openRoutes),
          new Rule("apis-ask-for-tokens", ApiRules::tokenlessApis),
          new Rule("routes-name-one-method", ApiRules::vagueRoutes),
          new Rule("api-errors-are-watched", ApiRules::unwatchedApis));

  private ApiRules() {}

  private static Stream<String> openRoutes(Template template) {
    return template
        .routes()
        .filter(route -> route.open() && !OPEN.contains(route.key()))
        .map(route -> route.key() + " needs no token");
  }

  private static Stream<String> tokenlessApis(Template template) {
    return template.properties("AWS::Serverless::HttpApi").entrySet().stream()
        .filter(api -> {
          var auth = api.getValue().at("Auth");
          var byDefault = auth.at("DefaultAuthorizer").text();
          return auth.at("Authorizers", byDefault, "JwtConfiguration").absent();
        })
        .map(api -> api.getKey() + " has no JWT authorizer by default");
  }

  private static Stream<String> vagueRoutes(Template template) {
    return template
        .routes()
        .filter(route -> !route.key().matches("(GET|POST|PUT|DELETE|PATCH) /[^$+]*"))
        .map(route -> route.function() + " must name one method and path: " + route.key());
  }

  private static Stream<String> unwatchedApis(Template template) {
    var watched = template.watched("AWS/ApiGateway", "5xx");
    return template.properties("AWS::Serverless::HttpApi").keySet().stream()
        .filter(id -> !watched.contains(id))
        .map(id -> id + " may answer 5xx and no alarm tells");
  }
}
