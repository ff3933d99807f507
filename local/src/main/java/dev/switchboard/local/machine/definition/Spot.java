package dev.switchboard.local.machine.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A place in a definition, read field by field; what is wrong is noted and passed by.
///
/// @param at where in the file
/// @param findings takes what is wrong
record Spot(JsonNode json, JsonPointer at, List<Finding> findings) {

  /// Notes an error here.
  void wrong(String problem, String mending) {
    findings.add(new Finding(Finding.Weight.ERROR, at, problem, mending));
  }

  boolean has(String field) {
    return json.has(field);
  }

  Spot child(String field) {
    return new Spot(json.path(field), at.appendProperty(field), findings);
  }

  Optional<String> text(String field) {
    if (!has(field)) return Optional.empty();
    if (json.path(field).isTextual()) return Optional.of(json.path(field).textValue());
    child(field).wrong(field + " must be a text", "put it in quotes");
    return Optional.empty();
  }

  /// @return empty, and noted, when it is not there
  Optional<String> neededText(String field) {
    if (!has(field)) wrong(field + " is missing", "add it");
    return text(field);
  }

  double number(String field, double least, double otherwise) {
    if (!has(field)) return otherwise;
    var value = json.path(field);
    if (value.isNumber() && value.doubleValue() >= least) return value.doubleValue();
    child(field)
        .wrong(
            "%s must be a number from %s on".formatted(field, trimmed(least)), "mend the number");
    return otherwise;
  }

  private static String trimmed(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /// The items of a list, each with its place.
  List<Spot> items(String field) {
    if (!has(field)) return List.of();
    var list = child(field);
    if (!list.json.isArray()) {
      list.wrong(field + " must be a list", "put it in brackets");
      return List.of();
    }
    var items = new ArrayList<Spot>();
    for (var item : list.json)
      items.add(new Spot(item, list.at.appendIndex(items.size()), findings));
    return items;
  }

  /// The fields of an object, each with its place.
  Map<String, Spot> fields() {
    var fields = new LinkedHashMap<String, Spot>();
    json.fieldNames().forEachRemaining(name -> fields.put(name, child(name)));
    return fields;
  }

  /// @param field whose expressions may stand anywhere within
  Optional<Template> template(String field) {
    if (!has(field)) return Optional.empty();
    return Optional.of(
        Template.read(
            json.path(field),
            field,
            (place, message) ->
                pointed(place)
                    .wrong("this is no JSONata (%s)".formatted(message), "mend the expression")));
  }

  /// From `Arguments/Payload/list[0]`, which is how AWS names a place within a state.
  private Spot pointed(String place) {
    var found = this;
    for (var part : place.split("/", -1)) {
      var name = part.replaceFirst("(\\[\\d+])+$", "");
      found = found.child(name);
      for (var index : part.substring(name.length()).split("\\D+"))
        if (!index.isEmpty())
          found =
              new Spot(
                  found.json.path(Integer.parseInt(index)),
                  found.at.appendIndex(Integer.parseInt(index)),
                  findings);
    }
    return found;
  }

  Results results() {
    var assign = new LinkedHashMap<String, Template>();
    if (has("Assign"))
      template("Assign").stream()
          .forEach(template -> {
            switch (template) {
              case Template.Fields(var fields) -> assign.putAll(fields);
              case Template.Literal(var values) when values.isObject() ->
                  values
                      .properties()
                      .forEach(
                          each -> assign.put(each.getKey(), new Template.Literal(each.getValue())));
              case Template _ ->
                  child("Assign").wrong("Assign must be an object", "name the variables in it");
            }
          });
    return new Results(template("Output"), assign);
  }
}
