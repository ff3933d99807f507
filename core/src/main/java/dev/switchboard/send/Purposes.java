package dev.switchboard.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Policy;
import java.time.Duration;
import java.time.Instant;

/// What the jobs tell the kernel of their executions, campaigns and conversations.
public interface Purposes {

  /// How a purpose stands; may lag behind by a second.
  Standing standing(OwnerId owner, PurposeId purpose);

  /// How a purpose stands for one of its sends, where it does not stand alike for all.
  default Standing standing(Send send) {
    return standing(send.owner(), send.id().purpose());
  }

  /// Told that a purpose stands otherwise than before: what is known of it here is out of date.
  void changed(PurposeId purpose);

  /// Told once all sends of a purpose are settled; may be told again.
  void settled(OwnerId owner, PurposeId purpose);

  /// Told now and then of a purpose that waits: if not all of it is written yet, whoever writes it
  /// may be lost.
  ///
  /// @param since how long ago it was opened
  void unwritten(OwnerId owner, PurposeId purpose, Duration since);

  /// Told that the contact of a send responded; may be told again.
  ///
  /// @param kind `replied`, or what the owner says: `responded`, `converted`
  void responded(Send send, String kind, Instant at);

  /// Told that the contact of a send wrote back; may be told again.
  ///
  /// @param words as they came
  default void replied(Send send, String words, Instant at) {
    responded(send, "replied", at);
  }

  /// Told that a provider refuses the words of a send: what else would say them waits until a
  /// person looked. May be told again.
  ///
  /// @param source provider and code
  void refused(Send send, String source, Instant at);

  /// Whether and how a purpose's sends may leave.
  sealed interface Standing {

    /// They leave.
    record Running(Policy policy, Chain chain, Writer writer) implements Standing {}

    /// Not for the time being: the purpose is paused, or not all of it is written yet.
    ///
    /// @param written whether all of it is, so that only a person is waited for
    record Waiting(Chain chain, boolean written) implements Standing {}

    /// No more.
    ///
    /// @param because a sentence for a person
    record Over(String because) implements Standing {}
  }

  /// Writes the words of a send, and knows what the gate asks of them.
  interface Writer {
    Content write(Send send);

    Ask.ContentFacts facts(Send send, Content content);
  }
}
