package dev.switchboard.local.product;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.local.conventions.Policies;
import dev.switchboard.local.function.FunctionMaker;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/// Makes functions whose clients note what IAM would be asked for: `dynamodb:GetItem SendsTable`.
///
/// A proxy in front of each client; the rest of a client's conveniences (builders, pages) end in
/// the same few methods.
final class Calls implements FunctionMaker {

  private static final Map<String, Set<String>> ALLOWED = Policies.allowed();

  private final Map<String, Map<String, LongAdder>> seen = new ConcurrentHashMap<>();
  private final Optional<Aws> elsewhere;
  private final Map<String, String> unseen;

  /// @param elsewhere what functions have in place of the embedded engines
  /// @param unseen variables of every function that the runtime knows nothing of
  Calls(Optional<Aws> elsewhere, Map<String, String> unseen) {
    this.elsewhere = elsewhere;
    this.unseen = unseen;
  }

  /// What a function asked for and the template does not let it do, sorted: `SmartSend
  /// dynamodb:GetItem SendsTable`.
  List<String> forbidden() {
    return less(names(), ALLOWED);
  }

  /// What the template lets a function do and it never asked for, sorted.
  List<String> unused() {
    return less(ALLOWED, names());
  }

  private Map<String, Set<String>> names() {
    return seen.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, calls -> calls.getValue().keySet()));
  }

  /// How often a function asked for what.
  Map<String, Long> counted(String function) {
    return seen.get(function).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, count -> count.getValue().sum()));
  }

  private static List<String> less(
      Map<String, Set<String>> first, Map<String, Set<String>> second) {
    return first.entrySet().stream()
        .flatMap(function ->
            function.getValue().stream()
                .filter(call -> !second.getOrDefault(function.getKey(), Set.of()).contains(call))
                .map(call -> function.getKey() + " " + call))
        .sorted()
        .toList();
  }

  @Override
  public RequestStreamHandler make(
      String handler, Map<String, String> environment, Aws aws, InstantSource clock) {
    var function = handler.substring(handler.lastIndexOf('.') + 1);
    var noted = seen.computeIfAbsent(function, _ -> new ConcurrentHashMap<>());
    Consumer<String> note = call -> noted.computeIfAbsent(call, _ -> new LongAdder()).increment();
    var clients = noting(elsewhere.orElse(aws), note);
    var variables = new HashMap<>(environment);
    variables.putAll(unseen);
    return FunctionMaker.withServices(handler, Map.copyOf(variables), clients, clock);
  }

  private static Aws noting(Aws aws, Consumer<String> note) {
    var events = noting(EventBridgeClient.class, aws.events(), note);
    return new Aws(
        noting(DynamoDbClient.class, aws.dynamo(), note),
        noting(SqsClient.class, aws.queues(), note),
        () -> events,
        () -> noting(SfnClient.class, aws.machines(), note));
  }

  private static <C> C noting(Class<C> type, C client, Consumer<String> note) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (convenience(method)) return InvocationHandler.invokeDefault(proxy, method, arguments);
          if (arguments != null) actions(method.getName(), arguments[0]).forEach(note);
          try {
            return method.invoke(client, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static boolean convenience(Method method) {
    return method.isDefault()
        && (method.getName().endsWith("Paginator")
            || (method.getParameterCount() == 1
                && method.getParameterTypes()[0] == Consumer.class));
  }

  private static Stream<String> actions(String method, Object request) {
    var name = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    return switch (request) {
      case TransactWriteItemsRequest all -> all.transactItems().stream().map(Calls::action);
      case BatchGetItemRequest all ->
          all.requestItems().keySet().stream().map(table -> "dynamodb:BatchGetItem " + table);
      case BatchWriteItemRequest all ->
          all.requestItems().keySet().stream().map(table -> "dynamodb:BatchWriteItem " + table);
      case PutEventsRequest all ->
          all.entries().stream()
              .map(PutEventsRequestEntry::eventBusName)
              .map(bus -> "events:PutEvents " + bus);
      case DescribeEventBusRequest one -> Stream.of("events:DescribeEventBus " + one.name());
      // IAM knows a batch of messages by the name of a single one.
      case SqsRequest one ->
          Stream.of("sqs:%s %s".formatted(name.replace("Batch", ""), queue(one)));
      // The template names machines by their ARN; a token names none.
      case StartExecutionRequest _ -> Stream.of("states:StartExecution CampaignMachine");
      case SendTaskSuccessRequest _ -> Stream.of("states:SendTaskSuccess ");
      case DynamoDbRequest one ->
          Stream.of(
              "dynamodb:%s %s"
                  .formatted(name, one.getValueForField("TableName", String.class).orElseThrow()));
      default -> throw new AssertionError("a call that is not known here: " + method);
    };
  }

  /// A transaction is allowed by the actions it consists of.
  private static String action(TransactWriteItem item) {
    if (item.put() != null) return "dynamodb:PutItem " + item.put().tableName();
    if (item.update() != null) return "dynamodb:UpdateItem " + item.update().tableName();
    if (item.delete() != null) return "dynamodb:DeleteItem " + item.delete().tableName();
    return "dynamodb:ConditionCheckItem " + item.conditionCheck().tableName();
  }

  private static String queue(SqsRequest request) {
    var url = request.getValueForField("QueueUrl", String.class).orElseThrow();
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
