package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.Unavailable;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.functions.Trouble;
import dev.switchboard.send.PurposeId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Tells a campaign what happened: its record first, then its machine.
///
/// The record that is stored shows the token that waits, if any does; where none does, the machine
/// finds what is pending when it stores its next one. So nothing is lost, whoever comes first.
public record Signals(Campaigns campaigns, Tokens tokens) {

  /// Changes a campaign, and wakes its machine if that is something to look at.
  ///
  /// @param change of the campaign as it is now; may be asked again, answers the very dossier if
  ///   there is nothing to change
  /// @return the campaign as it is afterwards; empty if there is none
  public Optional<Dossier> tell(OwnerId owner, PurposeId id, UnaryOperator<Dossier> change) {
    while (true) {
      var found = campaigns.find(owner, id);
      if (found.isEmpty()) return found;
      var changed = change.apply(found.get());
      if (changed.equals(found.get())) return wake(found.get());
      if (campaigns.change(found.get(), changed)) return wake(changed);
    }
  }

  private Optional<Dossier> wake(Dossier dossier) {
    if (dossier.watch().pending()) dossier.watch().token().ifPresent(this::complete);
    return Optional.of(dossier);
  }

  private void complete(String token) {
    try {
      var _ = tokens.complete(token);
    } catch (Unavailable e) {
      // It stands in the record: whoever was told that it failed would tell it twice.
      System.err.println("the sweeper wakes the campaign: " + Trouble.line(e));
    }
  }
}
