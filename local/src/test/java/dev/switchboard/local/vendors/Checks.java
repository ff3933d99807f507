package dev.switchboard.local.vendors;

import java.util.ArrayList;
import java.util.List;

/// What a vendor finds wrong with one request.
final class Checks {

  private final String vendor;
  private final List<String> found = new ArrayList<>();

  /// @param vendor its name
  Checks(String vendor) {
    this.vendor = vendor;
  }

  void that(boolean holds, String otherwise) {
    if (!holds) found.add(vendor + ": " + otherwise);
  }

  void number(String number) {
    that(number.matches("\\+[1-9][0-9]{6,14}"), "no number: " + number);
  }

  /// @param most characters
  void words(String words, int most) {
    that(!words.isBlank(), "no words");
    that(words.length() <= most, "more than %d characters".formatted(most));
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
