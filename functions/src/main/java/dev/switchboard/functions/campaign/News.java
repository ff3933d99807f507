package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Campaign;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.Response;
import dev.switchboard.campaign.Standing;
import dev.switchboard.contact.ContactId;
import dev.switchboard.send.Send;
import java.util.Map;

/// What the ledger tells of a campaign's invitations: that a provider accepted one, that the gate
/// holds it until an hour, that it reached nobody.
final class News {

  private News() {}

  /// @param sends of the invitations that are open, as far as there are any
  static Campaign of(Dossier dossier, Map<ContactId, Send> sends) {
    var campaign = dossier.campaign();
    for (var invitation : campaign.invitations())
      if (invitation.standing().open()) campaign = of(campaign, invitation, sends);
    return campaign;
  }

  private static Campaign of(Campaign campaign, Invitation invitation, Map<ContactId, Send> sends) {
    var contractor = invitation.contractor();
    var send = sends.get(contractor);
    // Whoever planned it found no way to reach the contractor.
    if (send == null) return campaign.heard(contractor, Response.BOUNCE);
    return switch (send.state()) {
      case PLANNED, HELD -> held(campaign, invitation, send);
      case ATTEMPTING, UNKNOWN, PARKED -> campaign;
      case ACCEPTED, NO_REPORT, DELIVERED, VOICEMAIL, ANSWERED ->
          campaign.accepted(contractor, send.since());
      case UNDELIVERED, NO_ANSWER, BOUNCED, REJECTED, SUPPRESSED, BLOCKED ->
          campaign.heard(contractor, Response.BOUNCE);
      case CANCELLED -> campaign.withdrawn(contractor);
    };
  }

  private static Campaign held(Campaign campaign, Invitation invitation, Send send) {
    var due = send.due().orElse(invitation.since());
    return invitation.standing() == Standing.HELD && due.isAfter(invitation.since())
        ? campaign.held(invitation.contractor(), due)
        : campaign;
  }
}
