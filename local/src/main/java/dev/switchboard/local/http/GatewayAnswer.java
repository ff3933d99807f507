package dev.switchboard.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What API Gateway makes of a function's answer: payload format 2.0.
final class GatewayAnswer {
  private GatewayAnswer() {}

  /// @return empty when the answer has not the form the gateway needs
  static Optional<Reply> read(byte[] payload) {
    try {
      var answer = Json.MAPPER.readTree(payload);
      if (answer == null || answer.isMissingNode()) return Optional.empty();
      if (!answer.has("statusCode")) return Optional.of(inferred(answer));
      return structured(answer);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Reply inferred(JsonNode answer) {
    var text = answer.isTextual() ? answer.asText() : answer.toString();
    return Reply.of(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Reply> structured(JsonNode answer) {
    var status = answer.path("statusCode").asInt(0);
    if (status < 100 || status > 599) return Optional.empty();
    var headers = new LinkedHashMap<String, List<String>>();
    answer
        .path("headers")
        .properties()
        .forEach(header ->
            headers.put(
                header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue().asText())));
    var cookies = new ArrayList<String>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) headers.put("set-cookie", cookies);
    headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
    var body = answer.path("body");
    var text = body.isNull() || body.isMissingNode() ? "" : body.asText();
    var bytes =
        answer.path("isBase64Encoded").asBoolean(false)
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return Optional.of(new Reply(status, headers, bytes));
  }
}
