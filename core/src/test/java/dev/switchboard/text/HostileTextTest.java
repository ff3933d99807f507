package dev.switchboard.text;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts of 64 Ki characters made to keep a pattern busy: reading them takes time in proportion to
/// their length, and no stack.
class HostileTextTest {

  private static final int LENGTH = 64 << 10;

  /// A thousand times what it takes; where work grew with the square or the cube, minutes passed.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ParameterizedTest(name = "{0} then {1} again and again")
  @CsvSource({
    "'{{', ' '",
    "'', '{{'",
    "'', '{{ |'",
    "'{{name|', '}'",
    "'', '.'",
    "'www', 'a.'",
    "'+', '1'",
    "'1', '('",
    "'', '1 '",
    "'stop text', 's'",
    "'stop text', 'ing'",
    "'do not want get', ' any'",
    "'do not want get', ' from you'",
    "'no me escrib', 'a'",
    "'', 'dont stop '",
    "'', 'mr. '",
    "'', '\u0301'"
  })
  void no_text_keeps_its_reader_busy(String beginning, String unit) {
    var text = beginning + unit.repeat(LENGTH / unit.length()) + "!";
    var values = new Placeholders.Values(Optional.of(text), Optional.of(text));

    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          var _ = OptOutPhrases.find(text);
          var _ = OptOutWords.read(text, true);
          var _ = Placeholders.problems(text);
          var _ = Placeholders.fill("{{name}} {{first_name}} {{company}}", values);
        });
  }
}
