package dev.switchboard.functions.outreach;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.Cases;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.http.Calls;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Orders made by chance, and as large as they may be.
class GeneratedOrdersTest {

  private static final Map<String, String> NURTURE = Map.of("goal", "nurture");

  @Test
  void whatever_can_be_written_as_csv_is_the_same_as_json() {
    Cases.check(
        300,
        random -> {
          var leads = leads(random, 1 + random.nextInt(20));
          var separator = List.of(",", ";", "\t").get(random.nextInt(3));

          assertEquals(
              Orders.read("application/json", Json.text(leads), NURTURE),
              Orders.read("text/csv", csv(leads, separator), NURTURE));
        });
  }

  @Test
  void no_damage_to_a_body_is_more_than_a_problem() {
    var leads = leads(new Random(1), 3);
    var json = "{\"goal\":\"nurture\",\"leads\":" + Json.text(leads) + "}";

    Cases.check(
        3_000,
        random -> {
          var type = random.nextBoolean() ? "application/json" : "text/csv";
          var body = damaged(type.endsWith("json") ? json : csv(leads, ","), random);
          try {
            var order = Orders.read(type, body, Map.of());
            assertEquals(Goal.NURTURE, order.goal());
          } catch (Refused e) {
            assertEquals(400, Calls.document(e).get("status").intValue());
          }
        });
  }

  @Test
  void five_thousand_leads_of_four_mebibytes_are_read_in_a_moment() {
    var leads = leads(new Random(1), Order.MAX_LEADS);
    for (var lead : leads) lead.put("company", "c".repeat(200)).put("role", "r".repeat(200));
    for (var lead : leads) lead.put("name", "n".repeat(200)).put("source", "s".repeat(100));
    var json = Json.text(leads).getBytes(UTF_8);
    var csv = csv(leads, ";").getBytes(UTF_8);

    assertTrue(json.length > 3_500_000 && json.length <= 4 << 20, "bytes: " + json.length);
    assertEquals(5_000, Orders.read("application/json", json, NURTURE).leads().size());
    assertEquals(5_000, Orders.read("text/csv", csv, NURTURE).leads().size());
  }

  private static byte[] damaged(String body, Random random) {
    var bytes = body.getBytes(UTF_8);
    var signs = "{}[]\",:;\\0eE-.\n\t\u0000\uD83D x".getBytes(ISO_8859_1);
    for (int i = 0; i < 1 + random.nextInt(4); i++)
      bytes[random.nextInt(bytes.length)] =
          random.nextInt(8) == 0 ? (byte) random.nextInt(256) : signs[random.nextInt(signs.length)];
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static List<ObjectNode> leads(Random random, int count) {
    return IntStream.range(0, count).mapToObj(id -> leadOf(id, random)).toList();
  }

  private static ObjectNode leadOf(int id, Random random) {
    var lead = JsonNodeFactory.instance.objectNode().put("id", "lead " + id);
    if (random.nextBoolean()) lead.put("name", word(random));
    if (random.nextBoolean()) lead.put("company", word(random));
    if (random.nextBoolean()) lead.put("score", 1 + random.nextInt(10));
    if (random.nextBoolean()) lead.put("phone", "+1212555" + (1000 + random.nextInt(9000)));
    if (random.nextBoolean()) lead.put("email", "a" + random.nextInt(99) + "@b.example");
    if (random.nextBoolean()) lead.put("has_whatsapp", random.nextBoolean());
    if (random.nextBoolean()) lead.put("engagement", random.nextInt(1000));
    return lead;
  }

  private static String word(Random random) {
    var parts = List.of("Ann", "O'Hara", ", ", "; ", "\"x\"", "é", "日本", "😀", " ", "=1+1", "-");
    var word = new StringBuilder("w");
    for (int i = 0; i < random.nextInt(6); i++)
      word.append(parts.get(random.nextInt(parts.size())));
    return word.toString();
  }

  private static String csv(List<ObjectNode> leads, String separator) {
    var columns =
        List.of("id", "name", "company", "score", "phone", "email", "has_whatsapp", "engagement");
    var lines = new ArrayList<String>();
    lines.add(String.join(separator, columns));
    for (var lead : leads)
      lines.add(
          columns.stream()
              .map(column -> lead.path(column).asText())
              .map(text -> '"' + text.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(separator)));
    return String.join("\r\n", lines);
  }
}
