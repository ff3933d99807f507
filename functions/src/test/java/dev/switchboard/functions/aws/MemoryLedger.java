package dev.switchboard.functions.aws;

import dev.switchboard.OwnerId;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A ledger in memory, for as many histories of a send as a test wants to go through.
public final class MemoryLedger implements Ledger {

  private final Map<SendId, Send> sends = new HashMap<>();
  private final boolean fenced;

  /// @param fenced whether a transition loses against a faster one; without it nothing keeps two
  ///   workers apart
  public MemoryLedger(boolean fenced) {
    this.fenced = fenced;
  }

  @Override
  public synchronized void plan(List<Send> planned) {
    planned.forEach(send -> sends.putIfAbsent(send.id(), send));
  }

  @Override
  public synchronized Optional<Send> find(SendId id) {
    return Optional.ofNullable(sends.get(id));
  }

  @Override
  public synchronized List<Send> find(Set<SendId> ids) {
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public synchronized List<Send> find(OwnerId owner, List<SendId> ids) {
    return ids.stream()
        .distinct()
        .filter(id -> id.ownerKey().equals(owner.key()))
        .flatMap(id -> find(id).stream())
        .toList();
  }

  @Override
  public synchronized boolean advance(Send from, Send to) {
    return advance(List.of(new Move(from, to)));
  }

  @Override
  public synchronized boolean advance(Send from, Send to, Send fallback) {
    if (sends.containsKey(fallback.id()) || !advance(from, to)) return false;
    sends.put(fallback.id(), fallback);
    return true;
  }

  @Override
  public synchronized boolean advance(Move one, Move other) {
    return advance(List.of(one, other));
  }

  private boolean advance(List<Ledger.Move> moves) {
    for (var move : moves) {
      var stored = find(move.from().id()).map(Send::version);
      if (fenced && !stored.equals(Optional.of(move.from().version()))) return false;
    }
    moves.forEach(move -> sends.put(move.to().id(), move.to()));
    return true;
  }

  @Override
  public synchronized List<Send> shard(OwnerId owner, PurposeId purpose, int shard) {
    return sends.values().stream()
        .filter(send -> send.id().ownerKey().equals(owner.key()))
        .filter(send -> send.id().purpose().equals(purpose) && send.id().shard() == shard)
        .toList();
  }
}
