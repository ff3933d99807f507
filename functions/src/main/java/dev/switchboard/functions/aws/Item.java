package dev.switchboard.functions.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One DynamoDB item, read by name and kind.
public record Item(Map<String, AttributeValue> attributes) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// A new item.
  public static Builder of(String pk, String sk) {
    return new Builder().text("pk", pk).text("sk", sk);
  }

  static AttributeValue ofText(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue ofNumber(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue ofLines(Collection<String> values) {
    return AttributeValue.fromSs(List.copyOf(values));
  }

  /// ISO 8601 in UTC with milliseconds always, so that texts sort as times do.
  public static String time(Instant value) {
    return TIME.format(value);
  }

  /// @throws IllegalStateException if it is not there
  public String text(String name) {
    return maybe(name)
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + attributes.get("pk")));
  }

  public Optional<String> maybe(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  /// @return 0 if it is not there
  public long number(String name) {
    return maybeNumber(name).orElse(0L);
  }

  public Optional<Long> maybeNumber(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> Long.parseLong(value.n()));
  }

  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  public Optional<Instant> maybeInstant(String name) {
    return maybe(name).map(Instant::parse);
  }

  public boolean flag(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::bool).orElse(false);
  }

  /// The lines of a set or list; empty if it is not there.
  public List<String> lines(String name) {
    var value = attributes.get(name);
    if (value == null) return List.of();
    return value.hasSs() ? value.ss() : value.l().stream().map(AttributeValue::s).toList();
  }

  /// The numbers of a set; empty if it is not there.
  public List<Long> numbers(String name) {
    var value = attributes.get(name);
    return value == null ? List.of() : value.ns().stream().map(Long::valueOf).toList();
  }

  public Optional<byte[]> maybeBytes(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> value.b().asByteArray());
  }

  public Map<String, String> map(String name) {
    var value = attributes.get(name);
    if (value == null) return Map.of();
    return value.m().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().s()));
  }

  /// The same with one more attribute.
  Item with(String name, AttributeValue value) {
    var more = new HashMap<>(attributes);
    more.put(name, value);
    return new Item(Map.copyOf(more));
  }

  /// Collects attributes; what is absent is left out.
  public static final class Builder {

    private final Map<String, AttributeValue> attributes = new HashMap<>();

    public Builder text(String name, String value) {
      attributes.put(name, AttributeValue.fromS(value));
      return this;
    }

    public Builder text(String name, Optional<String> value) {
      value.ifPresent(it -> text(name, it));
      return this;
    }

    public Builder number(String name, long value) {
      attributes.put(name, Item.ofNumber(value));
      return this;
    }

    public Builder number(String name, Optional<Long> value) {
      value.ifPresent(it -> number(name, it));
      return this;
    }

    public Builder instant(String name, Instant value) {
      return text(name, time(value));
    }

    public Builder instant(String name, Optional<Instant> value) {
      return text(name, value.map(Item::time));
    }

    public Builder flag(String name, boolean value) {
      attributes.put(name, AttributeValue.fromBool(value));
      return this;
    }

    public Builder bytes(String name, byte[] value) {
      attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
      return this;
    }

    /// An ordered list.
    public Builder list(String name, List<String> values) {
      if (!values.isEmpty())
        attributes.put(
            name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
      return this;
    }

    public Builder map(String name, Map<String, String> values) {
      if (!values.isEmpty())
        attributes.put(
            name,
            AttributeValue.fromM(
                values.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue())))));
      return this;
    }

    public Item done() {
      return new Item(Map.copyOf(attributes));
    }
  }
}
