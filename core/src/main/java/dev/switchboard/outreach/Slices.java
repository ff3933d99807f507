package dev.switchboard.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.send.PurposeId;
import java.util.Optional;
import java.util.Set;

/// Where an accepted plan lies until its contacts and sends are written, in slices that are
/// numbered from 0.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Slices {

  /// Keeps a slice; one that is there, or was written already, stays as it is.
  void keep(OwnerId owner, PurposeId execution, int number, String document);

  /// The slice as it was kept; empty once it is written.
  Optional<String> find(OwnerId owner, PurposeId execution, int number);

  /// Notes that a slice is written, and forgets what it said.
  ///
  /// @return the numbers of all that are written by now
  Set<Integer> written(OwnerId owner, PurposeId execution, int number);

  /// The numbers of those that are written by now.
  Set<Integer> written(OwnerId owner, PurposeId execution);
}
