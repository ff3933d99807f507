package dev.switchboard.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One value of a YAML document and the line, counted from 1, on which it begins.
sealed interface Yaml {

  int line();

  /// A scalar.
  ///
  /// @param plain without quotes, so that `5` is a number and `true` a boolean where a type matters
  record Text(String value, boolean plain, int line) implements Yaml {}

  /// A sequence.
  record Listing(List<Yaml> items, int line) implements Yaml {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /// A mapping with text keys, in the order of the document.
  ///
  /// @param lines where each key stands
  record Mapping(Map<String, Yaml> entries, Map<String, Integer> lines, int line) implements Yaml {

    static Mapping empty(int line) {
      return new Mapping(Map.of(), Map.of(), line);
    }

    Optional<Yaml> get(String key) {
      return Optional.ofNullable(entries.get(key)).filter(value -> !(value instanceof Nothing));
    }

    int lineOf(String key) {
      return lines.getOrDefault(key, line);
    }

    /// This mapping over `base`: mappings are merged, sequences joined, scalars replaced, which is
    /// what SAM does with Globals.
    Mapping over(Mapping base) {
      var merged = new LinkedHashMap<>(base.entries);
      var mergedLines = new LinkedHashMap<>(base.lines);
      mergedLines.putAll(lines);
      entries.forEach((key, value) -> merged.merge(key, value, Mapping::combined));
      return new Mapping(merged, mergedLines, line);
    }

    private static Yaml combined(Yaml base, Yaml own) {
      if (base instanceof Mapping below && own instanceof Mapping above) return above.over(below);
      if (base instanceof Listing first && own instanceof Listing second) {
        var items = new ArrayList<>(first.items());
        items.addAll(second.items());
        return new Listing(items, second.line());
      }
      return own;
    }
  }

  /// An intrinsic function, `!Ref X` or `{ "Ref": "X" }` alike.
  ///
  /// @param function `Ref`, `Condition`, or the name behind `Fn::`
  record Call(String function, Yaml argument, int line) implements Yaml {}

  /// A null, or `AWS::NoValue`: as if the key were not there.
  record Nothing(int line) implements Yaml {}
}
