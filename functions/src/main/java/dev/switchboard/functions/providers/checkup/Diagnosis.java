package dev.switchboard.functions.providers.checkup;

/// What is known of one thing that sending needs: whole sentences, for a person, without secrets.
public sealed interface Diagnosis {

  String what();

  /// It is there and will do.
  record Works(String what) implements Diagnosis {}

  /// It is not there, or will not do.
  ///
  /// @param mend what to do about it
  record Missing(String what, String mend) implements Diagnosis {}

  /// Whoever was asked does not say.
  ///
  /// @param mend how to find out
  record CannotTell(String what, String mend) implements Diagnosis {}

  /// Whoever was asked did not answer, or not so that it could be read.
  record NoAnswer(String what) implements Diagnosis {}

  /// All of it in one line.
  default String line() {
    return switch (this) {
      case Works _, NoAnswer _ -> what();
      case Missing(var what, var mend) -> what + " " + mend;
      case CannotTell(var what, var mend) -> what + " " + mend;
    };
  }
}
