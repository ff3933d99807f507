package dev.switchboard.local.dev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.bus.Bus;
import dev.switchboard.local.clock.ClockMoves;
import dev.switchboard.local.clock.MovableClock;
import dev.switchboard.local.http.Pages;
import dev.switchboard.local.http.Reply;
import dev.switchboard.local.http.Request;
import dev.switchboard.local.issuer.Issuer;
import dev.switchboard.local.issuer.Person;
import dev.switchboard.local.queue.Queues;
import dev.switchboard.local.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// `GET /dev`, `/dev/outbox`, `/dev/events`, `/dev/queues`, `/dev/token`, `/dev/clock`; `POST
/// /dev/clock` and `/dev/settle`.
///
/// What changes something needs `X-Dev: 1` or a JSON body, and no origin but our own: a web page
/// elsewhere can send neither unasked.
public final class DevPages implements Pages {

  /// What the pages show.
  ///
  /// @param real whether a provider is set up, so that people may be reached: then time is real
  public record Surroundings(
      Template template,
      DynamoDbClient tables,
      Queues queues,
      Bus bus,
      MovableClock clock,
      ClockMoves moves,
      Issuer issuer,
      String url,
      boolean real) {}

  private final Surroundings around;

  public DevPages(Surroundings around) {
    this.around = around;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    if (!request.path().matches("/dev(/.*)?")) return Optional.empty();
    if (request.method().equals("GET")) return Optional.of(shown(request));
    if (!ours(request)) return Optional.of(Reply.message(403, "Forbidden: send X-Dev: 1"));
    return Optional.of(
        switch (request.method() + " " + request.path()) {
          case "POST /dev/clock" -> moved(request);
          case "POST /dev/settle" -> Reply.json(200, Map.of("settled", around.moves().settle()));
          default -> Reply.message(404, "Not Found");
        });
  }

  private boolean ours(Request request) {
    var json = request.header("content-type").orElse("").startsWith("application/json");
    var marked = request.header("x-dev").orElse("").equals("1");
    var host = "http://" + request.header("host").orElse("");
    return (json || marked) && request.header("origin").orElse(host).equals(host);
  }

  private Reply shown(Request request) {
    return switch (request.path()) {
      case "/dev" -> Reply.json(200, overview());
      case "/dev/outbox" -> outbox(request);
      case "/dev/events" -> events(request);
      case "/dev/queues" -> Reply.json(200, queues());
      case "/dev/token" -> token(request);
      case "/dev/clock" -> clock();
      default -> Reply.message(404, "Not Found");
    };
  }

  private Map<String, Object> overview() {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("api", around.url());
    shown.put("issuer", around.issuer().address());
    shown.put(
        "functions", around.template().functions().stream().map(Template.Function::name).toList());
    shown.put("tables", around.template().tables().stream().map(Template.Table::name).toList());
    shown.put("queues", around.template().queues().stream().map(Template.Queue::name).toList());
    shown.put("buses", around.template().buses());
    shown.put(
        "machines",
        around.template().machines().stream().map(Template.StateMachine::name).toList());
    shown.put("people", Person.ALL.stream().map(Person::id).toList());
    shown.put("clock", around.clock().instant().toString());
    return shown;
  }

  private Reply outbox(Request request) {
    var table = around.template().logicalNames().get("OutboxTable");
    if (table == null) return Reply.message(404, "The template has no OutboxTable");
    return limited(
        request,
        limit -> {
          var body = new LinkedHashMap<String, Object>();
          body.put("simulated", true);
          body.put("items", Items.newest(around.tables(), table, limit));
          return body;
        });
  }

  private Reply events(Request request) {
    return limited(request, limit -> Map.of("events", around.bus().latest(limit)));
  }

  private static Reply limited(Request request, IntFunction<Map<String, Object>> shown) {
    var limit = request.query().getOrDefault("limit", "50");
    return limit.matches("[1-9]\\d{0,5}")
        ? Reply.json(200, shown.apply(Integer.parseInt(limit)))
        : Reply.message(400, "limit must be a whole number from 1: " + limit);
  }

  private Map<String, Queues.Depth> queues() {
    var depths = new LinkedHashMap<String, Queues.Depth>();
    for (var queue : around.template().queues()) {
      depths.put(queue.name(), around.queues().depth(queue.name()));
    }
    return depths;
  }

  private Reply token(Request request) {
    var id = request.query().getOrDefault("person", "manager");
    return Person.named(id)
        .map(person -> Reply.json(200, Map.of("token", around.issuer().token(person))))
        .orElseGet(() -> Reply.message(404, "There is no person " + id));
  }

  private Reply clock() {
    var now = new LinkedHashMap<String, Object>();
    now.put("now", around.clock().instant().toString());
    now.put("real", around.clock().wall().toString());
    now.put("offset", around.clock().offset().toString());
    return Reply.json(200, now);
  }

  private Reply moved(Request request) {
    if (around.real())
      return Reply.message(409, "A provider is set up: the clock stays at real time");
    try {
      var body = Json.MAPPER.readTree(request.body());
      if (body == null || !move(body)) {
        return Reply.message(
            400,
            "Send {\"advance\":\"PT90M\"}, {\"set\":\"2026-11-23T18:00:00Z\"} or {\"real\":true}");
      }
      return clock();
    } catch (JsonProcessingException e) {
      return Reply.message(400, "This is not JSON: " + e.getOriginalMessage());
    } catch (DateTimeException e) {
      return Reply.message(400, "This is no time or duration: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return Reply.message(409, e.getMessage());
    } catch (IOException e) {
      return Reply.message(
          400, new String(request.body(), StandardCharsets.UTF_8) + " cannot be read");
    }
  }

  private boolean move(JsonNode body) {
    if (body.size() != 1) return false;
    if (body.path("advance").isTextual()) {
      around.moves().advance(Duration.parse(body.path("advance").asText()));
    } else if (body.path("set").isTextual()) {
      around.moves().set(Instant.parse(body.path("set").asText()));
    } else if (body.path("real").asBoolean(false)) {
      around.moves().real();
    } else {
      return false;
    }
    return true;
  }
}
