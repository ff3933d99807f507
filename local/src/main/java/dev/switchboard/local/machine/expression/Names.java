package dev.switchboard.local.machine.expression;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The variables that an expression takes from outside, as far as its text tells: strings and
/// comments are passed by, and so is what it defines itself.
final class Names {

  /// Functions of JSONata and of Step Functions, and what is always there.
  private static final Set<String> KNOWN =
      Set.of(
          ("states string length substring substringBefore substringAfter uppercase lowercase trim"
               + " pad contains split join match replace eval base64encode base64decode"
               + " encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl number abs floor ceil"
               + " round power sqrt random formatNumber formatBase formatInteger parseInteger sum"
               + " max min average boolean not exists count append sort reverse shuffle distinct"
               + " zip keys lookup spread merge sift each error assert type now millis fromMillis"
               + " toMillis map filter single reduce clone partition range hash uuid parse")
              .split(" "));

  private static final Pattern PASSED_BY =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|/\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)");
  private static final Pattern ASSIGNED = Pattern.compile("\\$([A-Za-z_]\\w*)\\s*:=");
  private static final Pattern PARAMETERS = Pattern.compile("(?:function|λ)\\s*\\(([^)]*)\\)");

  private Names() {}

  static Set<String> free(String source) {
    var text = PASSED_BY.matcher(source).replaceAll("''");
    var names = names(NAME, text);
    names.removeAll(KNOWN);
    names.removeAll(names(ASSIGNED, text));
    PARAMETERS
        .matcher(text)
        .results()
        .forEach(parameters -> names.removeAll(names(NAME, parameters.group(1))));
    return names;
  }

  private static Set<String> names(Pattern pattern, String text) {
    var names = new TreeSet<String>();
    pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
    return names;
  }
}
