package dev.switchboard.local.reliability;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/// A function whose queue is at its worst: batches in another order, messages twice, batches to two
/// workers at once, and once more when they were done long ago.
final class TroubledQueue implements RequestStreamHandler {

  /// Of a hundred messages, how many come twice in their batch.
  private static final int DOUBLED_PERCENT = 4;

  /// Of a hundred batches, how many have another one worked on beside them.
  private static final int BESIDE_PERCENT = 8;

  private final RequestStreamHandler function;
  private final Tally tally;
  private final Random random;
  private final AtomicReference<byte[]> earlier = new AtomicReference<>(new byte[0]);

  TroubledQueue(RequestStreamHandler function, Tally tally, Random random) {
    this.function = function;
    this.tally = tally;
    this.random = random;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = troubled((ObjectNode) Json.MAPPER.readTree(event));
    var beside = Thread.ofVirtual().unstarted(() -> beside(batch, context));
    if (random.nextInt(100) < BESIDE_PERCENT) beside.start();
    function.handleRequest(new ByteArrayInputStream(batch), answer, context);
    await(beside);
  }

  private byte[] troubled(ObjectNode event) throws IOException {
    var records = new ArrayList<JsonNode>();
    event.path("Records").forEach(records::add);
    for (var each : List.copyOf(records)) {
      if (random.nextInt(100) >= DOUBLED_PERCENT) continue;
      records.add(each);
      tally.made(Trouble.DOUBLED);
    }
    Collections.shuffle(records, random);
    tally.made(Trouble.REORDERED);
    event.putArray("Records").addAll(records);
    return Json.MAPPER.writeValueAsBytes(event);
  }

  /// What becomes of it is of no concern: the queue knows of none of it.
  private void beside(byte[] batch, Context context) {
    var old = earlier.getAndSet(batch);
    var again = old.length > 0 && random.nextBoolean();
    tally.made(again ? Trouble.LATE : Trouble.AT_ONCE);
    try {
      function.handleRequest(
          new ByteArrayInputStream(again ? old : batch), OutputStream.nullOutputStream(), context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
