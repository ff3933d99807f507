package dev.switchboard.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.outreach.SmartSend;
import dev.switchboard.functions.send.ApplyReports;
import dev.switchboard.functions.send.DeliverSends;
import dev.switchboard.functions.webhooks.ReceiveWebhooks;
import dev.switchboard.local.bench.Client;
import dev.switchboard.local.bench.Recorder;
import dev.switchboard.local.function.FunctionMaker;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes functions whose requests are noted; of sends that are to be delivered, only that they are,
/// so that somebody else can deliver them.
final class Notes implements FunctionMaker {

  private static final String MEASURED = "measured";
  private static final byte[] DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);

  private final Map<String, Recorder> recorders =
      Stream.of(SmartSend.class, DeliverSends.class, ReceiveWebhooks.class)
          .collect(Collectors.toMap(Class::getName, _ -> new Recorder()));

  private final BlockingQueue<String> sends = new LinkedBlockingQueue<>();
  private final AtomicInteger orders = new AtomicInteger();
  private final AtomicInteger webhooks = new AtomicInteger();

  @Override
  public RequestStreamHandler make(
      String handler, Map<String, String> environment, Aws aws, InstantSource clock) {
    // What webhooks tell is of no send.
    if (handler.equals(ApplyReports.class.getName())) return (_, out, _) -> out.write(DONE);
    if (!recorders.containsKey(handler))
      return FunctionMaker.withServices(handler, environment, aws, clock);
    var recorded = recorders.get(handler).around(aws);
    var made = FunctionMaker.withServices(handler, environment, recorded, clock);
    return handler.equals(DeliverSends.class.getName()) ? noting(made) : made;
  }

  private RequestStreamHandler noting(RequestStreamHandler made) {
    return (in, out, context) -> {
      var event = in.readAllBytes();
      var records = Json.MAPPER.readTree(event).path("Records");
      if (records.path(0).path("messageId").asText().startsWith(MEASURED)) {
        made.handleRequest(new ByteArrayInputStream(event), out, context);
        return;
      }
      for (var each : records) {
        var body = each.path("body").asText();
        if (!body.equals(Bare.NOBODY)) sends.add(body);
      }
      out.write(DONE);
    };
  }

  void await(int count) throws InterruptedException {
    while (sends.size() < count) Thread.sleep(100);
  }

  /// An event with sends that nobody has delivered yet.
  String batch(int size) throws InterruptedException {
    var records = Stream.<Map<String, Object>>builder();
    for (int record = 0; record < size; record++)
      records.add(
          Map.of(
              "messageId",
              MEASURED + record,
              "receiptHandle",
              MEASURED,
              "body",
              sends.take(),
              "attributes",
              Map.of("ApproximateReceiveCount", "1")));
    return Json.text(Map.of("Records", records.build().toList()));
  }

  /// An event with a new order of two leads.
  String order() {
    var first = 1_000_000 + 2 * orders.getAndIncrement();
    var claims = Map.of("sub", "bench", "custom:owner", "bench", "cognito:groups", "operator");
    return Json.text(
        Map.of(
            "routeKey",
            "POST /api/smart-send",
            "headers",
            Map.of("content-type", "application/json"),
            "body",
            Client.order("announcement", IntStream.of(first, first + 1)),
            "requestContext",
            Map.of("requestId", "1", "authorizer", Map.of("jwt", Map.of("claims", claims)))));
  }

  /// An event with a mail's report that was not told before.
  String webhook() {
    return Webhook.event("bench-" + webhooks.getAndIncrement());
  }

  /// The kinds of requests that a function made since the last time.
  List<String> take(String handler) {
    return recorders.get(handler).take().stream()
        .map(request -> request.getClass().getSimpleName().replace("Request", ""))
        .collect(Collectors.toList());
  }
}
