package dev.switchboard.local.machine.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One JSONata expression, compiled.
///
/// One thread at a time may evaluate it: the compiled form keeps notes of the evaluation under way.
public final class Query {

  /// Longer than any expression of a workflow takes; an endless one must not hold the others up.
  private static final long MOST_MILLIS = 2_000;

  private static final int DEEPEST_CALLS = 500;

  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z_]\\w*)");

  private final String source;
  private final Jsonata compiled;
  private final Set<String> mentioned;

  private Query(String source, Jsonata compiled) {
    this.source = source;
    this.compiled = compiled;
    this.mentioned =
        VARIABLE
            .matcher(source)
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// @param source without `{%` and `%}`
  /// @throws IllegalArgumentException saying what is no JSONata in it
  public static Query of(String source) {
    try {
      var compiled = Jsonata.jsonata(source);
      compiled.setOutputConvertNulls(false);
      return new Query(source, compiled);
    } catch (JException e) {
      throw new IllegalArgumentException(message(e), e);
    } catch (RuntimeException | StackOverflowError e) {
      // The parser fails in other ways too on what it did not expect.
      throw new IllegalArgumentException("it cannot be parsed", e);
    }
  }

  public String source() {
    return source;
  }

  /// The variables that it takes from outside.
  public Set<String> variables() {
    return Names.free(source);
  }

  /// Whether the text names `$name`, be it only in a string.
  boolean mentions(String name) {
    return mentioned.contains(name);
  }

  public Evaluation evaluate(Scope scope) {
    try {
      var frame = compiled.createFrame();
      scope.bind(this, frame);
      frame.setRuntimeBounds(MOST_MILLIS, DEEPEST_CALLS);
      var result = compiled.evaluate(null, frame);
      if (result == null) return new Evaluation.Nothing();
      return Values.json(result)
          .<Evaluation>map(Evaluation.Value::new)
          .orElseGet(Evaluation.Unsupported::new);
    } catch (JException e) {
      return new Evaluation.Threw(message(e));
    } catch (RuntimeException | StackOverflowError e) {
      // JSONata's own functions fail in other ways too on arguments they did not expect.
      var name = e.getClass().getSimpleName();
      return new Evaluation.Threw(e.getMessage() == null ? name : name + ": " + e.getMessage());
    }
  }

  private static String message(JException failure) {
    var code = failure.getError();
    // What has no code of JSONata's comes with the library's own word before it.
    var message = failure.getMessage().replaceFirst("^JSonataException ", "");
    return code.matches("[A-Z]\\d{4}") ? code + ": " + message : message;
  }
}
