package dev.switchboard.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.price.Usd;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the fields of an object and collects all that is wrong with them.
///
/// Each reading method answers empty when the field is absent or wrong; wrong ones are findings.
/// The names asked for are the fields there are: [#close] makes findings of all others. After
/// everything was read, [Findings#refuse] ends the request if there is any finding.
public final class Fields {

  /// How values are written.
  public enum Form {
    /// JSON. Null is a wrong type, for a number that a client lost must not mean "no limit".
    STRICT,
    /// JSON as exports have it: null and blank text are absent, text is stripped.
    EXPORTED,
    /// Everything is text, as in a query or a CSV row: blank is absent, text is stripped.
    TEXT
  }

  private final ObjectNode object;
  private final String prefix;
  private final Form form;
  private final Findings findings;
  private final Optional<Fields> beside;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(ObjectNode object, String prefix, Form form, Findings findings) {
    this(object, prefix, form, findings, Optional.empty());
  }

  private Fields(
      ObjectNode object, String prefix, Form form, Findings findings, Optional<Fields> beside) {
    this.beside = beside;
    this.object = object;
    this.prefix = prefix;
    this.form = form;
    this.findings = findings;
  }

  /// The fields of a body; a finding if it is not an object.
  ///
  /// @param pointer where in the body it stands; empty for the whole
  public static Optional<Fields> of(JsonNode node, String pointer, Form form, Findings findings) {
    return new Value(node, pointer, form, findings).fields();
  }

  /// The parameters of a query.
  public static Fields query(Map<String, String> parameters, Findings findings) {
    var object = JsonNodeFactory.instance.objectNode();
    parameters.forEach(object::put);
    return new Fields(object, "?", Form.TEXT, findings);
  }

  /// The objects of a list that is the whole body.
  public static <T> List<T> list(
      JsonNode list, int max, Form form, Findings findings, Function<Fields, Optional<T>> item) {
    return new Value(list, "", form, findings).list(max, item);
  }

  /// These fields and those beside them; a finding for each that is in both.
  public Fields or(Fields other) {
    other
        .object
        .fieldNames()
        .forEachRemaining(name -> {
          if (object.has(name))
            findings.add(Finding.of(other.pointer(name), "is in the body as well: keep one"));
        });
    return new Fields(object, prefix, form, findings, Optional.of(other));
  }

  public Optional<String> text(String name, Text rule) {
    return value(name).flatMap(value -> value.text(rule));
  }

  public Optional<Integer> integer(String name, int min, int max) {
    return value(name).flatMap(value -> value.integer(min, max));
  }

  /// Dollars with at most six decimals.
  public Optional<Usd> money(String name, Usd min, Usd max) {
    return value(name).flatMap(value -> value.money(min, max));
  }

  /// A part of a whole, from 0 to 1.
  public Optional<Double> share(String name) {
    return value(name).flatMap(Value::share);
  }

  public Optional<Double> number(String name, double min, double max) {
    return value(name).flatMap(value -> value.number(min, max));
  }

  public Optional<Boolean> flag(String name) {
    return value(name).flatMap(Value::flag);
  }

  /// @param options those there are, each with its wire name
  public <T> Optional<T> choice(String name, List<T> options, Function<T, String> wire) {
    return value(name).flatMap(value -> value.choice(options, wire));
  }

  /// Several of the options, each at most once.
  public <T> List<T> choices(String name, List<T> options, Function<T, String> wire) {
    return value(name).map(value -> value.choices(options, wire)).orElse(List.of());
  }

  /// A time with its offset, from 1970 to 2100.
  public Optional<Instant> instant(String name) {
    return value(name).flatMap(Value::instant);
  }

  /// A day of the calendar.
  public Optional<LocalDate> day(String name) {
    return value(name).flatMap(Value::day);
  }

  /// Texts, each once; written as text they are parted by `|`.
  public List<String> texts(String name, int max, Text rule) {
    return value(name).map(value -> value.texts(max, rule)).orElse(List.of());
  }

  /// Days of the calendar, each once.
  public List<LocalDate> days(String name, int max) {
    return value(name).map(value -> value.days(max)).orElse(List.of());
  }

  /// The fields of an object within this one, in the same form.
  public Optional<Fields> object(String name) {
    return value(name).flatMap(Value::fields);
  }

  /// The objects of a list within this one; those that `item` answers empty for are left out.
  ///
  /// @param max most items; more are one finding, and none is read
  public <T> List<T> list(String name, int max, Form form, Function<Fields, Optional<T>> item) {
    return value(name).map(value -> value.in(form).list(max, item)).orElse(List.of());
  }

  /// Whether the field is there, right or wrong.
  public boolean has(String name) {
    return value(name).isPresent();
  }

  /// A finding if the field is absent.
  ///
  /// @param rule `is required`, and how to mend it
  public void require(String name, String rule) {
    if (!has(name)) findings.add(Finding.of(pointer(name), rule));
  }

  /// A finding at that field for a rule of the caller's own.
  public void wrong(String name, String rule) {
    findings.add(
        value(name)
            .map(value -> Finding.of(value.pointer(), rule, value.node()))
            .orElseGet(() -> Finding.of(pointer(name), rule)));
  }

  /// Makes a finding of each field that was not asked for. Its value is not told: it may be a
  /// secret that went astray.
  public void close() {
    for (var field : object.properties())
      if (!asked.contains(field.getKey()))
        findings.add(Finding.of(pointer(field.getKey()), unknown()));
    beside.ifPresent(Fields::close);
  }

  /// The place of a field: a JSON pointer, or `?name` in a query.
  public String pointer(String name) {
    return prefix + name.replace("~", "~0").replace("/", "~1");
  }

  private String unknown() {
    var known = asked.isEmpty() ? "none" : String.join(", ", asked);
    return "is not known here; known: " + known;
  }

  private Optional<Value> value(String name) {
    asked.add(name);
    var besides = beside.flatMap(other -> other.value(name));
    return Optional.ofNullable(object.get(name))
        .map(node -> new Value(node, pointer(name), form, findings))
        .filter(value -> !value.absent())
        .or(() -> besides);
  }
}
