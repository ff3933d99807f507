package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Purposes;
import java.util.Optional;

/// One job's part of all purposes. It is told only of those that are its own.
public interface Job extends Purposes {

  /// How a purpose stands; empty if it is none of this job's.
  Optional<Standing> known(OwnerId owner, PurposeId purpose);

  /// @throws java.util.NoSuchElementException if it is none of this job's
  @Override
  default Standing standing(OwnerId owner, PurposeId purpose) {
    return known(owner, purpose).orElseThrow();
  }
}
