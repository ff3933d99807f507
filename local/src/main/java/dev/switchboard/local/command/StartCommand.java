package dev.switchboard.local.command;

import dev.switchboard.functions.providers.setup.ProviderSettings;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.Welcome;
import dev.switchboard.local.sample.Api;
import dev.switchboard.local.sample.Sample;
import dev.switchboard.local.sample.SampleFiles;
import dev.switchboard.local.sample.Screen;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the runtime, sends the sample campaign on a fresh folder, and stays until it is stopped.
@Command(name = "start", description = "Starts everything and stays up until Ctrl-C.")
final class StartCommand implements Runnable {

  @Option(
      names = "--template",
      defaultValue = "template.yaml",
      description = "The SAM template. Default: ${DEFAULT-VALUE}")
  private Path template = Path.of("template.yaml");

  @Option(
      names = "--state",
      defaultValue = ".switchboard",
      description = "Folder of what survives a restart. Default: ${DEFAULT-VALUE}")
  private Path state = Path.of(".switchboard");

  @Option(
      names = "--port",
      defaultValue = "" + RuntimeOptions.DEFAULT_PORT,
      description = "Loopback port; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port = RuntimeOptions.DEFAULT_PORT;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A template parameter in place of its default.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "An environment variable for every function.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "Scripted outcomes of the outbox, as JSON. Default: samples/scenario.json")
  private Optional<Path> scenario = Optional.empty();

  @Option(
      names = "--no-sample",
      description = "Sends no sample campaign on a fresh folder, and begins at real time.")
  private boolean noSample;

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public void run() {
    var runtime = EmbeddedRuntime.start(options());
    stopWith(runtime);
    if (noSample) Sample.without(state);
    var screen = Screen.console();
    screen.lines(Welcome.running(runtime));
    if (sampleWanted()) sample(runtime, screen);
    if (!stopping.get()) screen.lines(Welcome.next(runtime));
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopWith(EmbeddedRuntime runtime) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  stopping.set(true);
                  runtime.close();
                  stopped.countDown();
                }));
    stopWithMaven();
  }

  private void sample(EmbeddedRuntime runtime, Screen screen) {
    try (var api = new Api(runtime.url(), "manager")) {
      new Sample(api, samples(), state, screen).run();
    } catch (StartFailure e) {
      // Ctrl-C takes the instance away from under it; the next start goes on.
      if (!stopping.get()) screen.line("The sample stopped: " + e.getMessage());
    }
  }

  private SampleFiles samples() {
    return SampleFiles.beside(template);
  }

  private boolean sampleWanted() {
    // Its leads are nobody, but a provider does not know that.
    return !noSample && !real() && samples().present() && !Sample.over(state);
  }

  private boolean real() {
    return ProviderSettings.of(ProviderVariables.with(environment), Optional.empty()).real();
  }

  private RuntimeOptions options() {
    var variables = new LinkedHashMap<String, String>();
    variables.put("PUBLIC_URL", "${url}");
    if (samples().present()) variables.put("OUTBOX_SCENARIO", samples().scenario());
    variables.putAll(ProviderVariables.with(environment));
    scenario.ifPresent(file -> variables.put("OUTBOX_SCENARIO", text(file)));
    var options =
        RuntimeOptions.inMemory(template)
            .withState(state)
            .withPort(port)
            .withParameters(parameters)
            .withEnvironment(variables);
    return sampleWanted() ? options.withFreshTime(SampleFiles.monday(Instant.now())) : options;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure("The scenario %s cannot be read: mend --scenario.".formatted(file), e);
    }
  }

  /// The process that Maven starts outlives a Maven that is killed; so it watches its parent.
  private static void stopWithMaven() {
    if (!Boolean.getBoolean("switchboard.stop-with-parent")) return;
    for (var parent : ProcessHandle.current().parent().stream().toList()) {
      var _ = parent.onExit().thenRun(() -> System.exit(0));
    }
  }
}
