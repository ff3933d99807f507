package dev.switchboard.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.switchboard.functions.Handler.Remaining;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// One HTTP request, as payload 2.0 of API Gateway brings it.
public final class Request {

  private final APIGatewayV2HTTPEvent event;
  private final Claims claims;
  private final Remaining remaining;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Request(APIGatewayV2HTTPEvent event, Claims claims, Remaining remaining) {
    this.event = event;
    this.claims = claims;
    this.remaining = remaining;
    Optional.ofNullable(event.getHeaders()).ifPresent(headers::putAll);
  }

  /// The gateway's id of this request; stands in the answer and in the log.
  public String id() {
    return context().map(APIGatewayV2HTTPEvent.RequestContext::getRequestId).orElse("none");
  }

  public String routeKey() {
    return Optional.ofNullable(event.getRouteKey()).orElse("");
  }

  /// Path and query as they came, nothing decoded: what signatures are over.
  public String target() {
    var path = Optional.ofNullable(event.getRawPath()).orElse("");
    var query = Optional.ofNullable(event.getRawQueryString()).orElse("");
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// Time left for this invocation.
  public Remaining remaining() {
    return remaining;
  }

  /// Who asks.
  ///
  /// @throws Refused 401 without a verified token, 403 if it names no owner
  public Identity caller() {
    return claims.identity(
        context()
            .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
            .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
            .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims));
  }

  /// The id in the path, read by its type.
  ///
  /// @param name as in the route: `execution_id`
  /// @throws Refused 404 if it has not the form of such an id, for then nothing has it
  public <T> T parameter(String name, Function<String, T> form) {
    var text = Optional.ofNullable(event.getPathParameters()).map(all -> all.get(name));
    try {
      return form.apply(text.orElseThrow(Request::notFound));
    } catch (IllegalArgumentException e) {
      throw notFound();
    }
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// The query: read what is known, close it, refuse by the findings.
  public Fields query(Findings findings) {
    return Fields.query(parameters(), findings);
  }

  /// The query as the gateway decoded it; a name given twice has its values joined by a comma.
  public Map<String, String> parameters() {
    return Optional.ofNullable(event.getQueryStringParameters()).map(Map::copyOf).orElse(Map.of());
  }

  /// @throws Refused 400 if there is any parameter
  public void noQuery() {
    var findings = new Findings();
    query(findings).close();
    findings.refuse(Problem.Kind.INVALID_PARAMETER);
  }

  /// @param most bytes: [Body#LEADS] or [Body#COMMON]
  /// @throws Refused 413 if it is larger
  public Body body(int most) {
    return Body.of(this, event, most);
  }

  /// The key under which this request acts once; empty when none was given.
  ///
  /// @throws Refused 400 if it is malformed
  public Optional<IdempotencyKey> idempotencyKey() {
    return header(IdempotencyKey.HEADER).map(IdempotencyKey::parse);
  }

  /// Where this API is reached from outside, without a slash at the end.
  ///
  /// @param configured what the settings say; empty: the address that this request came to
  public String publicUrl(Optional<String> configured) {
    return configured.orElseGet(() ->
        "https://"
            + context()
                .map(APIGatewayV2HTTPEvent.RequestContext::getDomainName)
                .orElse("localhost"));
  }

  /// What tells this request from another under the same key.
  ///
  /// @return SHA-256 over route, path, query, content type and body, base64url
  public String fingerprint(Body body) {
    var parts =
        List.of(
            routeKey(),
            Optional.ofNullable(event.getRawPath()).orElse(""),
            Optional.ofNullable(event.getRawQueryString()).orElse(""),
            header("content-type").orElse(""));
    return Digest.of(parts, body.bytes());
  }

  private Optional<APIGatewayV2HTTPEvent.RequestContext> context() {
    return Optional.ofNullable(event.getRequestContext());
  }

  private static Refused notFound() {
    return new Refused(Problem.of(Problem.Kind.NOT_FOUND));
  }
}
