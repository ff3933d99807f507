package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Reply;
import dev.switchboard.campaign.State;
import dev.switchboard.contact.Owners;
import dev.switchboard.functions.send.Job;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Chain;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Campaigns, as the kernel asks for them. A campaign is kept for a second: ten sends of a batch
/// ask for the same one.
public final class CampaignPurposes implements Job {

  /// Each part goes over one channel: what follows is the campaign's to decide.
  private static final Chain CHAIN = new Chain(Duration.ZERO, 1, Duration.ZERO);

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int MOST_KEPT = 200;

  private final Campaigns campaigns;
  private final Signals signals;
  private final Owners owners;
  private final Optional<String> bidPage;
  private final InstantSource clock;
  private final Map<PurposeId, Kept> kept = new ConcurrentHashMap<>();

  /// @param bidPage page at which contractors bid, up to the token; empty: ours
  public CampaignPurposes(
      Campaigns campaigns,
      Signals signals,
      Owners owners,
      Optional<String> bidPage,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.signals = signals;
    this.owners = owners;
    this.bidPage = bidPage;
    this.clock = clock;
  }

  private record Kept(Optional<Dossier> dossier, Instant at) {}

  @Override
  public Optional<Standing> known(OwnerId owner, PurposeId purpose) {
    return dossier(owner, purpose).map(this::standing);
  }

  /// Of a campaign that is filled nothing leaves but that it is.
  @Override
  public Standing standing(Send send) {
    var dossier = dossier(send.owner(), send.id().purpose()).orElseThrow();
    return dossier.campaign().state() == State.FILLED && Part.of(send) != Part.FILLED
        ? new Standing.Over("the campaign is filled")
        : standing(dossier);
  }

  private Standing standing(Dossier dossier) {
    var late = !clock.instant().isBefore(dossier.campaign().timeline().deadline());
    return switch (dossier.campaign().state()) {
      case FILLED -> running(dossier);
      case RUNNING -> late ? over("the deadline has passed") : running(dossier);
      case PAUSED -> late ? over("the deadline has passed") : new Standing.Waiting(CHAIN, true);
      case DRAFT -> new Standing.Waiting(CHAIN, false);
      case EXPIRED -> over("the deadline has passed");
      case CANCELLED -> over("the campaign was cancelled");
      case FAILED -> over("the campaign failed");
    };
  }

  private Standing running(Dossier dossier) {
    return new Standing.Running(
        dossier.house().policy(),
        CHAIN,
        new CampaignWriter(dossier, owners.of(dossier.owner()), bidPage));
  }

  private static Standing over(String because) {
    return new Standing.Over(because);
  }

  private Optional<Dossier> dossier(OwnerId owner, PurposeId purpose) {
    var now = clock.instant();
    var known = kept.get(purpose);
    if (known != null && now.isBefore(known.at().plus(KEPT))) return known.dossier();
    if (kept.size() > MOST_KEPT) kept.clear();
    var dossier = campaigns.find(owner, purpose);
    kept.put(purpose, new Kept(dossier, now));
    return dossier;
  }

  @Override
  public void changed(PurposeId purpose) {
    kept.remove(purpose);
  }

  /// What came of the sends is in the ledger: the machine is to look.
  @Override
  public void settled(OwnerId owner, PurposeId purpose) {
    var _ = signals.tell(owner, purpose, it -> it.campaign().state().ended() ? it : it.signalled());
  }

  /// All of a campaign's sends are written by whoever decides on them, and by whoever comes after.
  @Override
  public void unwritten(OwnerId owner, PurposeId purpose, Duration since) {}

  @Override
  public void responded(Send send, String kind, Instant at) {}

  @Override
  public void replied(Send send, String words, Instant at) {
    var reply = Reply.of(words);
    var amount =
        switch (reply) {
          case Reply.Bid(var named) -> named;
          case Reply.Decline _, Reply.Question _ -> Optional.<Usd>empty();
        };
    var answer =
        new Answer(
            send.id().contact(),
            reply.response(),
            amount,
            Answer.note(words),
            send.channel().wire(),
            at);
    var _ = signals.tell(send.owner(), send.id().purpose(), it -> it.heard(answer));
  }

  /// What else would say those words waits until a person looked; once, for whoever resumes it
  /// knows.
  @Override
  public void refused(Send send, String source, Instant at) {
    var because = "A provider refuses the words (" + source + ")";
    var _ =
        signals.tell(
            send.owner(),
            send.id().purpose(),
            it ->
                it.campaign().state() == State.RUNNING && !it.halted()
                    ? it.halted(because, at)
                    : it);
  }
}
