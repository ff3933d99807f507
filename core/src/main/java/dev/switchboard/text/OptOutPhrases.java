package dev.switchboard.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the wish not to be contacted in free wording, English and Spanish: `optout-any`.
///
/// It leans towards finding: what it finds ends messages, or is put before a person where one reads
/// the replies. It does not replace [OptOutWords], which are tried first. Wishes are phrases with
/// their object (`stop texting me`), or a few short ones that count only as the whole message (`go
/// away`, `no más`); `stop by`, `cancel my late fee?` and `the end of the month` are talk.
public final class OptOutPhrases {

  private static final Set<String> WHOLE =
      Set.of(
          "stop it",
          "stop this",
          "stop that",
          "stop now",
          "stop please",
          "please stop",
          "just stop",
          "stop all",
          "no more",
          "enough",
          "thats enough",
          "opt out",
          "i opt out",
          "out",
          "remove",
          "go away",
          "get lost",
          "cancel please",
          "please cancel",
          "unsuscribe",
          "unsubscibe",
          "no mas",
          "no mas por favor",
          "por favor no mas",
          "ya no",
          "ya no mas",
          "basta",
          "ya basta",
          "alto",
          "para",
          "pare",
          "paren",
          "parar",
          "para ya",
          "ya para",
          "cancelar",
          "baja",
          "eliminar",
          "desuscribir",
          "stop por favor");

  private static final String CONTACTING =
      "(text|messag|call|contact|email|mail|send|bother|harass|spam|bug|writ|phon|ring|hit)(e|s|ing){0,3}";
  private static final String ESCRIBIR =
      "(escrib|llam|contact|molest|mand|envi|texte|hostig|acos)[a-z]*";

  private static final List<Pattern> PHRASES =
      List.of(
          words(
              "(stop|quit|cease)( the| all| all the| with the| with these| these)? "
                  + "("
                  + CONTACTING
                  + "|texts|messages|calls|emails)( me| us)?"),
          words(
              "(do not|dont|never|no longer) (ever )?("
                  + CONTACTING
                  + ")( to)? "
                  + "(me|us|this number|this phone|here|again|anymore)"),
          words(
              "(do not|dont) (want|wish)( to)? (get|receive|hear|be contacted|be called|be"
                  + " texted|any more|any|more|your|these)( from you| anything from you| any| more|"
                  + " your| these){0,9} ?(texts|messages|calls|emails|from"
                  + " you|contacted|called|texted|anymore)?"),
          words("no more (texts|texting|messages|messaging|calls|calling|emails|of these)"),
          words(
              "(remove|delete|erase) (me|us|my number|my phone|my name|my email|this"
                  + " number)|(take|get|drop) (me|us|my number|my name|my email|this number)"
                  + " (off|out|from)"),
          words("(lose|forget|erase|delete|remove) (my|this) (number|phone|email|contact|info)"),
          words(
              "unsubscribe( me| us| from| please)|please unsubscribe|(to|want to|how do i)"
                  + " unsubscribe"),
          words(
              "opt (me|us) out|opt out (of|from|please)|(want|like|wish|need|going|how do i)( to)? "
                  + "opt out|(please )?opting out"),
          words("leave (me|us) (alone|be)|let me be"),
          words("(revoke|withdraw|take back) (my )?(consent|permission)"),
          words("(fuck|piss|bugger) off"),
          words(
              "(deja|deje|dejen|dejame|dejeme|dejenme)( ya)? (en paz|tranquil[oa]|de ("
                  + ESCRIBIR
                  + "))"),
          words("(ya )?no (me|nos) (" + ESCRIBIR + ")"),
          words("no (quiero|deseo) (recibir|que me|mas (mensajes|textos|llamadas|correos))"),
          words("no mas (mensajes|textos|llamadas|correos|sms|emails)"),
          words(
              "(borr|elimin|quit|sac)(a|e|en|ame|eme|enme)( (de )?(la|su|tu|mi|esta))? ?"
                  + "(lista|numero|de la lista|de su lista|de tu lista|de sus listas)"),
          words("(dar|dame|deme|darme|denme)( me)? de baja"),
          words(
              "cancel(ar|a|e|en)? (la |mi )?(suscripcion|subscription)|cancel (my|the)"
                  + " subscription"));

  private static final List<Pattern> TALK =
      List.of(
          words(
              "(do not|dont|never|wont|didnt|cant) (stop|quit|cease|opt out|unsubscribe|remove"
                  + "|leave me)"),
          words("me llamo|(deja|dejen|deje) de (llover|ser)"));

  private OptOutPhrases() {}

  /// The words that express the wish, in lower case without accents; empty if it is not there.
  public static Optional<String> find(String message) {
    var text = plain(message);
    if (WHOLE.contains(text)) return Optional.of(text);
    var rest = text;
    for (var talk : TALK) rest = talk.matcher(rest).replaceAll(" . ");
    for (var phrase : PHRASES) {
      var matcher = phrase.matcher(rest);
      if (matcher.find()) return Optional.of(matcher.group().strip());
    }
    return Optional.empty();
  }

  private static Pattern words(String expression) {
    return Pattern.compile("(?<![a-z0-9])(?:" + expression + ")(?![a-z0-9])");
  }

  private static String plain(String message) {
    return Normalizer.normalize(message, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’`]", "")
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }
}
