package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a decision asks the caller to do.
public sealed interface Effect {

  /// Nobody has answered by the first check-in: tell the owner; event `CampaignEarlyWarning`.
  record Warn(String because) implements Effect {}

  /// Invite these; event `CampaignEscalated`. Nobody is added when nobody is left, and then `topUp`
  /// says what is missing.
  record Escalate(Stage stage, Probability before, TopUp topUp) implements Effect {}

  /// Remind these through another channel, once.
  record Remind(List<ContactId> contractors) implements Effect {
    public Remind {
      contractors = List.copyOf(contractors);
    }
  }

  /// Take these invitations back before they leave.
  record Withdraw(List<ContactId> contractors) implements Effect {
    public Withdraw {
      contractors = List.copyOf(contractors);
    }
  }

  /// Tell these, who were asked and have not decided, that enough others have.
  record TellFilled(List<ContactId> contractors) implements Effect {
    public TellFilled {
      contractors = List.copyOf(contractors);
    }
  }

  /// The campaign has ended; event `CampaignFilled` or `CampaignExpired`.
  record Close(State end) implements Effect {}

  /// What a campaign is once this is done.
  ///
  /// @param at when it was decided; an addition leaves then or when its candidate can be reached
  default Campaign applied(Campaign campaign, Instant at) {
    return switch (this) {
      case Warn _, TellFilled _ -> campaign;
      case Escalate(_, _, var topUp) ->
          campaign.with(
              Stream.concat(
                      campaign.invitations().stream(),
                      topUp.additions().stream()
                          .map(Addition::candidate)
                          .map(one -> Invitation.of(one, at)))
                  .toList());
      case Remind(var these) -> campaign.each(these, Invitation::asReminded);
      case Withdraw(var these) ->
          campaign.each(these, invitation -> invitation.standing(Standing.WITHDRAWN));
      case Close(var end) -> campaign.in(end);
    };
  }
}
