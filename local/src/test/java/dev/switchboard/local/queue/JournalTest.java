package dev.switchboard.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.clock.DueTimes;
import dev.switchboard.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Messages outlive the process that took them. What a killed process leaves is its file as it was
/// at that moment: a copy of it.
class JournalTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  @TempDir private Path folder;

  @Test
  void what_was_taken_survives_a_crash_and_what_was_deleted_does_not() throws IOException {
    try (var queues = queues(folder, NOW)) {
      for (int number = 0; number < 20; number++) send(queues, "message " + number);
      for (var message : received(queues)) {
        var even = Integer.parseInt(message.body().substring(8)) % 2 == 0;
        if (even)
          queues
              .sqs()
              .deleteMessage(
                  it -> it.queueUrl(queues.urlOf("Work")).receiptHandle(message.receiptHandle()));
      }
      // Written after those that were deleted: what came before is in the file as well.
      send(queues, "message 21");

      try (var next = queues(crashed(), NOW)) {
        assertEquals(
            IntStream.range(0, 22)
                .filter(number -> number % 2 == 1)
                .mapToObj(number -> "message " + number)
                .sorted()
                .toList(),
            received(next).stream().map(Message::body).sorted().toList());
      }
    }
  }

  @Test
  void group_and_attributes_come_back() throws IOException {
    try (var queues = queues(folder, NOW)) {
      var bytes = SdkBytes.fromString("b", StandardCharsets.UTF_8);
      var attributes =
          Map.of(
              "text", MessageAttributeValue.builder().dataType("String").stringValue("a").build(),
              "number", MessageAttributeValue.builder().dataType("Number").stringValue("1").build(),
              "bytes",
                  MessageAttributeValue.builder().dataType("Binary").binaryValue(bytes).build());
      queues
          .sqs()
          .sendMessage(it ->
              it.queueUrl(queues.urlOf("Work"))
                  .messageBody("body")
                  .messageGroupId("acme")
                  .messageAttributes(attributes));

      try (var next = queues(crashed(), NOW)) {
        var message = received(next).getFirst();
        assertEquals(attributes, message.messageAttributes());
        assertEquals("acme", message.attributesAsStrings().get("MessageGroupId"));
      }
    }
  }

  @Test
  void a_delay_goes_on_where_it_was_and_what_is_too_old_is_gone() throws IOException {
    try (var queues = queues(folder, NOW)) {
      queues
          .sqs()
          .sendMessage(
              it -> it.queueUrl(queues.urlOf("Work")).messageBody("later").delaySeconds(600));

      try (var soon = queues(crashed(), NOW.plusSeconds(500))) {
        assertEquals(new Queues.Depth(0, 0, 1), soon.depth("Work"));
      }
      try (var after = queues(crashed(), NOW.plusSeconds(700))) {
        assertEquals("later", received(after).getFirst().body());
      }
      try (var tooLate = queues(crashed(), NOW.plus(Duration.ofDays(4)))) {
        assertEquals(new Queues.Depth(0, 0, 0), tooLate.depth("Work"));
      }
    }
  }

  @Test
  void a_queue_that_is_purged_stays_empty() throws IOException {
    try (var queues = queues(folder, NOW)) {
      send(queues, "one");
      queues.sqs().purgeQueue(it -> it.queueUrl(queues.urlOf("Work")));
      send(queues, "two");

      try (var next = queues(crashed(), NOW)) {
        assertEquals(List.of("two"), received(next).stream().map(Message::body).toList());
      }
    }
  }

  private static Queues queues(Path folder, Instant now) {
    var queues =
        Queues.start(
            Optional.of(folder), () -> now, new DueTimes(), URI.create("http://127.0.0.1:1"));
    var day = Duration.ofDays(1);
    queues.make(
        List.of(
            new Template.Queue(
                "Work", false, false, day, Duration.ZERO, Duration.ofDays(4), Optional.empty())));
    return queues;
  }

  private Path crashed() throws IOException {
    var copy = Files.createTempDirectory(folder, "crashed");
    return Files.copy(folder.resolve("queues.db"), copy.resolve("queues.db")).getParent();
  }

  private static void send(Queues queues, String body) {
    queues.sqs().sendMessage(it -> it.queueUrl(queues.urlOf("Work")).messageBody(body));
  }

  private static List<Message> received(Queues queues) {
    return IntStream.range(0, 3)
        .mapToObj(_ ->
            queues
                .sqs()
                .receiveMessage(it ->
                    it.queueUrl(queues.urlOf("Work"))
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNamesWithStrings("All")))
        .flatMap(it -> it.messages().stream())
        .toList();
  }
}
