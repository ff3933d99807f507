package dev.switchboard.local.http;

import dev.switchboard.local.queue.Queues;
import dev.switchboard.local.table.TableProtocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/// DynamoDB and SQS on the runtime's own port, for whatever is told `AWS_ENDPOINT_URL`: the AWS
/// CLI, `sam local`, a function started by hand.
///
/// Any signature is good. A request of a web page (it has an Origin) is not.
public final class EngineProtocol implements Pages {

  private static final Pattern SIGNED_FOR_SQS =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=[^,]*/sqs/aws4_request.*");

  private final TableProtocol tables;
  private final Queues queues;
  private final HttpClient client = HttpClient.newHttpClient();

  public EngineProtocol(TableProtocol tables, Queues queues) {
    this.tables = tables;
    this.queues = queues;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    var target = request.header("x-amz-target").orElse("");
    var forQueues =
        target.startsWith("AmazonSQS.")
            || SIGNED_FOR_SQS.matcher(request.header("authorization").orElse("")).matches();
    if (!forQueues && !target.startsWith("DynamoDB_20120810.")) return Optional.empty();
    if (request.header("origin").isPresent()) return Optional.of(Reply.message(403, "Forbidden"));
    return Optional.of(forQueues ? forwarded(request, target) : table(request, target));
  }

  private Reply table(Request request, String target) {
    var answer = tables.answer(target.substring(target.indexOf('.') + 1), request.body());
    return Reply.of(answer.status(), "application/x-amz-json-1.0", answer.body());
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
