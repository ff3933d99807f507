package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Clue;
import java.util.List;
import java.util.Optional;

/// Checks the addresses of leads and says what they tell of where somebody is.
public interface Addresses {

  /// What a check found.
  sealed interface Checked {
    /// @param address E.164, or an e-mail address in lower case
    /// @param clues where it may be; mostly empty for e-mail
    record Valid(String address, List<Clue> clues) implements Checked {
      public Valid {
        clues = List.copyOf(clues);
      }
    }

    /// @param because a sentence for the lead's remarks: `phone is not a valid number: +1555`
    record Invalid(String because) implements Checked {}
  }

  Checked phone(String text);

  Checked email(String text);

  /// What a state of the United States tells.
  ///
  /// @param code two capital letters: `FL`
  /// @return empty if there is no such state
  Optional<Clue> state(String code);
}
