package dev.switchboard.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything of `template.yaml` that the embedded runtime brings to life, in the template's order.
///
/// All names are physical ones: what `!Ref` gives, or the last part of an ARN. Where the template
/// gives no name, that is the logical id.
///
/// @param logicalNames physical names by logical id, for those who look for one resource
public record Template(
    List<Table> tables,
    List<Queue> queues,
    List<String> buses,
    List<Function> functions,
    List<StateMachine> machines,
    Optional<Api> api,
    Map<String, String> logicalNames) {

  public Template {
    tables = List.copyOf(tables);
    queues = List.copyOf(queues);
    buses = List.copyOf(buses);
    functions = List.copyOf(functions);
    machines = List.copyOf(machines);
    logicalNames = Map.copyOf(logicalNames);
  }

  /// @param keys of the table itself
  /// @param timeToLive the attribute that holds an expiry in epoch seconds; absent for none
  public record Table(String name, Keys keys, List<Index> indexes, Optional<String> timeToLive) {
    public Table {
      indexes = List.copyOf(indexes);
    }
  }

  /// @param partition key attribute @param sort key attribute, if any
  public record Keys(Attribute partition, Optional<Attribute> sort) {}

  /// @param type `S`, `N` or `B`
  public record Attribute(String name, String type) {}

  /// A global secondary index.
  ///
  /// @param projection `ALL`, `KEYS_ONLY` or `INCLUDE`
  /// @param included attributes of an `INCLUDE` projection
  public record Index(String name, Keys keys, String projection, List<String> included) {
    public Index {
      included = List.copyOf(included);
    }
  }

  /// @param visibility how long a received message stays hidden; 30 s by default
  /// @param delay of every message; 0 by default
  /// @param redrive where a message goes after too many receives; absent: nowhere
  public record Queue(
      String name,
      boolean fifo,
      boolean deduplicatesByContent,
      Duration visibility,
      Duration delay,
      Duration retention,
      Optional<Redrive> redrive) {}

  /// @param deadLetters name of the queue that takes them
  /// @param maxReceives the receive after this many moves a message there
  public record Redrive(String deadLetters, int maxReceives) {}

  /// @param handler the class
  /// @param timeout of one call; 3 s by default, as on Lambda
  public record Function(
      String name,
      String handler,
      Duration timeout,
      Map<String, String> environment,
      List<Trigger> triggers) {
    public Function {
      environment = Map.copyOf(environment);
      triggers = List.copyOf(triggers);
    }
  }

  /// A state machine.
  ///
  /// @param definition the file
  /// @param substitutions values of the `${names}` in it
  public record StateMachine(String name, Path definition, Map<String, String> substitutions) {
    public StateMachine {
      substitutions = Map.copyOf(substitutions);
    }
  }

  /// What calls a function.
  public sealed interface Trigger {}

  /// An HTTP route.
  ///
  /// @param method in capitals; `ANY` for all
  /// @param path with `{parameters}`, or `$default`
  /// @param authorizer absent: open to everyone
  /// @param scopes one of which the token must have; empty: any token
  public record Route(String method, String path, Optional<String> authorizer, List<String> scopes)
      implements Trigger {
    public Route {
      scopes = List.copyOf(scopes);
    }
  }

  /// An SQS event source mapping.
  ///
  /// @param window longest wait for a batch to fill; 0 by default
  /// @param reportsFailures the function names the items that failed; else all or none
  /// @param maxConcurrency calls at the same time; 5 by default, with which AWS begins
  public record FromQueue(
      String queue, int batchSize, Duration window, boolean reportsFailures, int maxConcurrency)
      implements Trigger {}

  /// A rule on a bus.
  ///
  /// @param pattern as JSON
  /// @param retries attempts after the first; 2 by default, as Lambda has them
  /// @param deadLetters name of the queue that takes what could not be delivered
  public record FromBus(
      String rule, String bus, String pattern, int retries, Optional<String> deadLetters)
      implements Trigger {}

  /// A schedule.
  ///
  /// @param expression `rate(…)`, `cron(…)` or `at(…)`
  /// @param zone of a cron or at expression; UTC by default
  /// @param input JSON handed to the function; absent: AWS's own event
  /// @param scheduler true for EventBridge Scheduler, false for a scheduled rule
  public record OnSchedule(
      String name, String expression, String zone, Optional<String> input, boolean scheduler)
      implements Trigger {}

  /// The HTTP API.
  public record Api(Map<String, Authorizer> authorizers, Optional<Cors> cors) {
    public Api {
      authorizers = Map.copyOf(authorizers);
    }
  }

  /// @param header that carries the token, in lower case
  public record Authorizer(String header, List<String> scopes) {
    public Authorizer {
      scopes = List.copyOf(scopes);
    }
  }

  /// Cross-origin rules; `*` stands for any.
  ///
  /// @param maxAge seconds a browser may keep them; 0: not said
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      boolean credentials,
      int maxAge) {
    public Cors {
      origins = List.copyOf(origins);
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
      exposed = List.copyOf(exposed);
    }
  }
}
