package dev.switchboard.functions.contact;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Consent;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads consents.
public final class ConsentFields {

  public static final List<Consent.Kind> ALL = List.of(Consent.Kind.values());

  /// Those of somebody who is only being made known.
  public static final List<Consent.Kind> GIVEN =
      List.of(Consent.Kind.WRITTEN, Consent.Kind.EXPRESS);

  private static final Text SOURCE = Text.line(1, 200);

  private ConsentFields() {}

  /// @param kinds those that it may be of
  public static Optional<Consent> read(Fields fields, List<Consent.Kind> kinds) {
    fields.require("kind", "is required: " + names(kinds));
    fields.require("source", "is required: where it was given");
    fields.require("at", "is required: when it was given");
    var channel = fields.choice("channel", List.of(Channel.values()), Channel::wire);
    var kind = fields.choice("kind", kinds, ConsentFields::wire);
    var source = fields.text("source", SOURCE);
    var at = fields.instant("at");
    fields.close();
    if (kind.isEmpty() || source.isEmpty() || at.isEmpty()) return Optional.empty();
    return Optional.of(new Consent(channel, kind.get(), source.get(), at.get()));
  }

  /// `written, express or revoked`.
  private static String names(List<Consent.Kind> kinds) {
    var names = kinds.stream().map(ConsentFields::wire).toList();
    return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }

  private static String wire(Consent.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
