package dev.switchboard.functions.providers.checkup;

import java.util.List;

/// Something that is asked without cost.
@FunctionalInterface
public interface Question {

  /// Asks, once.
  ///
  /// @throws dev.switchboard.Unavailable when what it takes to ask cannot be read
  List<Diagnosis> ask();
}
