package dev.switchboard.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.send.Chain;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One smart-send on its way: what was ordered, under which settings, and how it stands.
///
/// @param settings as they were when it was ordered; later changes do not reach it
/// @param createdBy the person or program that ordered it
/// @param shards that its sends are spread over
/// @param leads posted
/// @param version counts the changes, from 1
/// @param approval of one that had to wait for it, once it was given
/// @param halt that made it pause without a person, once; a person who resumes it has looked
public record Execution(
    PurposeId id,
    OwnerId owner,
    Brief brief,
    OutreachSettings settings,
    Status status,
    String createdBy,
    Instant createdAt,
    int shards,
    int leads,
    long version,
    Optional<Approval> approval,
    Optional<Halt> halt) {

  /// The order without its leads.
  ///
  /// @param publicUrl where links in its messages lead to, without a slash at the end
  public record Brief(
      String name,
      Goal goal,
      Optional<String> message,
      Map<Channel, Order.Message> messages,
      boolean urgent,
      String publicUrl) {

    public Brief {
      messages = Map.copyOf(messages);
    }

    public static Brief of(Order order, String publicUrl) {
      return new Brief(
          order.name().orElse(order.goal().wire()),
          order.goal(),
          order.message(),
          order.messages(),
          order.urgent(),
          publicUrl);
    }
  }

  /// Who let an execution run, and when.
  public record Approval(String by, Instant at) {}

  /// Why and when an execution paused by itself.
  ///
  /// @param because a sentence for a person
  public record Halt(String because, Instant at) {}

  /// How an execution stands.
  public enum Status {
    /// Being written; nothing leaves until all of it is.
    PLANNING,
    /// All is written, and a person has to let it run.
    AWAITING_APPROVAL,
    RUNNING,
    PAUSED,
    /// For good: what has not left is withdrawn.
    CANCELLED,
    /// Every send is settled.
    COMPLETED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// When a chain of this execution goes on.
  public Chain chain() {
    var pace = settings.pace();
    return new Chain(pace.coolDown(), pace.attemptCap(), pace.noReactionAfter());
  }

  public Execution with(Status to) {
    return with(to, approval, halt);
  }

  public Execution approved(Approval given) {
    return with(Status.RUNNING, Optional.of(given), halt);
  }

  /// Paused until a person has looked.
  public Execution halted(Halt why) {
    return with(Status.PAUSED, approval, Optional.of(why));
  }

  private Execution with(Status to, Optional<Approval> given, Optional<Halt> why) {
    return new Execution(
        id,
        owner,
        brief,
        settings,
        to,
        createdBy,
        createdAt,
        shards,
        leads,
        version + 1,
        given,
        why);
  }
}
