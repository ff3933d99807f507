package dev.switchboard.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Trouble;
import dev.switchboard.local.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All functions of the template, by name.
public final class Functions {

  private record Ready(String name, Duration timeout, RequestStreamHandler handler) {}

  /// Lambda's limit on an answer, in bytes.
  private static final int LARGEST_ANSWER = 6 * 1024 * 1024;

  private final Map<String, Ready> ready;
  private final Consumer<String> log;

  private Functions(Map<String, Ready> ready, Consumer<String> log) {
    this.ready = ready;
    this.log = log;
  }

  /// Makes every function.
  ///
  /// @param overrides variables that win over the template's, for every function
  /// @param log takes one line per failed call
  public static Functions make(
      List<Template.Function> templates,
      Map<String, String> overrides,
      Making making,
      Consumer<String> log) {
    var ready =
        templates.stream()
            .map(each -> making.ready(each, overrides))
            .collect(Collectors.toMap(Ready::name, Function.identity()));
    return new Functions(ready, log);
  }

  /// What functions are made of.
  public record Making(FunctionMaker maker, Aws aws, InstantSource clock) {
    private Ready ready(Template.Function template, Map<String, String> overrides) {
      var environment = new HashMap<>(template.environment());
      environment.putAll(overrides);
      var handler = maker.make(template.handler(), Map.copyOf(environment), aws, clock);
      return new Ready(template.name(), template.timeout(), handler);
    }
  }

  public boolean has(String name) {
    return ready.containsKey(name);
  }

  /// Calls a function and waits for it, at most its timeout.
  ///
  /// @param event the bytes Lambda would hand over
  public Invocation call(String name, byte[] event) {
    var function = ready.get(name);
    var requestId = UUID.randomUUID().toString();
    var answer = new CompletableFuture<byte[]>();
    var context = CallContext.of(name, requestId, function.timeout(), log);
    var thread =
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              try {
                var out = new ByteArrayOutputStream();
                function.handler().handleRequest(new ByteArrayInputStream(event), out, context);
                answer.complete(out.toByteArray());
              } catch (Throwable failure) {
                // Whatever a function throws ends its call and nothing else, as on Lambda.
                answer.completeExceptionally(failure);
              }
            });
    return awaited(function, requestId, answer, thread);
  }

  private Invocation awaited(
      Ready function, String requestId, CompletableFuture<byte[]> answer, Thread thread) {
    try {
      var payload = answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (payload.length <= LARGEST_ANSWER) return new Invocation.Answered(payload);
      var message = "the answer has %d bytes, more than Lambda takes".formatted(payload.length);
      log.accept(function.name() + " failed: " + message);
      return new Invocation.Failed("Function.ResponseSizeTooLarge", message);
    } catch (ExecutionException e) {
      var cause = e.getCause();
      log.accept(function.name() + " failed: " + Trouble.line(cause));
      return new Invocation.Failed(cause.getClass().getName(), described(cause));
    } catch (TimeoutException e) {
      thread.interrupt();
      var message =
          "RequestId: %s Error: Task timed out after %.2f seconds"
              .formatted(requestId, function.timeout().toMillis() / 1000.0);
      log.accept(function.name() + " failed: " + message);
      return new Invocation.TimedOut(message);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new Invocation.TimedOut("the runtime is being stopped");
    }
  }

  /// The caller is told all, as Lambda tells it; the log is not.
  private static String described(Throwable cause) {
    return cause.getMessage() == null ? "no message" : cause.getMessage();
  }
}
