package dev.switchboard.outreach.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.Order;
import dev.switchboard.outreach.OutreachSettings.Sender;
import dev.switchboard.send.Content;
import dev.switchboard.text.SmsSegments;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateWriterTest {

  private static final Sender ACME =
      new Sender(Optional.of("Acme Solar"), Optional.of("1 Main St, Springfield IL 62701"));
  private static final Writer WRITER = new TemplateWriter();

  @Test
  void a_text_says_who_speaks_and_how_to_opt_out() {
    assertEquals(
        new Content(
            Optional.empty(),
            "Hi Ann, this is Acme Solar. Would you have 15 minutes for a short call this week?"
                + " Just reply with a time that suits you. Reply STOP to opt out"),
        WRITER.write(brief(Goal.APPOINTMENT, Channel.SMS, Optional.of("Ann"), Language.ENGLISH)));
  }

  @Test
  void a_mail_ends_with_address_and_link() {
    assertEquals(
        new Content(
            Optional.of("News from Acme Solar"),
            """
            Hello there,

            we have news that may matter to your company. If you would like to hear more, just \
            reply to this e-mail.

            --\s
            Acme Solar
            1 Main St, Springfield IL 62701
            Unsubscribe: https://example.com/unsubscribe/x\
            """),
        WRITER.write(brief(Goal.ANNOUNCEMENT, Channel.EMAIL, Optional.empty(), Language.ENGLISH)));
  }

  @Test
  void every_template_is_whole_in_every_language() {
    for (var language : Language.values())
      for (var goal : Goal.values())
        for (var channel : Channel.values()) {
          var content = WRITER.write(brief(goal, channel, Optional.of("Ann"), language));
          assertEquals(channel == Channel.EMAIL, content.subject().isPresent());
          assertTrue(content.text().contains("Acme Solar"), content::text);
          assertFalse(content.text().contains("[["), content::text);
          assertFalse(content.text().contains("{{"), content::text);
          assertTrue(content.text().contains(Wording.of(language).notice(channel)));
        }
  }

  @Test
  void a_text_never_has_more_than_two_segments() {
    for (var language : Language.values())
      for (var goal : Goal.values())
        for (var name : new String[] {"Ann", "Łukasz".repeat(20), "x".repeat(300)}) {
          var content = WRITER.write(brief(goal, Channel.SMS, Optional.of(name), language));
          assertTrue(SmsSegments.of(content.text()).segments() <= 2, content::text);
        }
  }

  @Test
  void the_senders_own_words_are_not_read_for_placeholders() {
    var odd = new Sender(Optional.of("{{first_name}} Inc"), Optional.empty());
    var brief =
        new Brief(
            Goal.NURTURE,
            Channel.SMS,
            reader(Optional.of("Ann"), Language.ENGLISH),
            Optional.empty(),
            odd,
            "");

    assertTrue(WRITER.write(brief).text().startsWith("Hi Ann, this is {{first_name}} Inc."));
  }

  @Test
  void a_callers_message_is_kept_and_framed() {
    assertEquals(
        "Acme Solar: Dear Ann, we moved. Reply STOP to opt out",
        own(Channel.SMS, "Dear {{first_name}}, we moved."));
    assertEquals("Acme Solar moved. Reply STOP to opt out", own(Channel.SMS, "Acme Solar moved."));
    assertEquals(
        "Acme Solar: Bye. Reply STOP to opt out", own(Channel.SMS, "Bye. Reply STOP to opt out"));
    assertTrue(
        own(Channel.VOICEMAIL, "We moved.")
            .startsWith("Hello, this is an automated message from Acme Solar. We moved. "));
  }

  @Test
  void spanish_is_for_es_and_its_regions() {
    assertEquals(Language.SPANISH, Language.of(Optional.of("es-MX")));
    assertEquals(Language.ENGLISH, Language.of(Optional.of("est")));
    assertEquals(Language.ENGLISH, Language.of(Optional.empty()));
  }

  private static String own(Channel channel, String text) {
    var brief =
        new Brief(
            Goal.NURTURE,
            channel,
            reader(Optional.of("Ann"), Language.ENGLISH),
            Optional.of(new Order.Message(Optional.empty(), text)),
            ACME,
            "");
    return WRITER.write(brief).text();
  }

  private static Brief brief(Goal goal, Channel channel, Optional<String> name, Language language) {
    return new Brief(
        goal,
        channel,
        reader(name, language),
        Optional.empty(),
        ACME,
        "https://example.com/unsubscribe/x");
  }

  private static Brief.Reader reader(Optional<String> name, Language language) {
    return new Brief.Reader(name, Optional.empty(), language);
  }
}
