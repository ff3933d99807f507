package dev.switchboard.local.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// What one life of the victim counts, in a mapped file: it is there after a kill as it stood at
/// the last instruction, and the killer reads it meanwhile.
final class Tally {

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final int CALLS = 0;

  /// What stands behind the number of calls.
  private static final List<Enum<?>> COUNTED =
      Stream.<Enum<?>>concat(Stream.of(Phase.values()), Stream.of(Trouble.values())).toList();

  private static final int BYTES = Long.BYTES * (1 + COUNTED.size());

  private final MappedByteBuffer slots;

  private Tally(MappedByteBuffer slots) {
    this.slots = slots;
  }

  /// @param file made with zeros if it is not there
  static Tally in(Path file) {
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Tally(channel.map(MapMode.READ_WRITE, 0, BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How often the outbox was asked.
  long calls() {
    return at(CALLS);
  }

  void called() {
    add(CALLS, 1);
  }

  /// How many sends are in that phase.
  long in(Phase phase) {
    return at(slot(phase));
  }

  void enter(Phase phase) {
    add(slot(phase), 1);
  }

  void leave(Phase phase) {
    add(slot(phase), -1);
  }

  long of(Trouble trouble) {
    return at(slot(trouble));
  }

  void made(Trouble trouble) {
    add(slot(trouble), 1);
  }

  private static int slot(Enum<?> counted) {
    return 1 + COUNTED.indexOf(counted);
  }

  private long at(int slot) {
    return (long) LONGS.getVolatile(slots, slot * Long.BYTES);
  }

  private void add(int slot, long by) {
    var _ = (long) LONGS.getAndAdd(slots, slot * Long.BYTES, by);
  }
}
