package dev.switchboard.functions.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;

/// Calls a function with bytes, as Lambda does.
public final class Calls {

  private Calls() {}

  /// The sample event of payload 2.0, changed.
  public static ObjectNode event(Consumer<ObjectNode> change) {
    try (var in = Calls.class.getResourceAsStream("/http/payload.json")) {
      var event = (ObjectNode) Json.MAPPER.readTree(in);
      change.accept(event);
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What Lambda would get back.
  public static JsonNode answer(Endpoint function, ObjectNode event) {
    try {
      var out = new ByteArrayOutputStream();
      function.handleRequest(
          new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), out, new Minute());
      return Json.MAPPER.readTree(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// JSON written with single quotes.
  public static JsonNode json(String text) {
    return parse(text.replace('\'', '"'));
  }

  public static JsonNode parse(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The problem document that a refusal answers with.
  public static JsonNode document(Refused refused) {
    return parse(refused.problem().reply("r-1").body().orElseThrow());
  }

  /// Reads the parsed body of an answer.
  public static JsonNode body(JsonNode answer) {
    return parse(answer.get("body").textValue());
  }

  /// Headers of an answer.
  public static Map<String, String> headers(JsonNode answer) {
    return Json.MAPPER.convertValue(
        answer.get("headers"), new TypeReference<Map<String, String>>() {});
  }
}
