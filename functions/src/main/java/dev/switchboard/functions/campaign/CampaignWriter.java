package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Dossier;
import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Owners.Owner;
import dev.switchboard.functions.contact.SignedLinks;
import dev.switchboard.send.Content;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Send;
import dev.switchboard.text.SmsSegments;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Writes the words of a campaign's sends.
///
/// @param bidPage page at which contractors bid, up to the token; empty: ours
record CampaignWriter(Dossier dossier, Owner owner, Optional<String> bidPage)
    implements Purposes.Writer {

  private static final int MOST_SEGMENTS = 2;
  private static final String STOP = " Reply STOP to opt out.";
  private static final DateTimeFormatter DEADLINE =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ROOT);

  @Override
  public Content write(Send send) {
    return switch (send.channel()) {
      case SMS, VOICE_CALL, VOICEMAIL -> new Content(Optional.empty(), text(send));
      case EMAIL -> mail(send);
    };
  }

  /// The link is left out where it would make a third text of one: YES and NO answer without it.
  private String text(Send send) {
    var link = link(send).map(it -> " " + it).orElse("");
    var whole = said(send) + link + STOP;
    return SmsSegments.of(whole).segments() <= MOST_SEGMENTS ? whole : said(send) + STOP;
  }

  private String said(Send send) {
    var work = dossier.card().title();
    return switch (Part.of(send)) {
      case INVITATION ->
          "%s: bid wanted by %s: %s. Reply YES with your price, or NO."
              .formatted(sender(), deadline(), work);
      case REMINDER ->
          "%s: still wanted by %s: a bid for %s. Reply YES with your price, or NO."
              .formatted(sender(), deadline(), work);
      case FILLED ->
          "%s: %s is filled, no bid is needed any more. Thank you.".formatted(sender(), work);
    };
  }

  private Content mail(Send send) {
    var subject =
        switch (Part.of(send)) {
          case INVITATION -> "Bid wanted: ";
          case REMINDER -> "Still wanted: a bid for ";
          case FILLED -> "Filled: ";
        };
    var text = new StringBuilder();
    Optional.ofNullable(send.facts().get("name"))
        .ifPresent(name -> text.append("Hello ").append(name).append(",\n\n"));
    text.append(said(send)).append("\n\n");
    if (Part.of(send) != Part.FILLED)
      dossier.card().details().ifPresent(it -> text.append(it).append("\n\n"));
    link(send).ifPresent(it -> text.append("Answer here: ").append(it).append("\n\n"));
    text.append("-- \n");
    dossier.house().company().ifPresent(it -> text.append(it).append('\n'));
    dossier.house().policy().postalAddress().ifPresent(it -> text.append(it).append('\n'));
    text.append("Unsubscribe: ").append(unsubscribe(send)).append('\n');
    return new Content(Optional.of(subject + dossier.card().title()), text.toString());
  }

  private String sender() {
    return dossier.house().company().orElse("Our team");
  }

  private String deadline() {
    return DEADLINE.format(
        dossier.campaign().timeline().deadline().atZone(dossier.card().site().zone()));
  }

  private Optional<String> link(Send send) {
    if (Part.of(send) == Part.FILLED) return Optional.empty();
    var page = bidPage.orElse(dossier.house().publicUrl() + "/bids/");
    return Optional.of(page + SignedLinks.BIDS.token(owner, send.id()));
  }

  private String unsubscribe(Send send) {
    return dossier.house().publicUrl()
        + "/unsubscribe/"
        + SignedLinks.UNSUBSCRIBE.token(owner, send.id());
  }

  @Override
  public Ask.ContentFacts facts(Send send, Content content) {
    var text = content.text();
    var segments = send.channel() == Channel.SMS ? SmsSegments.of(text).segments() : 0;
    var link = text.contains(unsubscribe(send));
    var address = dossier.house().policy().postalAddress();
    return new Ask.ContentFacts(
        segments, link, address.filter(text::contains).isPresent(), link || text.contains("STOP"));
  }
}
