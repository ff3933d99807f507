package dev.switchboard.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.issuer.TokenCheck;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A request as API Gateway hands it to a function: payload format 2.0 of an HTTP API's [Lambda
/// integration](https://docs.aws.amazon.com/apigateway/latest/developerguide/).
///
/// @param identity absent on a route without authorizer
record GatewayEvent(
    Request request, Routes.Match match, Optional<TokenCheck.Result.Passed> identity, Instant now) {

  /// The content types whose bodies arrive as text; all others, forms too, arrive as base64.
  private static final Pattern TEXT =
      Pattern.compile("(text/.*|application/(json|xml|javascript))\\s*(;.*)?");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  byte[] bytes() {
    var event = Json.MAPPER.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.key());
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.rawQuery());
    cookies(event);
    headers(event.putObject("headers"));
    put(event, "queryStringParameters", request.query());
    context(event.putObject("requestContext"));
    put(event, "pathParameters", match.parameters());
    body(event);
    try {
      return Json.MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void cookies(ObjectNode event) {
    var cookies = request.headers().getOrDefault("cookie", List.of());
    if (cookies.isEmpty()) return;
    var array = event.putArray("cookies");
    for (var line : cookies) {
      for (var cookie : line.split(";")) array.add(cookie.strip());
    }
  }

  private void headers(ObjectNode headers) {
    for (var name : request.headers().keySet().stream().sorted().toList()) {
      if (!name.equals("cookie")) headers.put(name, request.header(name).orElse(""));
    }
    headers.put("x-forwarded-for", "127.0.0.1");
    headers.put("x-forwarded-proto", "http");
    headers.put("x-forwarded-port", host().replaceFirst(".*:", ""));
  }

  private static void put(ObjectNode event, String name, Map<String, String> values) {
    if (values.isEmpty()) return;
    var node = event.putObject(name);
    values.forEach(node::put);
  }

  private void context(ObjectNode context) {
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    identity.ifPresent(passed -> authorizer(context.putObject("authorizer"), passed));
    context.put("domainName", host());
    context.put("domainPrefix", "local");
    var http = context.putObject("http");
    http.put("method", request.method());
    http.put("path", request.path());
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "127.0.0.1");
    http.put("userAgent", request.header("user-agent").orElse(""));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", match.key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  private static void authorizer(ObjectNode authorizer, TokenCheck.Result.Passed passed) {
    var jwt = authorizer.putObject("jwt");
    var claims = jwt.putObject("claims");
    passed.claims().forEach(claims::put);
    if (passed.scopes().isEmpty()) {
      jwt.putNull("scopes");
    } else {
      var scopes = jwt.putArray("scopes");
      passed.scopes().forEach(scopes::add);
    }
  }

  private void body(ObjectNode event) {
    var bytes = request.body();
    var type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    var text = TEXT.matcher(type).matches() ? utf8(bytes) : Optional.<String>empty();
    if (bytes.length > 0) {
      event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)));
    }
    event.put("isBase64Encoded", bytes.length > 0 && text.isEmpty());
  }

  /// @return empty when the bytes are no UTF-8: they are handed on as they are
  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private String host() {
    return request.header("host").orElse("");
  }
}
