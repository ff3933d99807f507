package dev.switchboard.local.machine;

import dev.switchboard.local.clock.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One thread on which everything that changes executions is done in turn; what was done together
/// is kept together, and only then acted on.
///
/// Where much happens at once, one commit serves all of it.
final class Turns implements AutoCloseable {

  /// Turns of one commit.
  private static final int MOST_TOGETHER = 500;

  private static final long LAST_SECONDS = 5;

  /// One change.
  @FunctionalInterface
  interface Turn {
    /// @param after takes what to do once the change is kept
    void take(List<Runnable> after);

    /// Told in place of [#take] that there are no more turns.
    default void dropped() {}
  }

  private record Waiting(Turn turn, Activity.Work work) {}

  private final BlockingQueue<Waiting> inbox = new LinkedBlockingQueue<>();
  private final Activity activity;
  private final Runnable commit;
  private final Consumer<String> log;
  private final Thread thread;
  private volatile boolean open = true;

  /// @param commit keeps all that the turns since the last one changed
  Turns(Activity activity, Runnable commit, Consumer<String> log) {
    this.activity = activity;
    this.commit = commit;
    this.log = log;
    this.thread = Thread.ofPlatform().daemon().name("machines").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Counted as work until what comes after it has been begun.
  void post(Turn turn) {
    inbox.add(new Waiting(turn, activity.beginWithin()));
    if (!open) drop();
  }

  /// A change that somebody waits for.
  @FunctionalInterface
  interface Question<T> {
    /// @param after takes what to do once the change is kept
    /// @throws Refusal that is told to whoever asked; nothing may be changed by then
    T answer(List<Runnable> after);
  }

  /// Has a question answered in its turn, and waits until what it changed is kept.
  ///
  /// @throws Refusal as the question, or when there are no more turns
  <T> T ask(Question<T> question) {
    var asked = new Asked<>(question);
    post(asked);
    return asked.answer();
  }

  private record Asked<T>(Question<T> question, CompletableFuture<T> reply) implements Turn {

    Asked(Question<T> question) {
      this(question, new CompletableFuture<>());
    }

    @Override
    public void take(List<Runnable> after) {
      try {
        var answer = question.answer(after);
        after.add(() -> reply.complete(answer));
      } catch (Refusal e) {
        after.add(() -> reply.completeExceptionally(e));
      }
    }

    @Override
    public void dropped() {
      reply.completeExceptionally(new Refusal("ServiceUnavailable", "State machines are stopped"));
    }

    T answer() {
      try {
        return reply.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof Refusal refusal) throw refusal;
        throw e;
      }
    }
  }

  private void run() {
    try {
      var together = new ArrayList<Waiting>();
      while (open) {
        together.add(inbox.take());
        inbox.drainTo(together, MOST_TOGETHER - 1);
        taken(together);
        together.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void taken(List<Waiting> together) {
    var after = new ArrayList<Runnable>();
    try {
      for (var each : together) each.turn().take(after);
      commit.run();
      after.forEach(Runnable::run);
    } catch (RuntimeException e) {
      // Nothing may be acted on that is not kept: the next start goes on from what is.
      open = false;
      together.forEach(each -> each.turn().dropped());
      drop();
      log.accept("state machines stopped: %s: start again".formatted(e));
    } finally {
      together.forEach(each -> each.work().close());
    }
  }

  /// Lets the turn under way end: whom an interrupt hits while it writes loses the file.
  @Override
  public void close() {
    post(_ -> open = false);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(LAST_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drop();
  }

  private void drop() {
    for (var left = inbox.poll(); left != null; left = inbox.poll()) {
      left.turn().dropped();
      left.work().close();
    }
  }
}
