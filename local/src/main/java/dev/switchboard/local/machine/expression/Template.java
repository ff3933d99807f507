package dev.switchboard.local.machine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// A JSON value of a definition in which texts of the form `{% … %}` stand for their result.
public sealed interface Template {

  /// Evaluates every expression in it.
  ///
  /// @throws EvaluationFailure naming the first that gave no JSON
  JsonNode evaluate(Scope scope);

  /// Every expression in it.
  Stream<Computed> expressions();

  /// A value without an expression.
  record Literal(JsonNode json) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      return json;
    }

    @Override
    public Stream<Computed> expressions() {
      return Stream.of();
    }
  }

  /// @param field where it stands in its state, as AWS tells it: `Assign/result`
  record Computed(Query query, String field) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      return switch (query.evaluate(scope)) {
        case Evaluation.Value(var json) -> json;
        case Evaluation.Nothing _ -> throw failure("returned nothing (undefined).");
        case Evaluation.Unsupported _ -> throw failure("returned an unsupported result type.");
        case Evaluation.Threw(var message) ->
            throw failure("threw an error during evaluation. " + message);
      };
    }

    /// What it fails with.
    ///
    /// @param outcome the end of the sentence
    public EvaluationFailure failure(String outcome) {
      return new EvaluationFailure(
          field,
          "The JSONata expression '%s' specified for the field '%s' %s"
              .formatted(query.source(), field, outcome));
    }

    @Override
    public Stream<Computed> expressions() {
      return Stream.of(this);
    }
  }

  record Listing(List<Template> items) implements Template {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      var values = JsonNodeFactory.instance.arrayNode(items.size());
      items.forEach(item -> values.add(item.evaluate(scope)));
      return values;
    }

    @Override
    public Stream<Computed> expressions() {
      return items.stream().flatMap(Template::expressions);
    }
  }

  /// @param fields in their order
  record Fields(Map<String, Template> fields) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      var values = JsonNodeFactory.instance.objectNode();
      fields.forEach((name, field) -> values.set(name, field.evaluate(scope)));
      return values;
    }

    @Override
    public Stream<Computed> expressions() {
      return fields.values().stream().flatMap(Template::expressions);
    }
  }

  /// @param field where the value stands in its state
  /// @param problems told the field and what is wrong with each expression that is no JSONata
  static Template read(JsonNode value, String field, BiConsumer<String, String> problems) {
    return switch (value.getNodeType()) {
      case STRING -> text(value, field, problems);
      case ARRAY -> {
        var items = new ArrayList<Template>();
        for (var item : value)
          items.add(read(item, "%s[%d]".formatted(field, items.size()), problems));
        yield isLiteral(items) ? new Literal(value) : new Listing(items);
      }
      case OBJECT -> {
        var fields = new LinkedHashMap<String, Template>();
        for (var each : value.properties())
          fields.put(each.getKey(), read(each.getValue(), field + "/" + each.getKey(), problems));
        yield isLiteral(fields.values()) ? new Literal(value) : new Fields(fields);
      }
      case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> new Literal(value);
    };
  }

  private static boolean isLiteral(Iterable<Template> parts) {
    for (var part : parts) if (!(part instanceof Literal)) return false;
    return true;
  }

  /// Nothing may stand before `{%` or after `%}`; else it is a text like any other.
  private static Template text(JsonNode value, String field, BiConsumer<String, String> problems) {
    var text = value.textValue();
    if (!text.startsWith("{%") || !text.endsWith("%}") || text.length() < 4)
      return new Literal(value);
    try {
      return new Computed(Query.of(text.substring(2, text.length() - 2).strip()), field);
    } catch (IllegalArgumentException e) {
      problems.accept(field, e.getMessage());
      return new Literal(value);
    }
  }
}
