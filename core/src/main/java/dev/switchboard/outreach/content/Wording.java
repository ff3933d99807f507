package dev.switchboard.outreach.content;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Goal;
import dev.switchboard.send.Content;

/// The templates of one language. The SMS ones keep to letters of GSM-7 and leave room for names.
sealed interface Wording permits English, Spanish {

  /// Stands for the sender's name.
  String SENDER = "[[sender]]";

  static Wording of(Language language) {
    return switch (language) {
      case ENGLISH -> new English();
      case SPANISH -> new Spanish();
    };
  }

  /// Text with placeholders and [#SENDER], without notices; a subject for e-mail.
  Content template(Goal goal, Channel channel);

  /// Who speaks, before a message that does not say so.
  String lead(Channel channel);

  /// How to hear no more, in an SMS and in speech; empty for e-mail.
  String notice(Channel channel);

  /// Before the link in an e-mail.
  String unsubscribe();

  /// The sender of an owner who gave no company name.
  String nobody();
}
