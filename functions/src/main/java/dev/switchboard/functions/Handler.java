package dev.switchboard.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.crac.Core;
import org.crac.Resource;

/// One Lambda function: JSON in, JSON out.
///
/// Reads and writes the bytes itself: the runtime's own serializer cannot read records and writes
/// sealed types as `{}`. The embedded runtime calls [#handleRequest] with the bytes Lambda would
/// send.
///
/// Lambda starts functions from a snapshot of a process that has been set up: what [#prime] has
/// loaded is in it, and what must differ between processes is made anew after the restore.
public abstract class Handler<I, O> implements RequestStreamHandler {

  /// After so many the compilers have seen what is called often; more change little.
  private static final int ROUNDS = 10;

  private static final Duration ENOUGH = Duration.ofSeconds(20);

  private final Class<I> input;
  private final Resource snapshots = new Snapshots();

  /// Lambda makes one of each function; it is registered before it is whole, and called after.
  protected Handler(Class<I> input) {
    this.input = input;
    Core.getGlobalContext().register(snapshots);
  }

  /// @param remaining time left for this invocation
  protected abstract O handle(I input, Remaining remaining);

  /// Makes calls that change nothing, so that the first real ones find all they need in the
  /// snapshot.
  ///
  /// @throws RuntimeException if one of them fails: the snapshot is taken all the same
  public void prime() {}

  /// Calls this function with an event, for the sake of what it loads.
  protected final void rehearse(String event) {
    try {
      handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)),
          OutputStream.nullOutputStream(),
          () -> ENOUGH.toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Time left for an invocation; nothing that takes longer may be begun.
  @FunctionalInterface
  public interface Remaining {
    long millis();
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    handleRequest(in, out, context::getRemainingTimeInMillis);
  }

  private void handleRequest(InputStream in, OutputStream out, Remaining remaining)
      throws IOException {
    Json.write(handle(Json.read(in, input), remaining), out);
  }

  private final class Snapshots implements Resource {

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
      try {
        for (int round = 0; round < ROUNDS; round++) prime();
      } catch (RuntimeException e) {
        System.err.println("the snapshot is less than it could be: " + Trouble.line(e));
      }
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
      Services.aws().idsAndSecrets().renew();
    }
  }
}
