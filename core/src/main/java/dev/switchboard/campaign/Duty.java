package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.util.List;
import java.util.Optional;

/// What is begun and not known to be done; whoever comes after a crash goes on from here.
///
/// @param carriedOut how many decisions of the history are carried out
/// @param reserving contractors whose places are being reserved and who are not invited yet
/// @param escalation that a person wants and nobody has decided yet
public record Duty(int carriedOut, List<ContactId> reserving, Optional<Stage> escalation) {

  static final Duty NONE = new Duty(0, List.of(), Optional.empty());

  public Duty {
    reserving = List.copyOf(reserving);
  }

  Duty reserving(List<ContactId> these) {
    return new Duty(carriedOut, these, escalation);
  }

  Duty carriedOut(int decisions) {
    return new Duty(decisions, reserving, escalation);
  }

  Duty escalation(Optional<Stage> wanted) {
    return new Duty(carriedOut, reserving, wanted);
  }
}
