package dev.switchboard.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Verdict;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One intended message to one contact over one channel, and how far it has come.
///
/// Every transition is a method that returns the record as it is to be stored; the ledger stores it
/// only if nobody was faster ([#version] is the fence).
///
/// @param step what is sent where
/// @param version counts the transitions, from 1
/// @param attempts requests begun at the provider
/// @param tries of the present phase: polls of an accepted send, attempts of a planned one that
///   certainly reached nobody
/// @param due when a worker must look at it next; empty once it is settled
/// @param since when the present phase began: the attempt, its first unclear moment unless it was
///   cut off, the acceptance
/// @param content as it left or will leave; stored before the first attempt
/// @param cost what it cost as far as known, all its messages together: the provider's figure, else
///   the expected price once taken
/// @param sunk what of that earlier messages cost, which the provider took and could not deliver
/// @param left what its contact may still cost for this purpose, this step included; empty: no
///   limit
/// @param rest the channels that follow in the chain
/// @param providerId of the message that the provider took last, or of one that reached nobody and
///   is tried again
/// @param facts what the job remembers of it; the ledger never reads them
/// @param sender of those that its provider has, from 0; another one only after a certain failure
/// @param ruling what a person decided while it was parked
public record Send(
    SendId id,
    OwnerId owner,
    Purpose purpose,
    Step step,
    State state,
    long version,
    int attempts,
    int tries,
    Optional<Instant> due,
    Instant since,
    Optional<Content> content,
    Optional<String> providerId,
    Optional<Reason> reason,
    Usd cost,
    Usd sunk,
    Optional<Usd> left,
    List<Step> rest,
    Map<String, String> facts,
    int sender,
    Optional<Ruling> ruling) {

  public Send {
    rest = List.copyOf(rest);
    facts = Map.copyOf(facts);
  }

  /// A send that is to leave at `due`.
  public static Send planned(
      SendId id,
      OwnerId owner,
      Purpose purpose,
      List<Step> chain,
      Optional<Usd> left,
      Map<String, String> facts,
      Instant due) {
    return new Send(
        id,
        owner,
        purpose,
        chain.getFirst(),
        State.PLANNED,
        1,
        0,
        0,
        Optional.of(due),
        due,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Usd.ZERO,
        Usd.ZERO,
        left,
        chain.subList(1, chain.size()),
        facts,
        0,
        Optional.empty());
  }

  public Channel channel() {
    return step.channel();
  }

  /// Taken by a worker that is about to ask the provider.
  public Send attempting(Content words, Instant now) {
    return change()
        .state(State.ATTEMPTING)
        .attempts(attempts + 1)
        .due(now.plus(Timing.LEASE))
        .since(now)
        .content(words)
        .done();
  }

  /// Given back before the provider was asked.
  public Send released(Instant due) {
    return change().state(State.PLANNED).attempts(attempts - 1).due(due).done();
  }

  /// What the gate says, applied; [Verdict.Allow] changes nothing. Turned away after the claim, the
  /// attempt does not count: no provider was asked.
  public Send judged(Verdict verdict) {
    var asked = state == State.ATTEMPTING ? attempts - 1 : attempts;
    return switch (verdict) {
      case Verdict.Allow _ -> this;
      case Verdict.Hold(var until, var rule, var because) ->
          change().state(State.HELD).attempts(asked).due(until).reason(rule, because).done();
      case Verdict.Block(var rule, var because) ->
          change()
              .state(State.closing(rule))
              .attempts(asked)
              .settled()
              .reason(rule, because)
              .done();
    };
  }

  /// What the attempt came to.
  public Send after(Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Accepted(var providerIdOfIt) -> accepted(providerIdOfIt, now);
      case Outcome.Refused(var refusal, var code, var detail) -> refused(refusal, code, detail);
      case Outcome.NotTaken(var retryAfter, var cause) -> notTaken(retryAfter, cause, now);
      case Outcome.Unclear(var cause) -> unclear("unclear", cause, now);
    };
  }

  /// Taken by its provider.
  Send accepted(String providerIdOfIt, Instant now) {
    return change()
        .state(State.ACCEPTED)
        .tries(0)
        .due(now.plus(Timing.poll(0)))
        .since(now)
        .providerId(providerIdOfIt)
        .cost(step.price())
        .noReason()
        .done();
  }

  private Send refused(Outcome.Refusal refusal, String code, String detail) {
    var because = detail + " (" + code + ")";
    return switch (refusal) {
      case OPTED_OUT ->
          change().state(State.SUPPRESSED).settled().reason(Chain.AT_PROVIDER, because).done();
      case BAD_ADDRESS -> rejected("bad-address", because);
      case CONTENT -> rejected("content-refused", because);
      case OUR_MISTAKE -> rejected("our-mistake", because);
    };
  }

  private Send rejected(String rule, String because) {
    return change().state(State.REJECTED).settled().reason(rule, because).done();
  }

  private Send notTaken(Optional<Duration> retryAfter, String cause, Instant now) {
    if (tries + 1 >= Timing.MAX_NOT_TAKEN)
      return rejected("not-taken", "not taken after " + (tries + 1) + " attempts: " + cause);
    var backoff = Timing.BACKOFF.multipliedBy(1L << tries);
    var wait = retryAfter.filter(it -> it.compareTo(backoff) > 0).orElse(backoff);
    return change()
        .state(State.PLANNED)
        .tries(tries + 1)
        .due(now.plus(wait))
        .reason("not-taken", cause)
        .done();
  }

  /// Nobody can tell whether the provider has it.
  Send unclear(String rule, String because, Instant now) {
    return change()
        .state(State.UNKNOWN)
        .due(now.plus(Timing.LOOK_AGAIN))
        .since(now)
        .reason(rule, because)
        .done();
  }

  /// The worker that took it never came back; unclear since that worker began.
  public Send leaseExpired(Instant now) {
    return change()
        .state(State.UNKNOWN)
        .due(now.plus(Timing.LOOK_AGAIN))
        .reason("lease-expired", "the worker stopped in the middle of the attempt")
        .done();
  }

  /// What the provider says when asked for an unclear send.
  public Send sighted(Sighting sighting, Instant now) {
    return Sighted.of(this, sighting, now);
  }

  /// A provider's report; returns this very record when it changes nothing.
  public Send reported(Report report, String providerIdOfIt) {
    return Reported.of(this, report, providerIdOfIt);
  }

  /// Whether that message of the provider's reached nobody, and the send is tried again.
  public boolean superseded(String providerIdOfIt) {
    return !state.taken() && providerId.equals(Optional.of(providerIdOfIt));
  }

  /// Whether it waits for another attempt because the provider could not deliver the one before.
  public boolean comesAgain() {
    return state == State.PLANNED
        && reason.map(Reason::rule).filter(Reported.PASSING::equals).isPresent();
  }

  /// Asked after, and nothing known yet.
  public Send unreported(Instant now) {
    var end = since.plus(Timing.patience(channel()));
    if (!now.isBefore(end))
      return change()
          .state(State.NO_REPORT)
          .settled()
          .reason("no-report", "the provider never said what came of it")
          .done();
    var next = now.plus(Timing.poll(tries + 1));
    return change().tries(tries + 1).due(next.isBefore(end) ? next : end).done();
  }

  /// Withdrawn before it left.
  ///
  /// @throws IllegalStateException if it is past that
  public Send cancelled(String rule, String because) {
    if (!state.waiting()) throw new IllegalStateException("not waiting: " + state);
    return change().state(State.CANCELLED).settled().reason(rule, because).done();
  }

  /// The next step of the chain, due at `due`.
  ///
  /// @throws java.util.NoSuchElementException if there is none
  public Send fallback(Instant due) {
    var spent =
        cost.compareTo(Usd.ZERO) > 0 && step.high().compareTo(cost) > 0 ? step.high() : cost;
    return planned(id.next(), owner, purpose, rest, left.map(it -> it.minus(spent)), facts, due);
  }

  /// Without address, words and facts of the person it went to.
  public Send anonymous() {
    var nowhere = new Step(step.channel(), "erased", step.price(), step.high());
    return new Send(
        id,
        owner,
        purpose,
        nowhere,
        state,
        version + 1,
        attempts,
        tries,
        due,
        since,
        content.map(_ -> new Content(Optional.empty(), "erased")),
        providerId,
        reason,
        cost,
        sunk,
        left,
        List.of(),
        Map.of(),
        sender,
        ruling.map(Ruling::withoutNote));
  }

  /// This record as the transition that follows `from`, however many it took.
  public Send asOneAfter(Send from) {
    return change().version(from.version() + 1).done();
  }

  private Change change() {
    return new Change(this);
  }
}
