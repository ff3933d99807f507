package dev.switchboard.functions.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import java.util.List;

/// Problem documents as they are expected, and bodies that cause them.
public final class Problems {

  private static final ObjectWriter ASCII =
      Json.STRICT.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private Problems() {}

  /// What a body with those findings is answered with.
  public static JsonNode invalid(JsonNode... findings) {
    var count = findings.length == 1 ? "One finding." : findings.length + " findings.";
    var problem = problem(400, "invalid-body", "The body breaks a rule", count);
    problem.putArray("errors").addAll(List.of(findings));
    return problem;
  }

  public static JsonNode unreadable(String detail) {
    return problem(400, "unreadable-body", "The body cannot be read", detail);
  }

  public static ObjectNode problem(int status, String type, String title, String detail) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "/problems/" + type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("request_id", "r-1");
  }

  public static JsonNode finding(String pointer, String rule) {
    return JsonNodeFactory.instance.objectNode().put("pointer", pointer).put("rule", rule);
  }

  /// @param value JSON with single quotes
  public static JsonNode finding(String pointer, String rule, String value) {
    return ((ObjectNode) finding(pointer, rule)).set("value", Calls.json(value));
  }

  /// JSON in which half a surrogate pair stays what it is.
  public static byte[] bytes(JsonNode body) {
    try {
      return ASCII.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
