package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.Profile;
import dev.switchboard.campaign.Workload;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Request;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows contractors: their profiles with who they are and what campaigns ask of them.
final class Contractors {

  private final Directory directory;
  private final Contacts contacts;
  private final InstantSource clock;

  Contractors(Services services) {
    this.directory = services.directory();
    this.contacts = services.contacts();
    this.clock = services.clock();
  }

  /// The contractor that a path names.
  ///
  /// @throws Refused 404 if the caller's owner has none of that id
  Profile found(Request request) {
    var id = request.parameter("contractor_id", ContactId::new);
    return directory
        .find(request.caller().owner(), id)
        .orElseThrow(() ->
            new Refused(Problem.of(Problem.Kind.NOT_FOUND, "There is no contractor " + id + ".")));
  }

  ContractorAnswer answer(OwnerId owner, Profile profile) {
    return answers(owner, List.of(profile)).getFirst();
  }

  List<ContractorAnswer> answers(OwnerId owner, List<Profile> profiles) {
    if (profiles.isEmpty()) return List.of();
    var ids = profiles.stream().map(Profile::id).collect(Collectors.toSet());
    var loads = directory.workloads(owner, ids);
    var known = contacts.find(owner, ids);
    var now = clock.instant();
    return profiles.stream()
        .map(profile ->
            ContractorAnswer.of(
                profile,
                loads.getOrDefault(profile.id(), Workload.NONE),
                Optional.ofNullable(known.get(profile.id())),
                now))
        .toList();
  }
}
