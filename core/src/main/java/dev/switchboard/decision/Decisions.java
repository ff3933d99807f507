package dev.switchboard.decision;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.price.Usd;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where decisions are kept, in the order they were taken, and what came of them.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Decisions {

  /// One decision.
  ///
  /// @param subject what it was about, in the caller's words: a lead's id
  /// @param contact the person it was about, if there was one
  /// @param document JSON of the job's own
  record Entry(String subject, Optional<ContactId> contact, String document) {}

  /// What came of it.
  ///
  /// @param kind `responded`, `converted`
  /// @param channel that it is credited to
  /// @param value what it brought
  record Result(
      ContactId contact, String kind, Optional<Channel> channel, Optional<Usd> value, Instant at) {}

  /// Keeps all decisions of a purpose, fifty at a time; those that are kept stay as they are.
  void keep(OwnerId owner, PurposeId purpose, List<Entry> entries);

  /// At most `count` decisions from the `from`-th on, from 0; may lag behind by a second.
  List<Entry> read(OwnerId owner, PurposeId purpose, int from, int count);

  /// Records a result; one of a kind for each contact, the first counts.
  void result(OwnerId owner, PurposeId purpose, Result result);

  /// All results of a purpose; may lag behind by a second.
  List<Result> results(OwnerId owner, PurposeId purpose);

  /// Replaces what some decisions say by `document`, and their subjects by `erased`.
  void redact(OwnerId owner, PurposeId purpose, Predicate<Entry> which, String document);
}
