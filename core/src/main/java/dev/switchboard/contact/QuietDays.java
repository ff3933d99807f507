package dev.switchboard.contact;

import java.time.LocalDate;
import java.util.Set;

/// The days on which an owner solicits nobody by call, voicemail or text.
///
/// Some states forbid it on legal holidays, and published lists of them disagree: so holidays are
/// kept everywhere unless the owner decides otherwise.
///
/// @param holidays whether those of the contact's country are among them; default true
/// @param dates the owner's own, by the clock of the contact, at most 100; default none
public record QuietDays(boolean holidays, Set<LocalDate> dates) {

  public static final int MAX_DATES = 100;

  public static final QuietDays DEFAULT = new QuietDays(true, Set.of());

  public QuietDays {
    dates = Set.copyOf(dates);
    if (dates.size() > MAX_DATES)
      throw new IllegalArgumentException(
          "quiet days are at most %d: %d".formatted(MAX_DATES, dates.size()));
  }
}
