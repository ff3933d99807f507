package dev.switchboard.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that carriers and law give a meaning when they are the whole message: `optout-words`.
///
/// Case, punctuation, emoji, outer space and Unicode's variants of the same letter do not matter:
/// `Stop!`, ` STOP 🛑` and `ＳＴＯＰ` are STOP, `stop by` is not.
public final class OptOutWords {

  /// What a whole message means.
  public enum Meaning {
    /// Suppress at once.
    OPT_OUT,
    /// Answer with who is writing and how to opt out.
    HELP,
    /// Lift the suppression.
    OPT_IN,
    /// None of these words; [OptOutPhrases] may still find the wish.
    NONE
  }

  private static final Set<String> OUT =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> HELP = Set.of("HELP", "INFO");
  private static final Set<String> IN = Set.of("START", "UNSTOP");

  private OptOutWords() {}

  /// @param optedOut whether the sender is opted out now: only then YES opts in again; otherwise it
  ///   answers something
  public static Meaning read(String message, boolean optedOut) {
    var word = bare(message);
    if (OUT.contains(word)) return Meaning.OPT_OUT;
    if (HELP.contains(word)) return Meaning.HELP;
    if (IN.contains(word) || (optedOut && word.equals("YES"))) return Meaning.OPT_IN;
    return Meaning.NONE;
  }

  /// Letters, digits and single inner spaces alone, in capitals.
  private static String bare(String message) {
    return Normalizer.normalize(message, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .strip()
        .replaceAll("\\s+", " ")
        .toUpperCase(Locale.ROOT);
  }
}
