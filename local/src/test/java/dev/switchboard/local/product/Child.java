package dev.switchboard.local.product;

import dev.switchboard.local.Main;
import dev.switchboard.local.sample.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The product in a process of its own, which can be killed.
public final class Child implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts it on a folder, without the sample, on a port of its own.
  public static Child start(Path folder, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--no-sample",
                "--port=0",
                "--template=" + Path.of("..", "template.yaml"),
                "--state=" + folder));
    arguments.addAll(List.of(more));
    return start(folder.getParent(), Main.class.getName(), arguments);
  }

  /// Starts a class that prints what `start` prints.
  ///
  /// @param logs folder of what it prints
  public static Child start(Path logs, String main, List<String> arguments) {
    return start(logs, List.of(), main, arguments);
  }

  /// The same, but that no file of it may grow past a size, as if its disk were full by then.
  ///
  /// @param kilobytes a multiple of one
  public static Child limited(long kilobytes, Path logs, String main, List<String> arguments) {
    var shell = List.of("bash", "-c", "ulimit -S -f \"$0\" && exec \"$@\"", "" + kilobytes);
    return start(logs, shell, main, arguments);
  }

  private static Child start(Path logs, List<String> before, String main, List<String> arguments) {
    var command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-classpath",
            System.getProperty("java.class.path"),
            main));
    command.addAll(arguments);
    try {
      var log = Files.createTempFile(logs, "log", ".txt");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
      return new Child(builder.redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes room on the disk that was full.
  public void unlimit() throws IOException, InterruptedException {
    var room =
        new ProcessBuilder("prlimit", "--pid", "" + process.pid(), "--fsize=unlimited").inheritIO();
    if (room.start().waitFor() != 0) throw new IOException("prlimit failed");
  }

  /// A client of it, once it answers.
  public Api api() {
    await(() -> output().contains("Try next"));
    return new Api(url(), "manager");
  }

  /// Where it answers.
  public String url() {
    var line = output().lines().filter(it -> it.strip().startsWith("API ")).findFirst();
    return line.orElseThrow().replace("API", "").strip();
  }

  /// Waits for a condition; a process that is gone fulfils none.
  private void await(BooleanSupplier condition) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) throw new AssertionError(output());
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /// As `kill -9` does.
  public void kill() {
    process.destroyForcibly();
    var _ = exitCode();
  }

  /// As `kill` does.
  ///
  /// @return the exit code
  int terminate() {
    process.destroy();
    return exitCode();
  }

  /// The exit code, once it ended by itself.
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError(output());
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Everything that it printed.
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
