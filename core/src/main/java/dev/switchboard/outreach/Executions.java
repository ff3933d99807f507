package dev.switchboard.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.send.PurposeId;
import java.util.List;
import java.util.Optional;

/// Where executions and an owner's settings are kept.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Executions {

  /// Stores a new execution; one that is there stays as it is.
  ///
  /// @return the one that is stored
  Execution begin(Execution execution);

  /// The execution as it is now.
  Optional<Execution> find(OwnerId owner, PurposeId id);

  /// @return false if it has changed since
  boolean change(Execution from, Execution to);

  /// At most `limit`, latest first.
  ///
  /// @param before id of the last one seen
  List<Execution> list(OwnerId owner, Optional<PurposeId> before, int limit);

  /// Keeps a document beside the execution: `receipt`.
  void note(OwnerId owner, PurposeId id, String name, String document);

  Optional<String> note(OwnerId owner, PurposeId id, String name);

  /// The owner's settings; the defaults when he has decided nothing.
  OutreachSettings settings(OwnerId owner);

  void settings(OwnerId owner, OutreachSettings settings);
}
