package dev.switchboard.local.conventions;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A piece of a YAML document, walked by name; what is not there is empty, never an error.
///
/// @param value a text, a list or a map; scalars are texts; `!Ref X` is the map `{Ref: X}` and
///   `!GetAtt X.Arn` the map `{Fn::GetAtt: X.Arn}`
record Yaml(Object value) {

  private static final Yaml NOTHING = new Yaml(Map.of());

  static Yaml parse(String text) {
    var compose = new Compose(LoadSettings.builder().build());
    return new Yaml(compose.composeString(text).map(Yaml::plain).orElse(Map.of()));
  }

  boolean absent() {
    return equals(NOTHING);
  }

  Yaml at(String... path) {
    var here = this;
    for (var name : path) here = here.fields().getOrDefault(name, NOTHING);
    return here;
  }

  Map<String, Yaml> fields() {
    if (!(value instanceof Map<?, ?> map)) return Map.of();
    return map.entrySet().stream()
        .collect(
            toMap(
                entry -> (String) entry.getKey(),
                entry -> new Yaml(entry.getValue()),
                (first, second) -> second,
                LinkedHashMap::new));
  }

  /// The items of a list; a lone value is a list of one, as CloudFormation has it.
  List<Yaml> items() {
    if (absent()) return List.of();
    return value instanceof List<?> list ? list.stream().map(Yaml::new).toList() : List.of(this);
  }

  /// The text of a scalar; empty for anything else.
  String text() {
    return value instanceof String text ? text : "";
  }

  /// The number of a scalar, or `otherwise` when it is not there or not a number.
  long number(long otherwise) {
    return text().matches("\\d{1,18}") ? Long.parseLong(text()) : otherwise;
  }

  /// The logical id that a `!Ref` or `!GetAtt` points to; empty for anything else.
  String target() {
    var ref = at("Ref").text();
    return ref.isEmpty() ? at("Fn::GetAtt").text().replaceFirst("\\..*", "") : ref;
  }

  private static Object plain(Node node) {
    var tag = node.getTag().getValue();
    var value =
        switch (node) {
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode list -> list.getValue().stream().map(Yaml::plain).toList();
          case MappingNode map -> plain(map);
          default -> throw new IllegalArgumentException("an alias or anchor: " + node);
        };
    return tag.startsWith("!") ? Map.of(intrinsic(tag.substring(1)), value) : value;
  }

  private static Map<String, Object> plain(MappingNode map) {
    var fields = new LinkedHashMap<String, Object>();
    for (var entry : map.getValue())
      fields.put(((ScalarNode) entry.getKeyNode()).getValue(), plain(entry.getValueNode()));
    return fields;
  }

  private static String intrinsic(String tag) {
    return tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
  }
}
