package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.switchboard.campaign.Addition;
import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Decision;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Effect;
import dev.switchboard.campaign.Finding;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.OverContact;
import dev.switchboard.functions.campaign.CampaignAnswer.ForecastAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One campaign with all that is known of it.
///
/// @param overContact contractors invited beyond those planned for
/// @param findings what its plan should be looked over for
record CampaignDetail(
    @JsonUnwrapped CampaignAnswer campaign,
    Optional<String> details,
    int overContact,
    List<FindingAnswer> findings,
    List<InvitationAnswer> invitations,
    List<ResponseAnswer> responses,
    List<DecisionAnswer> history) {

  record FindingAnswer(String rule, String finding) {}

  /// @param tier 1 to 3
  /// @param standing `held`, `out`, `asked`, `bid`, `declined`, `bounced`, `withdrawn`
  /// @param since when a provider accepted it; for a held one, when it is due
  /// @param rate chance of a bid, as it was believed when the contractor was invited
  record InvitationAnswer(
      String contractorId,
      int tier,
      String standing,
      Instant since,
      BigDecimal rate,
      boolean reminded) {

    static InvitationAnswer of(Invitation invitation) {
      return new InvitationAnswer(
          invitation.contractor().value(),
          invitation.tier().number(),
          CampaignAnswer.wire(invitation.standing()),
          invitation.since(),
          CampaignAnswer.rounded(invitation.rate()),
          invitation.reminded());
    }
  }

  /// @param by way of what it came: `api`, `link`, `sms`, `email`
  record ResponseAnswer(
      String contractorId,
      String kind,
      Optional<BigDecimal> amount,
      Optional<String> note,
      String by,
      Instant at) {

    static ResponseAnswer of(Answer answer) {
      return new ResponseAnswer(
          answer.contractor().value(),
          answer.response().name(),
          answer.amount().map(it -> it.dollars().stripTrailingZeros()),
          answer.note(),
          answer.by(),
          answer.at());
    }
  }

  /// @param stage of the check-in that happened; absent when it was none's
  /// @param early before its time, as nobody was left of whom a bid could come
  /// @param forecast before anything of this was done
  /// @param added contractors that were invited, each with the forecast before and after
  record DecisionAnswer(
      Instant at,
      String because,
      Optional<String> stage,
      boolean early,
      List<String> skipped,
      List<String> effects,
      List<AdditionAnswer> added,
      ForecastAnswer forecast) {

    static DecisionAnswer of(Decision decision) {
      return new DecisionAnswer(
          decision.at(),
          decision.because(),
          decision.checkIn().map(it -> it.stage().wire()),
          decision.checkIn().map(Decision.CheckedIn::early).orElse(false),
          decision.checkIn().stream()
              .flatMap(it -> it.skipped().stream())
              .map(it -> it.wire())
              .toList(),
          decision.effects().stream().map(DecisionAnswer::effect).toList(),
          decision.effects().stream()
              .filter(Effect.Escalate.class::isInstance)
              .flatMap(it -> ((Effect.Escalate) it).topUp().additions().stream())
              .map(AdditionAnswer::of)
              .toList(),
          ForecastAnswer.of(decision.at(), decision.forecast()));
    }

    private static String effect(Effect effect) {
      return switch (effect) {
        case Effect.Launch(var invited) -> invited.size() + " invited";
        case Effect.Warn _ -> "early warning";
        case Effect.Escalate(var stage, _, var topUp) ->
            "%s: %d more invited".formatted(stage.wire(), topUp.additions().size());
        case Effect.Remind(var these) -> these.size() + " reminded";
        case Effect.Withdraw(var these) -> these.size() + " withdrawn";
        case Effect.TellFilled(var these) -> these.size() + " told that it is filled";
        case Effect.Close(var end) -> end.wire();
      };
    }
  }

  record AdditionAnswer(String contractorId, int tier, BigDecimal before, BigDecimal after) {
    static AdditionAnswer of(Addition addition) {
      return new AdditionAnswer(
          addition.candidate().contractor().value(),
          addition.candidate().tier().number(),
          CampaignAnswer.rounded(addition.before().value()),
          CampaignAnswer.rounded(addition.after().value()));
    }
  }

  /// @param forecast as it is now
  static CampaignDetail of(Dossier dossier, ForecastAnswer forecast, List<Finding> findings) {
    var invited = dossier.campaign().invitations().size();
    var planned = dossier.plan().invited().total();
    return new CampaignDetail(
        CampaignAnswer.of(dossier, forecast),
        dossier.card().details(),
        new OverContact(invited, planned, invited).over(),
        findings.stream().map(it -> new FindingAnswer(it.rule(), it.sentence())).toList(),
        dossier.campaign().invitations().stream().map(InvitationAnswer::of).toList(),
        dossier.answers().stream().map(ResponseAnswer::of).toList(),
        dossier.history().stream().map(DecisionAnswer::of).toList());
  }
}
