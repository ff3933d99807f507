package dev.switchboard.local.issuer;

import java.util.List;
import java.util.Optional;

/// Somebody ready-made to sign in as.
///
/// @param id as the token command and the login page take it
/// @param owner whose data they see
public record Person(String id, String owner, List<String> roles) {

  /// One for each role at the owner `acme`, and an admin of a second owner, `globex`, who sees none
  /// of it.
  public static final List<Person> ALL =
      List.of(
          of("user"),
          of("creator"),
          of("operator"),
          of("manager"),
          of("admin"),
          of("agent"),
          new Person("globex-admin", "globex", List.of("admin")));

  public Person {
    roles = List.copyOf(roles);
  }

  private static Person of(String role) {
    return new Person(role, "acme", List.of(role));
  }

  public static Optional<Person> named(String id) {
    return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  String subject() {
    return id + "@" + owner;
  }
}
