package dev.switchboard.local.dev;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Items of a table as plain JSON values.
final class Items {

  /// Attributes that may hold an item's time, the first found counts; the sort key if none does.
  private static final List<String> TIMES = List.of("at", "sent_at", "created_at", "sk");

  private Items() {}

  /// @param most items returned, the newest first
  static List<Map<String, Object>> newest(DynamoDbClient client, String table, int most) {
    return client.scanPaginator(scan -> scan.tableName(table)).items().stream()
        .map(Items::plain)
        .sorted(Comparator.comparing(Items::time).reversed())
        .limit(most)
        .toList();
  }

  private static String time(Map<String, Object> item) {
    return TIMES.stream()
        .filter(item::containsKey)
        .map(name -> String.valueOf(item.get(name)))
        .findFirst()
        .orElse("");
  }

  private static Map<String, Object> plain(Map<String, AttributeValue> item) {
    var plain = new LinkedHashMap<String, Object>();
    new TreeMap<>(item).forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static Object plain(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> new BigDecimal(value.n());
      case BOOL -> value.bool();
      case M -> plain(value.m());
      case L -> value.l().stream().map(Items::plain).toList();
      case SS -> value.ss();
      case NS -> value.ns().stream().map(BigDecimal::new).toList();
      case B -> value.b().asByteArray();
      case BS -> value.bs().stream().map(bytes -> bytes.asByteArray()).toList();
      case NUL, UNKNOWN_TO_SDK_VERSION -> "";
    };
  }
}
