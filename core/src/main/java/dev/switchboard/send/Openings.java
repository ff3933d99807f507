package dev.switchboard.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which purposes still have sends to look after, and when: what the sweeper goes by, instead of an
/// index on every send. The one port that crosses owners.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Openings {

  /// A purpose that is not closed.
  ///
  /// @param shards how many its sends are spread over, 1 to 64
  record Opening(OwnerId owner, PurposeId purpose, int shards, Instant since) {

    /// The shard that a contact's sends are in.
    public int shard(ContactId contact) {
      return Math.floorMod(contact.value().hashCode(), shards);
    }

    /// The id of a contact's step.
    public SendId send(ContactId contact, int step) {
      return SendId.of(owner, purpose, shard(contact), contact, step);
    }
  }

  /// When a shard must be looked at next.
  ///
  /// @param due the earliest due time of its sends, or earlier; empty: all are settled
  /// @param version counts the changes
  record Marker(int shard, Optional<Instant> due, long version) {}

  /// Opens a purpose, all its shards due at once; opening twice is opening once.
  void open(Opening opening);

  /// The opening of a purpose; empty if it is closed.
  Optional<Opening> find(OwnerId owner, PurposeId purpose);

  /// All that are open.
  List<Opening> all();

  /// The markers of an opening, by shard.
  List<Marker> markers(Opening opening);

  /// Lowers a shard's marker to `due`, before a send with that due time is stored; opens the
  /// purpose again if it was closed.
  void wake(Send send, Instant due);

  /// Sets a marker after a look, if nobody woke the shard since.
  void looked(Opening opening, Marker marker, Optional<Instant> due);

  /// Closes a purpose whose shards are all settled, if none was woken since `markers` were read.
  ///
  /// @return false if one was
  boolean close(Opening opening, List<Marker> markers);
}
