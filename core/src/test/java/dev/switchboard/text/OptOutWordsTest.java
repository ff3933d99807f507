package dev.switchboard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.text.OptOutWords.Meaning;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptOutWordsTest {

  private static final List<String> OUT =
      List.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

  @Test
  void each_word_has_its_meaning() {
    for (var word : OUT) assertEquals(Meaning.OPT_OUT, OptOutWords.read(word, false), word);
    for (var word : List.of("HELP", "INFO"))
      assertEquals(Meaning.HELP, OptOutWords.read(word, false), word);
    for (var word : List.of("START", "UNSTOP"))
      assertEquals(Meaning.OPT_IN, OptOutWords.read(word, false), word);
  }

  @Test
  void case_punctuation_space_and_emoji_do_not_matter() {
    for (var word : OUT)
      for (var way :
          List.of("%s!", "  %s \n", "\"%s.\"", "%s 🛑", "🙏🏽%s‼️", "%s\u200b", "¡%s!", "*%s*"))
        for (var cased : List.of(word, word.toLowerCase(java.util.Locale.ROOT))) {
          var message = way.formatted(cased);
          assertEquals(Meaning.OPT_OUT, OptOutWords.read(message, false), message);
        }
  }

  @Test
  void variants_of_the_same_letters_do_not_matter() {
    for (var message : List.of("ＳＴＯＰ", "𝐒𝐓𝐎𝐏", "ⓢⓣⓞⓟ", "opt-out"))
      assertEquals(Meaning.OPT_OUT, OptOutWords.read(message, false), message);
  }

  @Test
  void a_word_within_a_message_is_talk() {
    for (var message :
        List.of(
            "stop by",
            "cancel my late fee?",
            "the end of the month",
            "I need help",
            "",
            "🛑",
            "s top",
            "stopping",
            "END OF MAY",
            "yes, $50 a week"))
      assertEquals(Meaning.NONE, OptOutWords.read(message, true), message);
  }

  @Test
  void yes_opts_in_only_who_is_out() {
    assertEquals(Meaning.OPT_IN, OptOutWords.read("Yes!", true));
    assertEquals(Meaning.NONE, OptOutWords.read("Yes!", false));
  }
}
