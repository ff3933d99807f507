package dev.switchboard.local.machine.definition;

import com.fasterxml.jackson.core.JsonPointer;

/// Something wrong in a definition.
///
/// @param weight whether the machine can run all the same
/// @param at where in the file
/// @param problem what is wrong, as a sentence without its full stop
/// @param mending how to mend it, the same
public record Finding(Weight weight, JsonPointer at, String problem, String mending) {

  /// How bad a [Finding] is.
  public enum Weight {
    /// AWS, or the embedded runtime, refuses the machine.
    ERROR,
    /// The machine runs, and is likely to do what nobody wants.
    ADVICE
  }

  /// `$.States.Ask.Retry[0]`, where the name allows it.
  public String path() {
    var path = new StringBuilder("$");
    for (var part = at; !part.matches(); part = part.tail()) {
      if (part.mayMatchElement()) path.append('[').append(part.getMatchingProperty()).append(']');
      else if (part.getMatchingProperty().matches("\\w+"))
        path.append('.').append(part.getMatchingProperty());
      else path.append("['").append(part.getMatchingProperty()).append("']");
    }
    return path.toString();
  }
}
