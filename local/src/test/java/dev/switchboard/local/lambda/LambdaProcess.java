package dev.switchboard.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.template.Template;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One function in a process of its own, with the class path that it has on Lambda and the
/// environment that the template gives it; its AWS is the embedded runtime.
final class LambdaProcess implements AutoCloseable {

  private static final Path BUILT = Path.of("..", "target").toAbsolutePath().normalize();

  /// Time to start in and to answer; a busy build machine needs some of it.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String NATIVE_PART =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final RuntimeApi api;
  private final Process process;
  private final Path log;
  private final CompletableFuture<Void> ended;
  private Duration checkpoint = Duration.ZERO;

  private LambdaProcess(RuntimeApi api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
    this.ended = process.onExit().thenAccept(ended -> api.exited(ended.exitValue()));
  }

  /// How Lambda begins a process.
  enum Beginning {
    ON_DEMAND("on-demand", "-XX:TieredStopAtLevel=1"),
    /// Stopped for a snapshot once it is set up, until [#restore].
    SNAPSHOT("snap-start", "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    private final String type;
    private final String option;

    Beginning(String type, String option) {
      this.type = type;
      this.option = option;
    }
  }

  /// @param folder empty, to run in
  static LambdaProcess start(Template.Function function, EmbeddedRuntime runtime, Path folder)
      throws IOException {
    return start(Beginning.ON_DEMAND, function, runtime, folder);
  }

  /// @param folder empty, to run in
  static LambdaProcess start(
      Beginning beginning, Template.Function function, EmbeddedRuntime runtime, Path folder)
      throws IOException {
    var api = RuntimeApi.start(function.name(), function.timeout());
    var log = folder.resolve("log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                beginning.option,
                "-Xmx512m",
                "-D" + NATIVE_PART + "=" + library(folder),
                "-cp",
                classPath(),
                AWSLambda.class.getName(),
                function.handler())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    process.environment().clear();
    process.environment().putAll(environment(function, runtime.url(), api.address()));
    process.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", beginning.type);
    return new LambdaProcess(api, process.start(), log);
  }

  /// What is deployed, and before it the runtime interface client, which Lambda brings.
  private static String classPath() throws IOException {
    return String.join(
        File.pathSeparator,
        jar(AWSLambda.class),
        jar(PojoSerializer.class),
        BUILT.resolve("classes").toString(),
        Files.readString(BUILT.resolve("deployed-classpath.txt")),
        // Baselines; nothing of the product is in it.
        Path.of("target", "test-classes").toAbsolutePath().toString());
  }

  /// The client's native part in the process's own folder: by itself it writes over the same file
  /// of `/tmp` that another process may just have loaded.
  private static Path library(Path folder) throws IOException {
    var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    var file = folder.resolve("client.so");
    try (var library =
        AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + machine + ".so")) {
      Files.copy(library, file);
    }
    return file;
  }

  private static String jar(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }

  private static Map<String, String> environment(
      Template.Function function, String url, String api) {
    var environment = new HashMap<>(function.environment());
    environment.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API", api,
            "AWS_ENDPOINT_URL", url,
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "example",
            "AWS_SECRET_ACCESS_KEY", "example"));
    environment.putAll(
        Map.of(
            "_HANDLER",
            function.handler(),
            "AWS_LAMBDA_FUNCTION_NAME",
            function.name(),
            "AWS_LAMBDA_FUNCTION_VERSION",
            "1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "1024",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "/aws/lambda/" + function.name(),
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "1"));
    return environment;
  }

  /// Lets a process go on that is ready for its snapshot.
  ///
  /// @throws AssertionError when it never was, with its log
  void restore() throws IOException, InterruptedException {
    expect("checkpoint");
    checkpoint = processorTime();
    api.restore();
  }

  /// Of the processor, since it was started or restored.
  Duration spent() {
    return processorTime().minus(checkpoint);
  }

  private Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  /// The answer to an event.
  ///
  /// @throws AssertionError when there is none, with what the process said instead and its log
  String call(String event) throws IOException, InterruptedException {
    api.give(event);
    return expect("response");
  }

  private String expect(String what) throws IOException, InterruptedException {
    var said = api.next(PATIENCE);
    if (said.what().equals(what)) return said.body();
    throw new AssertionError(
        "%s: %s%n%s".formatted(said.what(), said.body(), Files.readString(log)));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    ended.join();
    api.close();
  }
}
