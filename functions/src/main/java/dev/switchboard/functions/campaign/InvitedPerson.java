package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.contact.Person;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.SendId;
import java.util.Arrays;
import java.util.stream.Stream;

/// What campaigns and the directory keep about a person.
public record InvitedPerson(Campaigns campaigns, Directory directory) {

  /// The sends that campaigns may have made to it.
  public Stream<SendId> sends(OwnerId owner, Person person) {
    return dossiers(owner, person)
        .flatMap(dossier ->
            person.ids().stream()
                .flatMap(id ->
                    Arrays.stream(Part.values())
                        .map(part -> Outgoing.opening(dossier).send(id, part.step()))));
  }

  /// Takes it out of the directory, and its words out of campaigns.
  public void forget(OwnerId owner, Person person) {
    person.ids().forEach(id -> directory.remove(owner, id));
    dossiers(owner, person).forEach(dossier -> forget(dossier, person));
  }

  private void forget(Dossier found, Person person) {
    var dossier = found;
    while (true) {
      var silent = dossier.forgetting(person.ids());
      if (silent.equals(dossier) || campaigns.change(dossier, silent)) return;
      dossier = campaigns.find(dossier.owner(), dossier.id()).orElseThrow();
    }
  }

  private Stream<Dossier> dossiers(OwnerId owner, Person person) {
    return person.purposes().stream()
        .flatMap(purpose -> campaigns.find(owner, new PurposeId(purpose)).stream());
  }
}
