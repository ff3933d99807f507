package dev.switchboard.local.machine.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file of a definition, with the place of everything in it.
///
/// @param places line and column, by path
public record Source(Path file, JsonNode json, Map<JsonPointer, String> places) {

  /// What SAM replaces: `${Name}`.
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

  public Source {
    places = Map.copyOf(places);
  }

  /// @throws StartFailure when it cannot be read or is no JSON
  public static Source read(Path file) {
    try {
      return of(file, Files.readString(file));
    } catch (IOException e) {
      throw new StartFailure(
          "There is no readable state machine at %s: mend DefinitionUri in the template."
              .formatted(file),
          e);
    }
  }

  static Source of(Path file, String text) {
    try (var parser = Values.MAPPER.createParser(text)) {
      return new Source(file, Values.MAPPER.readTree(text), places(parser));
    } catch (JsonProcessingException e) {
      throw new StartFailure(
          "%s:%d:%d: this is no JSON (%s): mend it."
              .formatted(
                  file.getFileName(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new IllegalStateException("a text can be read", e);
    }
  }

  private static Map<JsonPointer, String> places(JsonParser parser) throws IOException {
    var places = new HashMap<JsonPointer, String>();
    while (parser.nextToken() != null) {
      var at = parser.currentTokenLocation();
      places.putIfAbsent(
          parser.getParsingContext().pathAsPointer(), at.getLineNr() + ":" + at.getColumnNr());
    }
    return places;
  }

  /// `campaign.asl.json:12:7: error: $.States.Ask.Next: there is no state B: mend the name.`
  public String line(Finding finding) {
    return "%s:%s: %s: %s: %s: %s."
        .formatted(
            file.getFileName(),
            place(finding.at()),
            finding.weight().name().toLowerCase(Locale.ROOT),
            finding.path(),
            finding.problem(),
            finding.mending());
  }

  /// Of what is not there, the place around it.
  private String place(JsonPointer at) {
    var found = at;
    while (!places.containsKey(found) && !found.matches()) found = found.head();
    return places.getOrDefault(found, "1:1");
  }

  /// The names that a template has to give values for.
  public Set<String> substitutions() {
    var names = new TreeSet<String>();
    SUBSTITUTION.matcher(json.toString()).results().forEach(each -> names.add(each.group(1)));
    return names;
  }

  /// Where a name first stands.
  public JsonPointer whereOf(String substitution) {
    return whereOf("${" + substitution + "}", json, JsonPointer.empty())
        .orElse(JsonPointer.empty());
  }

  private static Optional<JsonPointer> whereOf(String text, JsonNode node, JsonPointer at) {
    if (node.isTextual() && node.textValue().contains(text)) return Optional.of(at);
    if (node.isObject())
      return node.propertyStream()
          .flatMap(
              each -> whereOf(text, each.getValue(), at.appendProperty(each.getKey())).stream())
          .findFirst();
    for (var i = 0; i < node.size(); i++) {
      var found = whereOf(text, node.get(i), at.appendIndex(i));
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  /// The definition with its names replaced; one without a value stays as it is.
  public JsonNode substituted(Map<String, String> values) {
    return substituted(json, values);
  }

  private static JsonNode substituted(JsonNode node, Map<String, String> values) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(each -> copy.set(each.getKey(), substituted(each.getValue(), values)));
        yield copy;
      }
      case ArrayNode list -> {
        var copy = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> copy.add(substituted(item, values)));
        yield copy;
      }
      case JsonNode text when text.isTextual() ->
          JsonNodeFactory.instance.textNode(
              SUBSTITUTION
                  .matcher(text.textValue())
                  .replaceAll(match ->
                      Matcher.quoteReplacement(
                          values.getOrDefault(match.group(1), match.group()))));
      case JsonNode other -> other;
    };
  }
}
