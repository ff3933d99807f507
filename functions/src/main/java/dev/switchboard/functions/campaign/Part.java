package dev.switchboard.functions.campaign;

import dev.switchboard.contact.Purpose;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import java.util.Arrays;

/// What a campaign sends to one contractor: at most one of each. The step of a send's id tells
/// which.
enum Part {
  INVITATION(0, Purpose.MARKETING),
  /// Through another channel than the invitation.
  REMINDER(1, Purpose.MARKETING),
  /// Enough others have bid: an answer to who was asked, and no solicitation.
  FILLED(2, Purpose.SERVICE);

  private final int step;
  private final Purpose purpose;

  Part(int step, Purpose purpose) {
    this.step = step;
    this.purpose = purpose;
  }

  int step() {
    return step;
  }

  Purpose purpose() {
    return purpose;
  }

  static Part of(Send send) {
    return of(send.id());
  }

  static Part of(SendId id) {
    return Arrays.stream(values()).filter(part -> part.step == id.step()).findFirst().orElseThrow();
  }
}
