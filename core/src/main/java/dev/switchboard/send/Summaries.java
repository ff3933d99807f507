package dev.switchboard.send;

import java.util.Collection;
import java.util.Map;

/// What was said in calls, as their provider sums it up.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Summaries {

  /// Longest summary that is kept, in characters; what is longer is cut.
  int LONGEST = 1_000;

  /// Keeps the summary of a send's call in place of any other; a blank one is none.
  void keep(SendId id, String summary);

  /// Those of the sends that have one; may lag behind by a second.
  Map<SendId, String> of(Collection<SendId> ids);

  void forget(SendId id);
}
