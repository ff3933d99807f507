package dev.switchboard.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes words of others harmless in a text of ours: no link, no line break, no mark-up, no number
/// to call, nothing invisible, not long.
final class PlainWords {

  /// A scheme, a mail address, a path after a dot: nothing that stands in a name. Each dot is
  /// followed to the next one only, so that many of them cost no more than their number.
  private static final Pattern LINK = Pattern.compile("(?i)http|:/|www\\.|@|[.。．｡][^\\s/.。．｡]*+/");

  /// Seven digits and more are dialled by a tap, whatever stands between them. Possessive: a long
  /// one takes no stack.
  private static final Pattern DIALLED = Pattern.compile("\\+?\\d(?:[\\s().-]*+\\d){6,}+");

  /// Phones make a link of `evil.example`; a space after the dot prevents it.
  private static final Pattern DOT = Pattern.compile("[.。．｡·](?=[\\p{L}\\p{N}])");

  private PlainWords() {}

  /// @param length most characters; what is longer is cut at a word if there is one
  static String of(String words, int length) {
    var visible =
        composed(words)
            .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
            .replaceAll("[\\p{C}{}<>|\\[\\]\"`]", "");
    var plain =
        Arrays.stream(DIALLED.matcher(visible).replaceAll(" ").split(" "))
            .filter(word -> !LINK.matcher(word).find())
            .collect(Collectors.joining(" "));
    return cut(DOT.matcher(plain).replaceAll(". ").replaceAll(" +", " ").strip(), length);
  }

  /// One form for each letter; of ASCII without the tables, whose loading a cold start feels.
  private static String composed(String words) {
    return words.chars().allMatch(letter -> letter < 128)
        ? words
        : Normalizer.normalize(words, Normalizer.Form.NFKC);
  }

  private static String cut(String words, int length) {
    if (words.codePointCount(0, words.length()) <= length) return words;
    var start = words.substring(0, words.offsetByCodePoints(0, length));
    int space = start.lastIndexOf(' ');
    return space > 0 ? start.substring(0, space) : start;
  }
}
