package dev.switchboard.functions.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/// Many requests at once, on virtual threads: the store answers in milliseconds, one after the
/// other they would be seconds.
public final class Parallel {

  /// Requests in flight; the SDK's connections are made for about this many.
  private static final int AT_ONCE = 16;

  private Parallel() {}

  /// Runs all, and fails with the first failure once all have ended.
  public static <T> void each(Collection<T> items, Consumer<T> action) {
    map(
        items,
        item -> {
          action.accept(item);
          return true;
        });
  }

  /// The results in the order of the items.
  public static <T, R> List<R> map(Collection<T> items, Function<T, R> action) {
    if (items.size() == 1) return List.of(action.apply(items.iterator().next()));
    var permits = new Semaphore(AT_ONCE);
    var running = new ArrayList<Future<R>>(items.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var item : items) {
        permits.acquireUninterruptibly();
        running.add(
            threads.submit(() -> {
              try {
                return action.apply(item);
              } finally {
                permits.release();
              }
            }));
      }
    }
    var results = new ArrayList<R>(running.size());
    for (var future : running) results.add(result(future));
    return results;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
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
