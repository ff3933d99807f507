package dev.switchboard.functions.send;

import dev.switchboard.functions.aws.MemoryLedger;
import dev.switchboard.send.Content;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A provider that keeps what every request found in the ledger.
///
/// @param first what becomes of the first request; all later ones are accepted
record Wire(First first, MemoryLedger ledger, InstantSource clock, List<Post> posts)
    implements Provider {

  static final String ID = "provider-1";

  enum First {
    ACCEPTED(true),
    /// Taken, and the answer lost.
    LOST_REPLY(true),
    /// Taken, the answer lost, and in the provider's list only nine minutes later.
    LISTED_LATE(true),
    /// Nobody knows, and it never arrived.
    NEVER_ARRIVED(false),
    NOT_TAKEN(false);

    private final boolean taken;

    First(boolean taken) {
      this.taken = taken;
    }
  }

  /// One request.
  ///
  /// @param claim the worker's own
  /// @param stored what the ledger held at that moment
  record Post(Send claim, Send stored, boolean taken, Instant at) {}

  Wire(First first, MemoryLedger ledger, InstantSource clock) {
    this(first, ledger, clock, new ArrayList<>());
  }

  @Override
  public String name() {
    return "wire";
  }

  @Override
  public Outcome attempt(Send send, Content content, Optional<Instant> before) {
    var fate = posts.isEmpty() ? first : First.ACCEPTED;
    posts.add(new Post(send, ledger.find(send.id()).orElseThrow(), fate.taken, clock.instant()));
    return switch (fate) {
      case ACCEPTED -> new Outcome.Accepted(ID);
      case LOST_REPLY, LISTED_LATE, NEVER_ARRIVED -> new Outcome.Unclear("503");
      case NOT_TAKEN -> new Outcome.NotTaken(Optional.empty(), "connection refused");
    };
  }

  List<Post> taken() {
    return posts.stream().filter(Post::taken).toList();
  }

  @Override
  public Sighting find(Send send) {
    var delay = first == First.LISTED_LATE ? Duration.ofMinutes(9) : Duration.ZERO;
    return taken().stream().anyMatch(post -> !post.at().plus(delay).isAfter(clock.instant()))
        ? new Sighting.Found(ID)
        : new Sighting.Absent();
  }

  @Override
  public List<Report> reports(Send send) {
    return taken().isEmpty() ? List.of() : List.of(delivered());
  }

  Report delivered() {
    return new Report(State.DELIVERED, "delivered", Optional.empty(), clock.instant());
  }
}
