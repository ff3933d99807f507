package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a decision asks the caller to do.
public sealed interface Effect {

  /// The campaign begins: invite these; event `CampaignLaunched`.
  record Launch(List<Candidate> invited) implements Effect {
    public Launch {
      invited = List.copyOf(invited);
    }
  }

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

  /// The campaign has ended; event `CampaignFilled`, `CampaignExpired`, `CampaignCancelled` or
  /// `CampaignFailed`.
  record Close(State end) implements Effect {}

  /// What a campaign is once this is done.
  ///
  /// @param at when it was decided; an addition leaves then or when its candidate can be reached
  default Campaign applied(Campaign campaign, Instant at) {
    return switch (this) {
      case Warn _, TellFilled _ -> campaign;
      case Launch(var invited) -> invite(campaign, invited.stream(), at).in(State.RUNNING);
      case Escalate(_, _, var topUp) ->
          invite(campaign, topUp.additions().stream().map(Addition::candidate), at);
      case Remind(var these) -> campaign.each(these, Invitation::asReminded);
      case Withdraw(var these) ->
          campaign.each(these, invitation -> invitation.standing(Standing.WITHDRAWN));
      case Close(var end) -> campaign.in(end);
    };
  }

  private static Campaign invite(Campaign campaign, Stream<Candidate> more, Instant at) {
    var invitations = new ArrayList<>(campaign.invitations());
    more.map(one -> Invitation.of(one, at)).forEach(invitations::add);
    return campaign.with(invitations);
  }
}
