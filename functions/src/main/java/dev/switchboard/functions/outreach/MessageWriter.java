package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Owners.Owner;
import dev.switchboard.functions.contact.SignedLinks;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.content.Brief;
import dev.switchboard.outreach.content.Language;
import dev.switchboard.outreach.content.TemplateWriter;
import dev.switchboard.outreach.content.Writer;
import dev.switchboard.send.Content;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Send;
import dev.switchboard.text.SmsSegments;
import java.util.Optional;

/// Writes the words of an execution's sends, from the caller's message or the templates.
record MessageWriter(Execution execution, Owner owner) implements Purposes.Writer {

  private static final Writer TEMPLATES = new TemplateWriter();

  @Override
  public Content write(Send send) {
    return written(execution, send, unsubscribe(send));
  }

  /// The words of a send that has not left, without a link that would work.
  static Content preview(Execution execution, Send send) {
    return written(execution, send, "[link to unsubscribe]");
  }

  private static Content written(Execution execution, Send send, String unsubscribe) {
    var reader =
        new Brief.Reader(
            Optional.ofNullable(send.facts().get("name")),
            Optional.ofNullable(send.facts().get("company")),
            Language.of(Optional.ofNullable(send.facts().get("language"))));
    return TEMPLATES.write(
        Brief.of(
            execution.brief(), send.channel(), reader, execution.settings().sender(), unsubscribe));
  }

  private String unsubscribe(Send send) {
    return execution.brief().publicUrl()
        + "/unsubscribe/"
        + SignedLinks.UNSUBSCRIBE.token(owner, send.id());
  }

  @Override
  public Ask.ContentFacts facts(Send send, Content content) {
    var text = content.text();
    var segments = send.channel() == Channel.SMS ? SmsSegments.of(text).segments() : 0;
    var link = text.contains(unsubscribe(send));
    var address = execution.settings().sender().postalAddress();
    return new Ask.ContentFacts(
        segments, link, address.filter(text::contains).isPresent(), link || text.contains("STOP"));
  }
}
