package dev.switchboard.local.vendors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.switchboard.functions.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One HTTP request to a vendor.
record Asked(String method, URI uri, Function<String, String> headers, String body) {

  static Asked of(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var headers = exchange.getRequestHeaders();
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        name -> Optional.ofNullable(headers.getFirst(name)).orElse(""),
        body);
  }

  /// Empty text if it is not there.
  String header(String name) {
    return headers.apply(name);
  }

  String path() {
    return uri.getPath();
  }

  /// The last part of the path, without `.json`.
  String last() {
    return path().substring(path().lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
  }

  /// A parameter of the query; empty text if it is not there.
  String query(String name) {
    return fields(Optional.ofNullable(uri.getRawQuery()).orElse("")).getOrDefault(name, "");
  }

  Map<String, String> form() {
    return fields(body);
  }

  /// The fields of a form or a query.
  static Map<String, String> fields(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  JsonNode json() {
    return Json.tree(body);
  }
}
