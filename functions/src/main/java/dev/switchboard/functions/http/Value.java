package dev.switchboard.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.http.Fields.Form;
import dev.switchboard.price.Usd;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One value of a request and its place; what is wrong with it becomes a finding.
record Value(JsonNode node, String pointer, Form form, Findings findings) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final int MONEY_DECIMALS = 6;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  boolean absent() {
    return form != Form.STRICT && (node.isNull() || (node.isTextual() && string().isEmpty()));
  }

  Value in(Form other) {
    return new Value(node, pointer, other, findings);
  }

  Optional<String> text(Text rule) {
    return node.isTextual() && rule.allows(string()) ? Optional.of(string()) : wrong(rule.rule());
  }

  Optional<Integer> integer(int min, int max) {
    return number()
        .filter(number -> decimals(number) <= 0)
        .filter(number -> within(number, BigDecimal.valueOf(min), BigDecimal.valueOf(max)))
        .map(BigDecimal::intValueExact)
        .or(() -> wrong("must be a whole number from " + min + " to " + max));
  }

  Optional<Double> share() {
    return number()
        .filter(number -> within(number, BigDecimal.ZERO, BigDecimal.ONE))
        .map(BigDecimal::doubleValue)
        .or(() -> wrong("must be a number from 0 to 1"));
  }

  Optional<Double> number(double min, double max) {
    return number()
        .filter(number -> within(number, BigDecimal.valueOf(min), BigDecimal.valueOf(max)))
        .map(BigDecimal::doubleValue)
        .or(() ->
            wrong(
                "must be a number from %s to %s"
                    .formatted(
                        BigDecimal.valueOf(min).stripTrailingZeros().toPlainString(),
                        BigDecimal.valueOf(max).stripTrailingZeros().toPlainString())));
  }

  Optional<Usd> money(Usd min, Usd max) {
    return number()
        .filter(number -> decimals(number) <= MONEY_DECIMALS)
        .filter(number -> within(number, min.dollars(), max.dollars()))
        .map(Usd::of)
        .or(() -> wrong("must be a number of dollars from " + plain(min) + " to " + plain(max)));
  }

  Optional<Boolean> flag() {
    if (node.isBoolean()) return Optional.of(node.booleanValue());
    var word = form == Form.TEXT ? string().toLowerCase(Locale.ROOT) : "";
    return switch (word) {
      case "true", "yes", "1" -> Optional.of(true);
      case "false", "no", "0" -> Optional.of(false);
      default -> wrong("must be true or false");
    };
  }

  <T> Optional<T> choice(List<T> options, Function<T, String> wire) {
    return options.stream()
        .filter(option -> node.isTextual() && wire.apply(option).equals(string()))
        .findFirst()
        .or(() ->
            wrong(
                "must be one of " + options.stream().map(wire).collect(Collectors.joining(", "))));
  }

  <T> List<T> choices(List<T> options, Function<T, String> wire) {
    var names = options.stream().map(wire).toList();
    var given = new ArrayList<String>();
    node.forEach(item -> given.add(item.isTextual() ? item.textValue() : ""));
    var known =
        node.isArray() && names.containsAll(given) && Set.copyOf(given).size() == given.size();
    if (known) return options.stream().filter(it -> given.contains(wire.apply(it))).toList();
    var _ = wrong("must be a list of some of " + String.join(", ", names) + ", each once");
    return List.of();
  }

  Optional<Instant> instant() {
    return time()
        .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST))
        .or(() -> wrong("must be a time from 1970 to 2100 such as 2026-03-02T10:00:00Z"));
  }

  Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(node.isTextual() ? string() : ""));
    } catch (DateTimeException e) {
      return wrong("must be a day such as 2026-12-24");
    }
  }

  List<String> texts(int max, Text rule) {
    var texts = new ArrayList<String>();
    if (node.isTextual() && form == Form.TEXT)
      for (var part : string().split("\\|", -1)) texts.add(part.strip());
    node.forEach(item -> texts.add(item.isTextual() ? item.textValue() : "\n"));
    var listed = node.isArray() || (node.isTextual() && form == Form.TEXT);
    var good = !texts.isEmpty() && texts.size() <= max && texts.stream().allMatch(rule::allows);
    if (listed && good) return texts.stream().distinct().toList();
    var _ = wrong("must be a list of 1 to " + max + ", of which each " + rule.rule());
    return List.of();
  }

  List<LocalDate> days(int max) {
    try {
      var days = new ArrayList<LocalDate>();
      if (!node.isArray() || node.size() > max) throw new DateTimeException("no list of that size");
      node.forEach(item -> days.add(LocalDate.parse(item.asText())));
      return days;
    } catch (DateTimeException e) {
      var _ = wrong("must be a list of at most " + max + " days such as 2026-12-24");
      return List.of();
    }
  }

  Optional<Fields> fields() {
    if (!(node instanceof ObjectNode object)) return wrong("must be an object");
    return Optional.of(new Fields(object, pointer + "/", form, findings));
  }

  <T> List<T> list(int max, Function<Fields, Optional<T>> item) {
    if (!node.isArray() || node.size() > max) {
      var _ = wrong("must be a list of at most " + max);
      return List.of();
    }
    var items = new ArrayList<T>(node.size());
    for (int at = 0; at < node.size(); at++)
      new Value(node.get(at), pointer + "/" + at, form, findings)
          .fields()
          .flatMap(item)
          .ifPresent(items::add);
    return items;
  }

  private String string() {
    return form == Form.STRICT ? node.textValue() : node.textValue().strip();
  }

  private Optional<BigDecimal> number() {
    if (node.isNumber()) return Optional.of(node.decimalValue()).filter(Value::tame);
    return form == Form.TEXT && NUMBER.matcher(string()).matches()
        ? Optional.of(new BigDecimal(string()))
        : Optional.empty();
  }

  /// Whether it can be counted with: of `100e2147483647` not even the zeros can be cut.
  private static boolean tame(BigDecimal number) {
    return Math.abs((long) number.scale()) <= 1_000;
  }

  private Optional<Instant> time() {
    try {
      return node.isTextual()
          ? Optional.of(OffsetDateTime.parse(string()).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> wrong(String rule) {
    findings.add(Finding.of(pointer, rule, node));
    return Optional.empty();
  }

  private static int decimals(BigDecimal number) {
    return number.stripTrailingZeros().scale();
  }

  private static boolean within(BigDecimal number, BigDecimal min, BigDecimal max) {
    return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
  }

  private static String plain(Usd amount) {
    return amount.dollars().stripTrailingZeros().toPlainString();
  }
}
