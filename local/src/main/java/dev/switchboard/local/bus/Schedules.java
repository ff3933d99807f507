package dev.switchboard.local.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.clock.Schedule;
import dev.switchboard.local.clock.Time;
import dev.switchboard.local.function.Functions;
import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The template's schedules on the movable clock.
///
/// A firing that the clock jumped over is not made up for: the next one sees the same world.
public final class Schedules {

  private record Armed(String function, Template.OnSchedule template, Schedule schedule) {}

  private final List<Armed> armed = new ArrayList<>();
  private final Time time;

  public Schedules(Template template, Time time) {
    this.time = time;
    var start = time.clock().instant();
    for (var function : template.functions()) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Template.OnSchedule each) {
          armed.add(new Armed(function.name(), each, schedule(each, start)));
        }
      }
    }
  }

  private static Schedule schedule(Template.OnSchedule template, Instant start) {
    try {
      return Schedule.of(template.expression(), template.zone(), start);
    } catch (IllegalArgumentException e) {
      throw new StartFailure(
          "The schedule %s cannot be read (%s): mend it in the template."
              .formatted(template.name(), e.getMessage()),
          e);
    }
  }

  /// For those who move the clock.
  public List<Schedule> all() {
    return armed.stream().map(Armed::schedule).toList();
  }

  /// Calls every scheduled function once, marked `"restart": true`, and arms the schedules.
  ///
  /// What was in the queues when the last instance died is sent again by whoever keeps it.
  public void start(Functions functions) {
    for (var each : armed) {
      arm(each, functions);
      var work = time.activity().beginWithin();
      Thread.startVirtualThread(() -> {
        try (work) {
          functions.call(each.function(), event(each, time.clock().instant(), true));
        }
      });
    }
  }

  private void arm(Armed each, Functions functions) {
    each.schedule()
        .after(time.clock().instant())
        .ifPresent(due ->
            time.timers()
                .at(
                    due,
                    () -> {
                      arm(each, functions);
                      functions.call(each.function(), event(each, due, false));
                    }));
  }

  private static byte[] event(Armed each, Instant due, boolean restart) {
    var template = each.template();
    var text = template.input().map(input -> filled(input, template, due));
    var event = text.map(Schedules::parsed).orElseGet(() -> awsEvent(template, due, restart));
    if (restart && text.isPresent()) event.put("restart", true);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode parsed(String input) {
    try {
      if (Json.MAPPER.readTree(input) instanceof ObjectNode object) return object;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schedule's Input is not JSON: " + input, e);
    }
    throw new IllegalStateException("a schedule's Input is no JSON object: " + input);
  }

  private static String filled(String input, Template.OnSchedule template, Instant due) {
    return input
        .replace("<aws.scheduler.scheduled-time>", due.toString())
        .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
        .replace("<aws.scheduler.attempt-number>", "1")
        .replace("<aws.scheduler.schedule-arn>", arn(template));
  }

  private static ObjectNode awsEvent(Template.OnSchedule template, Instant due, boolean restart) {
    var event = Json.MAPPER.createObjectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", template.scheduler() ? "aws.scheduler" : "aws.events");
    event.put("account", "000000000000");
    event.put("time", due.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", "us-east-1");
    event.putArray("resources").add(arn(template));
    var detail = Json.MAPPER.createObjectNode();
    if (restart) detail.put("restart", true);
    if (template.scheduler()) {
      event.put("detail", detail.toString());
    } else {
      event.set("detail", detail);
    }
    return event;
  }

  private static String arn(Template.OnSchedule template) {
    return template.scheduler()
        ? "arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + template.name()
        : "arn:aws:events:us-east-1:000000000000:rule/" + template.name();
  }
}
