package dev.switchboard.send;

import dev.switchboard.OwnerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where sends are kept.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Ledger {

  /// Stores sends that are not there yet; those that are stay as they are.
  void plan(List<Send> sends);

  /// The send as it is now, every earlier write included.
  Optional<Send> find(SendId id);

  /// Those of `ids` that exist, in no order, every earlier write included.
  List<Send> find(Set<SendId> ids);

  /// Those of `ids` that exist, in no order; may lag behind by a second.
  List<Send> find(OwnerId owner, List<SendId> ids);

  /// Stores one transition, if `from` is still what is stored.
  ///
  /// @return false if somebody was faster: read again
  boolean advance(Send from, Send to);

  /// Stores a transition and the fallback that follows from it, both or neither.
  ///
  /// @return false if somebody was faster: read again
  boolean advance(Send from, Send to, Send fallback);

  /// Stores transitions of two sends, both or neither.
  ///
  /// @return false if somebody was faster with one of them: read again
  boolean advance(Move one, Move other);

  /// One transition.
  record Move(Send from, Send to) {}

  /// All sends of one shard, every earlier write included.
  List<Send> shard(OwnerId owner, PurposeId purpose, int shard);
}
