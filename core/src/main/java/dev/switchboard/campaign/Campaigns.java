package dev.switchboard.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Learning.Observation;
import dev.switchboard.send.PurposeId;
import java.util.List;
import java.util.Optional;

/// Where campaigns are kept.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Campaigns {

  /// Stores a new campaign; one that is there stays as it is.
  ///
  /// @return the one that is stored
  Dossier begin(Dossier dossier);

  /// The campaign as it is now, every earlier write included.
  Optional<Dossier> find(OwnerId owner, PurposeId id);

  /// Stores a change, if `from` is still what is stored.
  ///
  /// @return false if somebody was faster: read again
  boolean change(Dossier from, Dossier to);

  /// At most `limit`, latest first.
  ///
  /// @param state empty: whatever their state
  /// @param before id of the last one seen
  List<Dossier> list(OwnerId owner, Optional<State> state, Optional<PurposeId> before, int limit);

  /// A campaign that is not over, or whose end is not carried out yet.
  record Open(OwnerId owner, PurposeId id) {}

  /// All that are open, of every owner: what the sweeper goes by.
  List<Open> open();

  /// Keeps what an ended campaign tells of a trade; again as well as once.
  void learn(OwnerId owner, PurposeId id, String trade, List<Observation> seen);

  /// What the latest campaigns of a trade told, as far as campaigns are kept.
  List<Observation> learned(OwnerId owner, String trade);

  /// It has ended and nothing is left to do.
  void close(Open campaign);
}
