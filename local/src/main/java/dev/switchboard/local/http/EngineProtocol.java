package dev.switchboard.local.http;

import dev.switchboard.local.bus.BusProtocol;
import dev.switchboard.local.machine.api.MachineProtocol;
import dev.switchboard.local.queue.Queues;
import dev.switchboard.local.table.TableProtocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// DynamoDB, SQS, Step Functions and EventBridge's PutEvents on the runtime's own port, for
/// whatever is told `AWS_ENDPOINT_URL`: the AWS CLI, `sam local`, a function started by hand.
///
/// Any signature is good. A request of a web page (it has an Origin) is not.
public final class EngineProtocol implements Pages {

  private static final Pattern SIGNED_FOR_SQS =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=[^,]*/sqs/aws4_request.*");

  private static final Set<String> SERVICES =
      Set.of("DynamoDB_20120810", "AWSEvents", "AWSStepFunctions");

  private final TableProtocol tables;
  private final Queues queues;
  private final BusProtocol bus;
  private final MachineProtocol machines;
  private final HttpClient client = HttpClient.newHttpClient();

  public EngineProtocol(
      TableProtocol tables, Queues queues, BusProtocol bus, MachineProtocol machines) {
    this.tables = tables;
    this.queues = queues;
    this.bus = bus;
    this.machines = machines;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    var target = request.header("x-amz-target").orElse("");
    var forQueues =
        target.startsWith("AmazonSQS.")
            || SIGNED_FOR_SQS.matcher(request.header("authorization").orElse("")).matches();
    var service = target.substring(0, Math.max(0, target.indexOf('.')));
    if (!forQueues && !SERVICES.contains(service)) return Optional.empty();
    if (request.header("origin").isPresent()) return Optional.of(Reply.message(403, "Forbidden"));
    if (forQueues) return Optional.of(forwarded(request, target));
    var operation = target.substring(target.indexOf('.') + 1);
    return Optional.of(
        switch (service) {
          case "DynamoDB_20120810" -> table(operation, request.body());
          case "AWSEvents" -> sent("1.1", bus.answer(operation, request.body()).onWire());
          default -> sent("1.0", machines.answer(operation, request.body()).onWire());
        });
  }

  private Reply table(String operation, byte[] body) {
    var answer = tables.answer(operation, body);
    return Reply.of(answer.status(), "application/x-amz-json-1.0", answer.body());
  }

  private static Reply sent(String version, InProcess.Answer answer) {
    return Reply.of(answer.status(), "application/x-amz-json-" + version, answer.body());
  }

  private Reply forwarded(Request request, String target) {
    var path = URI.create("http://127.0.0.1:" + queues.port() + request.path());
    var forward =
        HttpRequest.newBuilder(path)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
            .header("Content-Type", request.header("content-type").orElse(""));
    if (!target.isEmpty()) forward.header("X-Amz-Target", target);
    try {
      var answer = client.send(forward.build(), HttpResponse.BodyHandlers.ofByteArray());
      var type = answer.headers().firstValue("content-type").orElse("application/x-amz-json-1.0");
      queues.look();
      return Reply.of(answer.statusCode(), type, answer.body());
    } catch (IOException e) {
      return Reply.message(503, "Service Unavailable");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.message(503, "Service Unavailable");
    }
  }
}
