package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import java.util.Optional;

/// What vendors do with each message; asked the same again, it says the same.
public interface Conduct {

  /// How far a request has come.
  enum Moment {
    /// It was read.
    ASKED,
    /// The message was taken, and nobody was told.
    TAKEN,
    /// It was answered.
    ANSWERED
  }

  /// @param attempt at that message, from 1
  default Mishap mishap(Ask ask, int attempt) {
    return Mishap.NONE;
  }

  /// How a question about messages goes: none, cut or silence.
  default Mishap look(Channel channel) {
    return Mishap.NONE;
  }

  /// What becomes of a message that was taken, in the vendor's own word: a status of Twilio, with
  /// its code behind it; an event of Resend; the reason of Vapi for which a call ended; `done` or
  /// the reason of ElevenLabs for which there was no call.
  ///
  /// @param take how often that message was taken, with this
  default String ending(Ask ask, int take) {
    return good(ask.channel());
  }

  /// What the contact texts back; empty: nothing.
  default Optional<String> reply(Ask ask) {
    return Optional.empty();
  }

  /// Called on the thread of each request.
  default void passes(Moment moment) {}

  /// The best that can become of a message.
  static String good(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> "done";
      case VOICEMAIL -> "voicemail";
      case SMS, EMAIL -> "delivered";
    };
  }
}
