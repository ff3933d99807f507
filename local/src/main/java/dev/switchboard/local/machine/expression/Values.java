package dev.switchboard.local.machine.expression;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON as machines hand it on, and the plain objects that JSONata computes with.
public final class Values {

  /// Numbers are JavaScript's: whole ones, else doubles.
  public static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// Beyond it a double no longer tells whole numbers apart.
  private static final double LARGEST_WHOLE = 9_007_199_254_740_992.0;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Values() {}

  /// @throws IllegalArgumentException saying what is wrong with the text
  public static JsonNode read(String text) {
    try {
      var value = MAPPER.readTree(text);
      if (value == null || value.isMissingNode()) throw new IllegalArgumentException("it is empty");
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /// The shortest text, without spaces.
  public static String text(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON value can be written", e);
    }
  }

  /// How long the shortest text is in UTF-8, by which AWS's limits count.
  public static int bytes(JsonNode value) {
    try {
      return MAPPER.writeValueAsBytes(value).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON value can be written", e);
    }
  }

  /// For JSONata; null stands for JSON's null within objects and lists.
  static Object plain(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> {
        var fields = new LinkedHashMap<String, Object>();
        value.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
        yield fields;
      }
      case ARRAY -> {
        var items = new ArrayList<>(value.size());
        value.forEach(item -> items.add(plain(item)));
        yield items;
      }
      case NUMBER ->
          value.isIntegralNumber() && value.canConvertToLong()
              ? whole(value.longValue())
              : value.doubleValue();
      case BOOLEAN -> value.booleanValue();
      case STRING, BINARY, POJO -> value.asText();
      case NULL, MISSING -> null;
    };
  }

  /// JSONata counts with ints as long as they do, and compares them faster.
  private static Number whole(long number) {
    if (number == (int) number) return (int) number;
    return number;
  }

  /// What JSONata gave; empty when it is, or holds, a function.
  static Optional<JsonNode> json(Object value) {
    try {
      return Optional.of(node(value));
    } catch (NoValue _) {
      return Optional.empty();
    }
  }

  private static JsonNode node(Object value) throws NoValue {
    return switch (value) {
      case null -> NODES.nullNode();
      case Object same when same.equals(Jsonata.NULL_VALUE) -> NODES.nullNode();
      case String text -> NODES.textNode(text);
      case Boolean truth -> NODES.booleanNode(truth);
      case Number number -> number(number);
      case List<?> list -> {
        var items = NODES.arrayNode(list.size());
        for (var item : list) items.add(node(item));
        yield items;
      }
      case Map<?, ?> map -> {
        var fields = NODES.objectNode();
        for (var field : map.entrySet())
          fields.set((String) field.getKey(), node(field.getValue()));
        yield fields;
      }
      default -> throw new NoValue();
    };
  }

  /// `1.0` is 1, as in JavaScript.
  private static JsonNode number(Number number) {
    var value = number.doubleValue();
    if (value != Math.rint(value) || Math.abs(value) > LARGEST_WHOLE)
      return NODES.numberNode(value);
    var whole = number.longValue();
    return whole == (int) whole ? NODES.numberNode((int) whole) : NODES.numberNode(whole);
  }

  /// A function is no JSON.
  private static final class NoValue extends Exception {
    private static final long serialVersionUID = 1;
  }
}
