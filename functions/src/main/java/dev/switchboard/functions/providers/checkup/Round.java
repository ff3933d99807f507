package dev.switchboard.functions.providers.checkup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Asks all at once, waits so long and no longer, and goes on without those who did not answer.
public final class Round {

  private Round() {}

  /// What came of one of them.
  ///
  /// @param value empty when there was none in time
  public record Timed<T>(Optional<T> value, Duration took) {}

  /// @return in the order of the tasks
  /// @throws RuntimeException the first that one of them threw
  public static <T> List<Timed<T>> of(List<Supplier<T>> tasks, Duration within) {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var callables = tasks.stream().map(Round::timed).toList();
      return threads.invokeAll(callables, within.toMillis(), TimeUnit.MILLISECONDS).stream()
          .map(future -> result(future, within))
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      // Not close(), which waits for whoever hangs.
      threads.shutdownNow();
    }
  }

  private static <T> Callable<Timed<T>> timed(Supplier<T> task) {
    return () -> {
      var begin = System.nanoTime();
      var value = task.get();
      return new Timed<>(Optional.of(value), Duration.ofNanos(System.nanoTime() - begin));
    };
  }

  private static <T> Timed<T> result(Future<Timed<T>> future, Duration within) {
    try {
      return future.get();
    } catch (CancellationException _) {
      return new Timed<>(Optional.empty(), within);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      if (e.getCause() instanceof Error cause) throw cause;
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
