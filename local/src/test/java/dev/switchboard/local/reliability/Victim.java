package dev.switchboard.local.reliability;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.outreach.WritePlan;
import dev.switchboard.functions.send.ApplyReports;
import dev.switchboard.functions.send.DeliverSends;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.Welcome;
import dev.switchboard.local.function.FunctionMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// The product as `start --no-sample` runs it, engines and all, in a process that is there to be
/// killed: its deliveries are watched, its queues are troubled.
///
/// @param providers settings of vendors that only the functions are told of: the runtime would keep
///   its clock at real time
record Victim(Tally tally, Random random, boolean claims, Map<String, String> providers)
    implements FunctionMaker {

  private static final Set<String> FROM_QUEUES =
      Set.of(WritePlan.class.getName(), DeliverSends.class.getName(), ApplyReports.class.getName());

  /// What a victim is started with.
  ///
  /// @param state folder of the runtime
  /// @param scenario file of the outbox's scripts
  /// @param providers file of the vendors' settings
  /// @param tally file, fresh for each life
  /// @param claims whether the claim of a send keeps others away
  record Arguments(
      Path state, Path scenario, Path providers, Path tally, long seed, boolean claims) {

    List<String> words() {
      return List.of(
          state.toString(),
          scenario.toString(),
          providers.toString(),
          tally.toString(),
          Long.toString(seed),
          Boolean.toString(claims));
    }

    static Arguments of(String... words) {
      return new Arguments(
          Path.of(words[0]),
          Path.of(words[1]),
          Path.of(words[2]),
          Path.of(words[3]),
          Long.parseLong(words[4]),
          Boolean.parseBoolean(words[5]));
    }
  }

  /// Settings of vendors, as they stand in a file.
  record Settings(Map<String, String> variables) {}

  static void main(String... words) throws IOException, InterruptedException {
    var arguments = Arguments.of(words);
    var victim =
        new Victim(
            Tally.in(arguments.tally()),
            new Random(arguments.seed()),
            arguments.claims(),
            Json.read(Files.readString(arguments.providers()), Settings.class).variables());
    var options =
        RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
            .withState(arguments.state())
            .withEnvironment(
                Map.of(
                    "PUBLIC_URL",
                    "${url}",
                    "OUTBOX_SCENARIO",
                    Files.readString(arguments.scenario())))
            .withMaker(victim);
    endWithParent();
    var runtime = EmbeddedRuntime.start(options);
    Welcome.running(runtime).forEach(System.out::println);
    Welcome.next(runtime).forEach(System.out::println);
    Thread.currentThread().join();
  }

  private static void endWithParent() {
    for (var parent : ProcessHandle.current().parent().stream().toList()) {
      var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }
  }

  @Override
  public RequestStreamHandler make(
      String handler, Map<String, String> environment, Aws aws, InstantSource clock) {
    var delivers = handler.equals(DeliverSends.class.getName());
    var tables = delivers ? new WatchedTables(aws.dynamo(), tally, random, claims) : aws.dynamo();
    var variables = new HashMap<>(environment);
    variables.putAll(providers);
    var function =
        FunctionMaker.withServices(
            handler, variables, new Aws(tables, aws.queues(), aws.bus(), aws.workflows()), clock);
    return FROM_QUEUES.contains(handler) ? new TroubledQueue(function, tally, random) : function;
  }
}
