package dev.switchboard.functions.contact;

/// Typed text as it may be repeated in an answer: one line, not long.
final class Shown {

  private static final int LENGTH = 60;

  private Shown() {}

  static String of(String typed) {
    var line = typed.strip().replaceAll("\\p{C}", "?");
    return line.codePointCount(0, line.length()) <= LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LENGTH)) + "…";
  }
}
