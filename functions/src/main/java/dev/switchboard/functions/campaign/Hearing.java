package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Response;
import dev.switchboard.contact.Contacts;

/// Takes in what an invited contractor answers.
record Hearing(Contacts contacts, Signals signals) {

  /// @return the campaign as it is then
  Dossier hear(Dossier dossier, Answer answer) {
    // First: no reminder leaves any more, whoever dies on the way.
    if (answer.response() != Response.BOUNCE)
      contacts.respond(dossier.owner(), answer.contractor(), dossier.id().value(), answer.at());
    return signals.tell(dossier.owner(), dossier.id(), it -> it.heard(answer)).orElse(dossier);
  }
}
