package dev.switchboard.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// One Lambda function: JSON in, JSON out.
///
/// Reads and writes the bytes itself: the runtime's own serializer cannot read records and writes
/// sealed types as `{}`. The embedded runtime calls [#handleRequest] with the bytes Lambda would
/// send.
public abstract class Handler<I, O> implements RequestStreamHandler {

  private final Class<I> input;

  protected Handler(Class<I> input) {
    this.input = input;
  }

  /// @param remaining time left for this invocation
  protected abstract O handle(I input, Remaining remaining);

  /// Time left for an invocation; nothing that takes longer may be begun.
  @FunctionalInterface
  public interface Remaining {
    long millis();
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    Json.write(handle(Json.read(in, input), context::getRemainingTimeInMillis), out);
  }
}
