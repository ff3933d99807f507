package dev.switchboard.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Handler.Remaining;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One HTTP request, as payload 2.0 of API Gateway brings it.
public final class Request {

  private final JsonNode event;
  private final Claims claims;
  private final Remaining remaining;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Request(JsonNode event, Claims claims, Remaining remaining) {
    this.event = event;
    this.claims = claims;
    this.remaining = remaining;
    headers.putAll(texts(event.path("headers")));
  }

  /// The gateway's id of this request; stands in the answer and in the log.
  public String id() {
    return context().path("requestId").asText("none");
  }

  public String routeKey() {
    return event.path("routeKey").asText("");
  }

  /// Path and query as they came, nothing decoded: what signatures are over.
  public String target() {
    var path = event.path("rawPath").asText("");
    var query = event.path("rawQueryString").asText("");
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
    var verified = context().path("authorizer").path("jwt").path("claims");
    return claims.identity(Optional.of(verified).filter(JsonNode::isObject).map(Request::texts));
  }

  /// The id in the path, read by its type.
  ///
  /// @param name as in the route: `execution_id`
  /// @throws Refused 404 if it has not the form of such an id, for then nothing has it
  public <T> T parameter(String name, Function<String, T> form) {
    var text = event.path("pathParameters").path(name);
    if (!text.isTextual()) throw notFound();
    try {
      return form.apply(text.asText());
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
    return texts(event.path("queryStringParameters"));
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
    return configured.orElseGet(
        () -> "https://" + context().path("domainName").asText("localhost"));
  }

  /// What tells this request from another under the same key.
  ///
  /// @return SHA-256 over route, path, query, content type and body, base64url
  public String fingerprint(Body body) {
    var parts =
        List.of(
            routeKey(),
            event.path("rawPath").asText(""),
            event.path("rawQueryString").asText(""),
            header("content-type").orElse(""));
    return Digest.of(parts, body.bytes());
  }

  private JsonNode context() {
    return event.path("requestContext");
  }

  private static Map<String, String> texts(JsonNode object) {
    return object
        .propertyStream()
        .filter(entry -> !entry.getValue().isNull())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  private static Refused notFound() {
    return new Refused(Problem.of(Problem.Kind.NOT_FOUND));
  }
}
