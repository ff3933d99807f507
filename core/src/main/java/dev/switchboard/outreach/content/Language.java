package dev.switchboard.outreach.content;

import java.util.Locale;
import java.util.Optional;

/// A language there are templates in.
public enum Language {
  ENGLISH,
  SPANISH;

  /// Spanish for `es` and its regions; English for all others and for none.
  public static Language of(Optional<String> tag) {
    var spanish =
        tag.map(given -> given.toLowerCase(Locale.ROOT))
            .filter(given -> given.equals("es") || given.startsWith("es-"));
    return spanish.isPresent() ? SPANISH : ENGLISH;
  }
}
