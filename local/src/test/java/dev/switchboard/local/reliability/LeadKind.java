package dev.switchboard.local.reliability;

import dev.switchboard.contact.Channel;
import dev.switchboard.send.State;
import java.util.List;

/// What leads are like, by how they are reached.
enum LeadKind {
  MAIL("\"email\": \"%1$s\""),
  TEXT("\"phone\": \"%2$s\""),
  VOICE("\"phone\": \"%2$s\", \"score\": 6"),
  ALL("\"email\": \"%1$s\", \"phone\": \"%2$s\", \"score\": 6");

  private final String fields;

  LeadKind(String fields) {
    this.fields = fields;
  }

  /// The channels that one is reached on, one after the other, as long as nobody reacts.
  List<Channel> chain() {
    return switch (this) {
      case MAIL -> List.of(Channel.EMAIL);
      case TEXT -> List.of(Channel.SMS);
      case VOICE -> List.of(Channel.VOICEMAIL, Channel.SMS);
      case ALL -> List.of(Channel.VOICEMAIL, Channel.SMS, Channel.EMAIL);
    };
  }

  String json(String id, String email, String phone) {
    return "{\"id\": \"%s\", %s}".formatted(id, fields.formatted(email, phone));
  }

  /// What becomes of a send in fair weather.
  static State good(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> State.ANSWERED;
      case VOICEMAIL -> State.VOICEMAIL;
      case SMS, EMAIL -> State.DELIVERED;
    };
  }
}
