package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Rules;
import dev.switchboard.functions.contact.EmailAddresses;
import dev.switchboard.functions.contact.PhoneNumbers;
import java.util.List;
import java.util.Optional;

/// Addresses checked by numbering plans, the form of mail addresses, and the gate's table of
/// states.
record KnownAddresses(Rules rules) implements Addresses {

  @Override
  public Checked phone(String text) {
    return switch (PhoneNumbers.read(text)) {
      case PhoneNumbers.Reading.Valid(var e164, var clue) -> new Checked.Valid(e164, List.of(clue));
      case PhoneNumbers.Reading.Invalid(var because) -> new Checked.Invalid(because);
    };
  }

  @Override
  public Checked email(String text) {
    return switch (EmailAddresses.read(text)) {
      case EmailAddresses.Reading.Valid(var address) -> new Checked.Valid(address, List.of());
      case EmailAddresses.Reading.Invalid(var because) -> new Checked.Invalid(because);
    };
  }

  @Override
  public Optional<Clue> state(String code) {
    return Clue.ofState(code, rules);
  }
}
