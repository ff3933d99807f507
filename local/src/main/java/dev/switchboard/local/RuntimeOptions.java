package dev.switchboard.local;

import dev.switchboard.local.function.FunctionMaker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How to start the runtime.
///
/// @param template path of `template.yaml`
/// @param state folder that outlives the process; absent: everything in memory
/// @param port of HTTP; 0 for any free one
/// @param parameters of the template, in place of its defaults
/// @param environment variables that win over the template's, for every function; `${url}` in a
///   value becomes the runtime's address
/// @param maker of functions
/// @param freshTime what the clock says on a fresh folder; absent: real time
/// @param log takes one line per trouble
public record RuntimeOptions(
    Path template,
    Optional<Path> state,
    int port,
    Map<String, String> parameters,
    Map<String, String> environment,
    FunctionMaker maker,
    Optional<Instant> freshTime,
    Consumer<String> log) {

  public static final int DEFAULT_PORT = 8787;

  public RuntimeOptions {
    parameters = Map.copyOf(parameters);
    environment = Map.copyOf(environment);
  }

  /// Everything in memory on a free port: for tests.
  public static RuntimeOptions inMemory(Path template) {
    return new RuntimeOptions(
        template,
        Optional.empty(),
        0,
        Map.of(),
        Map.of(),
        FunctionMaker::withServices,
        Optional.empty(),
        System.err::println);
  }

  public RuntimeOptions withState(Path folder) {
    return new RuntimeOptions(
        template, Optional.of(folder), port, parameters, environment, maker, freshTime, log);
  }

  public RuntimeOptions withPort(int other) {
    return new RuntimeOptions(
        template, state, other, parameters, environment, maker, freshTime, log);
  }

  /// Adds values of template parameters.
  public RuntimeOptions withParameters(Map<String, String> more) {
    return new RuntimeOptions(
        template, state, port, merged(parameters, more), environment, maker, freshTime, log);
  }

  /// Adds environment variables.
  public RuntimeOptions withEnvironment(Map<String, String> more) {
    return new RuntimeOptions(
        template, state, port, parameters, merged(environment, more), maker, freshTime, log);
  }

  public RuntimeOptions withMaker(FunctionMaker other) {
    return new RuntimeOptions(
        template, state, port, parameters, environment, other, freshTime, log);
  }

  public RuntimeOptions withFreshTime(Instant time) {
    return new RuntimeOptions(
        template, state, port, parameters, environment, maker, Optional.of(time), log);
  }

  public RuntimeOptions withLog(Consumer<String> other) {
    return new RuntimeOptions(
        template, state, port, parameters, environment, maker, freshTime, other);
  }

  private static Map<String, String> merged(Map<String, String> base, Map<String, String> more) {
    var merged = new HashMap<>(base);
    merged.putAll(more);
    return merged;
  }
}
