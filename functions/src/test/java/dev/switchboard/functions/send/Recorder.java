package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.functions.aws.MemoryLedger;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A ledger as one worker reaches it, who pauses before each transition.
///
/// @param moves those that were stored, each from what really stood there before
record Recorder(MemoryLedger ledger, Puppet worker, List<Ledger.Move> moves) implements Ledger {

  @Override
  public boolean advance(Send from, Send to) {
    worker.pause();
    var stood = ledger.find(from.id()).orElseThrow();
    boolean stored = ledger.advance(from, to);
    if (stored) moves.add(new Ledger.Move(stood, to));
    return stored;
  }

  @Override
  public Optional<Send> find(SendId id) {
    return ledger.find(id);
  }

  @Override
  public void plan(List<Send> sends) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Send> find(Set<SendId> ids) {
    return ledger.find(ids);
  }

  @Override
  public List<Send> find(OwnerId owner, List<SendId> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean advance(Send from, Send to, Send fallback) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean advance(Move one, Move other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Send> shard(OwnerId owner, PurposeId purpose, int shard) {
    throw new UnsupportedOperationException();
  }
}
