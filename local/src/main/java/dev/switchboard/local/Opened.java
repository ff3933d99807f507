package dev.switchboard.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What was opened, to be closed in the opposite order, each even when another cannot be.
final class Opened implements AutoCloseable {

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private final Consumer<String> log;

  Opened(Consumer<String> log) {
    this.log = log;
  }

  <T extends AutoCloseable> T add(T resource) {
    resources.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!resources.isEmpty()) {
      var resource = resources.pop();
      try {
        resource.close();
      } catch (Exception e) {
        // AutoCloseable may throw anything; the others must be closed all the same.
        log.accept("%s did not close: %s".formatted(resource.getClass().getSimpleName(), e));
      }
    }
  }
}
