package dev.switchboard.local.template;

import dev.switchboard.local.state.StartFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A mapping of the template, its functions carried out, read property by property.
///
/// @param what it is, for messages: `the function SmartSend`
record Section(String what, Yaml.Mapping mapping, Problems problems) {

  /// Complains about the first property that is in none of the two sets.
  ///
  /// @param used what the embedded runtime acts on
  /// @param passedBy what it may leave alone, because it shows on AWS only
  Section knowing(Set<String> used, Set<String> passedBy) {
    for (var key : mapping.entries().keySet()) {
      if (!used.contains(key) && !passedBy.contains(key)) {
        throw problem(
            key,
            "%s has a property %s that the embedded runtime does not know: remove it, or teach it to the package dev.switchboard.local.template"
                .formatted(what, key));
      }
    }
    return this;
  }

  Optional<String> text(String key) {
    return mapping
        .get(key)
        .map(value -> {
          if (value instanceof Yaml.Text text) return text.value();
          throw problem(key, "%s of %s must be a text".formatted(key, what));
        });
  }

  String neededText(String key) {
    return text(key).orElseThrow(() -> missing(key));
  }

  int number(String key, int otherwise) {
    var text = text(key);
    try {
      return text.map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw problem(
          key, "%s of %s must be a whole number: %s".formatted(key, what, text.orElse("")));
    }
  }

  boolean flag(String key, boolean otherwise) {
    return text(key).map(value -> value.equals("true")).orElse(otherwise);
  }

  Section section(String key) {
    return mapping
        .get(key)
        .map(value -> of(key, value))
        .orElseGet(() -> new Section(what, Yaml.Mapping.empty(mapping.lineOf(key)), problems));
  }

  boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  List<Section> sections(String key) {
    return list(key).stream().map(item -> of(key, item)).toList();
  }

  /// The mapping below `key`, each entry as a section of its own.
  Map<String, Section> named(String key) {
    var found = new LinkedHashMap<String, Section>();
    var below = section(key).mapping();
    below.entries().forEach((name, value) -> found.put(name, of(name, value)));
    return found;
  }

  /// A list of texts; a single text is a list of one.
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (var item : list(key)) {
      if (!(item instanceof Yaml.Text text)) {
        throw problem(key, "%s of %s must be a list of texts".formatted(key, what));
      }
      texts.add(text.value());
    }
    return texts;
  }

  /// The mapping below `key` as texts.
  Map<String, String> variables(String key) {
    var below = section(key);
    var found = new LinkedHashMap<String, String>();
    below
        .mapping()
        .entries()
        .keySet()
        .forEach(name -> found.put(name, below.text(name).orElse("")));
    return found;
  }

  StartFailure missing(String key) {
    return problems.at(mapping.line(), "%s needs a property %s".formatted(what, key));
  }

  StartFailure problem(String key, String sentence) {
    return problems.at(mapping.lineOf(key), sentence);
  }

  private List<Yaml> list(String key) {
    return mapping
        .get(key)
        .map(value -> value instanceof Yaml.Listing listing ? listing.items() : List.of(value))
        .orElse(List.of());
  }

  private Section of(String key, Yaml value) {
    if (value instanceof Yaml.Mapping below) {
      return new Section(what + " (" + key + ")", below, problems);
    }
    throw problem(key, "%s of %s must be a mapping".formatted(key, what));
  }
}
