package dev.switchboard.send;

import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.Optional;

/// One transition of a send: what differs from before, one version on.
final class Change {

  private final Send from;
  private long version;
  private State state;
  private int attempts;
  private int tries;
  private Optional<Instant> due;
  private Instant since;
  private Optional<Content> content;
  private Optional<String> providerId;
  private Optional<Reason> reason;
  private Usd cost;
  private Usd sunk;
  private int sender;
  private Optional<Ruling> ruling;

  Change(Send from) {
    this.from = from;
    version = from.version() + 1;
    state = from.state();
    attempts = from.attempts();
    tries = from.tries();
    due = from.due();
    since = from.since();
    content = from.content();
    providerId = from.providerId();
    reason = from.reason();
    cost = from.cost();
    sunk = from.sunk();
    sender = from.sender();
    ruling = from.ruling();
  }

  Change version(long to) {
    version = to;
    return this;
  }

  Change state(State to) {
    state = to;
    return this;
  }

  Change attempts(int count) {
    attempts = count;
    return this;
  }

  Change tries(int count) {
    tries = count;
    return this;
  }

  Change due(Instant at) {
    due = Optional.of(at);
    return this;
  }

  Change settled() {
    due = Optional.empty();
    return this;
  }

  Change since(Instant at) {
    since = at;
    return this;
  }

  Change content(Content words) {
    content = Optional.of(words);
    return this;
  }

  Change providerId(String id) {
    providerId = Optional.of(id);
    return this;
  }

  Change reason(String rule, String because) {
    reason = Optional.of(new Reason(rule, because));
    return this;
  }

  Change noReason() {
    reason = Optional.empty();
    return this;
  }

  /// @param latest what its latest message cost
  Change cost(Usd latest) {
    cost = sunk.plus(latest);
    return this;
  }

  /// What it has cost so far is lost: another message follows.
  Change sunk() {
    sunk = cost;
    return this;
  }

  Change nextSender() {
    sender++;
    return this;
  }

  Change ruling(Ruling decided) {
    ruling = Optional.of(decided);
    return this;
  }

  Send done() {
    return new Send(
        from.id(),
        from.owner(),
        from.purpose(),
        from.step(),
        state,
        version,
        attempts,
        tries,
        due,
        since,
        content,
        providerId,
        reason,
        cost,
        sunk,
        from.left(),
        from.rest(),
        from.facts(),
        sender,
        ruling);
  }
}
