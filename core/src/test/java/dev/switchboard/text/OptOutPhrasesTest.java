package dev.switchboard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptOutPhrasesTest {

  private static final List<String> WISHES =
      List.of(
          "leave me alone",
          "Please LEAVE me alone!!",
          "stop texting me",
          "Stop calling.",
          "can you stop sending me these",
          "please stop the messages",
          "quit bothering me",
          "stop!! please",
          "Please, stop.",
          "don't text me again",
          "Don’t contact me anymore",
          "do not call this number",
          "never message me again",
          "I don't want to receive any more texts",
          "no more texts please",
          "remove me from your list",
          "take me off your list",
          "take my number out of your system",
          "delete my number",
          "lose my number",
          "unsubscribe me",
          "how do i unsubscribe",
          "opt me out",
          "I want to opt out",
          "opt out",
          "I revoke my consent",
          "fuck off",
          "go away",
          "no más",
          "No mas mensajes por favor",
          "¡Basta!",
          "déjame en paz",
          "deje de llamarme",
          "dejen de mandarme mensajes",
          "no me escriba más",
          "ya no me llamen",
          "no quiero recibir mensajes",
          "bórrame de la lista",
          "quiero darme de baja",
          "CANCELAR",
          "cancelar suscripción");

  private static final List<String> TALK =
      List.of(
          "stop by",
          "I can stop by tomorrow at 5",
          "cancel my late fee?",
          "the end of the month",
          "at the end of the month I stop working",
          "yes, $50 a week",
          "please don't stop texting me",
          "I won't stop calling until this is fixed",
          "when will you call me?",
          "call me tomorrow",
          "text me the address",
          "the bus stop is near",
          "no more than 50 a week",
          "no más de 50 por semana",
          "no más tarde que el lunes",
          "para mañana",
          "a fin de mes",
          "I quit my job",
          "can you cancel the appointment",
          "I never got a call",
          "don't know yet",
          "I do not have the money",
          "send me the list",
          "take me to your website",
          "get me a quote",
          "drop me a line",
          "me llamo Ana",
          "no me llamo Ana",
          "remove the fee",
          "thanks, that's enough for now, talk on Monday",
          "");

  @Test
  void a_wish_is_found_in_any_reasonable_wording() {
    assertEquals(
        List.of(),
        WISHES.stream().filter(message -> OptOutPhrases.find(message).isEmpty()).toList());
  }

  @Test
  void talk_is_left_alone() {
    assertEquals(
        List.of(),
        TALK.stream().filter(message -> OptOutPhrases.find(message).isPresent()).toList());
  }

  @Test
  void the_words_found_are_told() {
    assertEquals(
        Optional.of("stop texting me"), OptOutPhrases.find("Hey, STOP texting me - really."));
  }
}
