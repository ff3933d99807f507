package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The main flow on tables, queues and a bus at LocalStack. HTTP, clock, schedule and functions are
/// the embedded runtime's; the queues go by real time, so that what the product's clock has passed
/// and a queue still holds back is found by the sweeper.
class FlowOnLocalStack {

  private static final String SCENARIO =
      """
      {
        "+12125550110": {
          "voice_call": [{"reports": [{"after": "PT1S", "state": "no_answer", "cause": "busy"}]}],
          "voicemail": [{"reports": [{"after": "PT1S", "state": "no_answer"}]}],
          "sms": [{"reports": [{"after": "PT1S", "state": "undelivered", "cause": "30003"}]}]},
        "+12125550112": {
          "voicemail": [{"reports": [{"after": "PT1S", "state": "no_answer"}]}],
          "sms": [{"reports": [{"after": "PT1S", "state": "delivered"}],
                   "reply": {"after": "PT3S", "text": "Stop!"}}]}
      }
      """;

  /// Longer than anything waits here that does not wait for the product's clock.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Elsewhere elsewhere;
  private Product product;

  @BeforeEach
  void start() {
    elsewhere = new Elsewhere(LocalStack.open());
    var options =
        Product.options(SCENARIO)
            .withFreshTime(Product.MORNING)
            .withEnvironment(elsewhere.environment());
    product = Product.start(options, Optional.of(elsewhere.aws())).hastened();
  }

  @AfterEach
  void stop() {
    product.close();
    elsewhere.close();
  }

  @Test
  void a_call_that_nobody_takes_goes_down_all_channels() {
    var id =
        product.order(
            "appointment",
            "{\"id\": \"ann\", \"name\": \"Ann Lee\", \"phone\": \"+12125550110\","
                + " \"email\": \"ann@example.org\", \"score\": 9}");

    await(List.of("voice_call no_answer", "voicemail planned"), () -> product.sends(id, "ann"));
    later();
    await(
        List.of("voice_call no_answer", "voicemail no_answer", "sms planned"),
        () -> product.sends(id, "ann"));
    later();
    await(
        List.of("voice_call no_answer", "voicemail no_answer", "sms undelivered", "email planned"),
        () -> product.sends(id, "ann"));
    later();
    await("completed", () -> product.execution(id).path("status").asText());

    assertEquals(
        List.of(
            "voice_call no_answer", "voicemail no_answer", "sms undelivered", "email delivered"),
        product.sends(id, "ann"));
    assertEquals("0.97", product.execution(id).path("actual_cost").asText());
    assertEquals(Map.of("+12125550110", 3L, "ann@example.org", 1L), taken());
  }

  @Test
  void stop_withdraws_what_waits_by_an_event() {
    var id =
        product.order(
            "nurture",
            "{\"id\": \"cat\", \"phone\": \"+12125550112\", \"email\": \"cat@example.org\","
                + " \"score\": 6}");

    await(List.of("voicemail no_answer", "sms planned"), () -> product.sends(id, "cat"));
    later();
    await(
        List.of("voicemail no_answer", "sms delivered", "email suppressed optout-all"),
        () -> product.sends(id, "cat"));
    later();
    await("completed", () -> product.execution(id).path("status").asText());

    assertEquals(Map.of("+12125550112", 2L), taken());
  }

  @Test
  void of_sixty_each_is_reached_once() {
    var leads =
        IntStream.range(0, 60)
            .mapToObj("{\"id\": \"l%1$d\", \"email\": \"l%1$d@example.org\"}"::formatted)
            .collect(Collectors.joining(","));

    var id = product.order("nurture", leads);
    await("{\"delivered\":60}", () -> product.execution(id).path("sends").toString());

    assertEquals(
        IntStream.range(0, 60)
            .boxed()
            .collect(Collectors.toMap("l%d@example.org"::formatted, _ -> 1L)),
        taken());
  }

  /// Lets the product's clock pass what a lead waits for, with a sweep a minute.
  private void later() {
    product.advance(Duration.ofMinutes(11));
  }

  /// Brings messages to their functions until that is so.
  private <T> void await(T expected, Supplier<T> actual) {
    var walk = new Walk(elsewhere, product.runtime());
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!expected.equals(actual.get()) && System.nanoTime() < end)
      if (!walk.bring(0)) walk.bring(1);
    assertEquals(expected, actual.get());
  }

  /// How many messages the outbox took for each address.
  private Map<String, Long> taken() {
    return elsewhere.aws().dynamo().scan(scan -> scan.tableName("OutboxTable")).items().stream()
        .filter(item -> item.containsKey("provider_id"))
        .map(item -> item.getOrDefault("to", AttributeValue.fromS("")).s())
        .collect(Collectors.groupingBy(to -> to, Collectors.counting()));
  }
}
