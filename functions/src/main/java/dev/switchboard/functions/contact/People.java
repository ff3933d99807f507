package dev.switchboard.functions.contact;

import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Request;

/// The contact that a path names.
final class People {

  private People() {}

  /// @throws Refused 404 if the caller's owner has none of that id
  static Contact find(Contacts contacts, Request request) {
    var id = request.parameter("contact_id", ContactId::new);
    return contacts.find(request.caller().owner(), id).orElseThrow(People::nobody);
  }

  static Refused nobody() {
    return new Refused(Problem.of(Problem.Kind.NOT_FOUND, "There is no such contact."));
  }
}
