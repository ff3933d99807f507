package dev.switchboard.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A person who can be reached; a lead, contractor, follower or tenant is a contact in a role.
///
/// @param phone E.164, already checked
/// @param email lower case, already checked
/// @param clues where the contact may be
/// @param consents oldest first
/// @param suppressions those in force
/// @param touches attempts of the last 30 days, oldest first
/// @param responses when the contact last responded, by the purpose (execution, campaign,
///   conversation) it answered
/// @param purposes ids of what the contact was planned for, latest last
/// @param others contacts that turned out to be the same person: a lead came with an address of
///   each
/// @param version of the record, 0 when it is not stored yet
public record Contact(
    ContactId id,
    Optional<String> name,
    Optional<String> phone,
    Optional<String> email,
    List<Clue> clues,
    List<Consent> consents,
    List<Suppression> suppressions,
    List<Touch> touches,
    Map<String, Instant> responses,
    List<String> purposes,
    Set<ContactId> others,
    long version) {

  public Contact {
    clues = List.copyOf(clues);
    consents = List.copyOf(consents);
    suppressions = List.copyOf(suppressions);
    touches = List.copyOf(touches);
    responses = Map.copyOf(responses);
    purposes = List.copyOf(purposes);
    others = Set.copyOf(others);
  }

  /// A contact of which nothing is stored yet.
  public static Contact unwritten(ContactId id) {
    return new Contact(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Set.of(),
        0);
  }

  /// Whether its data was erased; only that it must not be reached is kept.
  public boolean erased() {
    return suppressions.stream().anyMatch(it -> it.reason() == Suppression.Reason.ERASED);
  }

  /// The addresses that it has, the number first.
  public List<String> addresses() {
    return Stream.of(phone, email).flatMap(Optional::stream).toList();
  }

  /// The address that a channel uses; empty when the contact has none.
  public Optional<String> address(Channel channel) {
    return switch (channel.address()) {
      case PHONE -> phone;
      case EMAIL -> email;
    };
  }
}
