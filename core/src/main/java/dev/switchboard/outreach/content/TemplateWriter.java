package dev.switchboard.outreach.content;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Order;
import dev.switchboard.send.Content;
import dev.switchboard.text.Placeholders;
import dev.switchboard.text.SmsSegments;

/// Writes from templates: the same brief gives the same text.
///
/// An SMS of a template has at most two segments: when personal words make it longer, or bring
/// letters that take more room, it is written without them. A caller's own message is never cut;
/// whether it is too long is for the gate.
public record TemplateWriter() implements Writer {

  private static final int MAX_SEGMENTS = 2;

  @Override
  public Content write(Brief brief) {
    var wording = Wording.of(brief.reader().language());
    var template = wording.template(brief.goal(), brief.channel());
    var sender = brief.sender().company().orElse(wording.nobody());
    var text = brief.message().map(own -> own(own, brief, wording)).orElse(template.text());
    var subject = brief.message().flatMap(Order.Message::subject).or(template::subject);
    return new Content(
        subject
            .filter(_ -> brief.channel() == Channel.EMAIL)
            .map(line -> filled(line, brief).replace(Wording.SENDER, sender)),
        personal(text, brief, wording, sender));
  }

  /// A caller's message, led by who speaks if it does not say so.
  private static String own(Order.Message own, Brief brief, Wording wording) {
    var says = brief.sender().company().filter(company -> own.text().contains(company));
    return says.isPresent() ? own.text() : wording.lead(brief.channel()) + own.text();
  }

  private static String personal(String text, Brief brief, Wording wording, String sender) {
    var personal = whole(filled(text, brief), brief, wording, sender);
    if (brief.channel() != Channel.SMS || SmsSegments.of(personal).segments() <= MAX_SEGMENTS)
      return personal;
    var plain = Placeholders.fill(text, Placeholders.Values.NONE);
    return whole(plain, brief, wording, sender);
  }

  private static String filled(String text, Brief brief) {
    var reader = brief.reader();
    return Placeholders.fill(text, new Placeholders.Values(reader.name(), reader.company()));
  }

  /// Placeholders are filled before the sender's own words come in, which are not read for them.
  private static String whole(String filled, Brief brief, Wording wording, String sender) {
    var text = filled.replace(Wording.SENDER, sender);
    if (brief.channel() == Channel.EMAIL) return text + footer(brief, wording, sender);
    var notice = wording.notice(brief.channel());
    return text.contains(notice) ? text : text.strip() + " " + notice;
  }

  private static String footer(Brief brief, Wording wording, String sender) {
    var address = brief.sender().postalAddress().map(given -> "\n" + given).orElse("");
    return "\n\n-- \n%s%s\n%s: %s"
        .formatted(sender, address, wording.unsubscribe(), brief.unsubscribeUrl());
  }
}
