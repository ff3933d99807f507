package dev.switchboard.functions.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Person;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.functions.http.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds and shows contacts, and exports everything that is kept about one.
///
/// Sample input in `events/show-contact.json`. Changes nothing.
public final class ShowContact extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);

  private final Contacts contacts;
  private final Traces traces;

  public ShowContact() {
    this(Services.aws());
  }

  public ShowContact(Services services) {
    super(services.claims());
    this.contacts = services.contacts();
    this.traces = new Traces(services);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/contacts", ROLES, this::search),
        Route.of("GET", "/api/contacts/{contact_id}", ROLES, this::show),
        Route.of(
            "GET",
            "/api/contacts/{contact_id}/export",
            Set.of(Role.MANAGER, Role.ADMIN),
            this::export));
  }

  private Reply search(Request request) {
    var findings = new Findings();
    var query = request.query(findings);
    var phone = query.text("phone", Text.line(1, 64)).flatMap(typed -> number(typed, query));
    var email = query.text("email", Text.line(1, 320)).flatMap(typed -> mail(typed, query));
    if (query.has("phone") == query.has("email"))
      query.wrong("phone", "or `email` is required, and only one of the two");
    query.close();
    findings.refuse(Problem.Kind.INVALID_PARAMETER);
    var address = phone.or(() -> email).orElseThrow();
    return contacts.behind(request.caller().owner(), Set.of(address)).values().stream()
        .findFirst()
        .map(contact -> Reply.json(200, ContactAnswer.of(contact)))
        .orElseThrow(People::nobody);
  }

  private static Optional<String> number(String typed, Fields query) {
    return switch (PhoneNumbers.read(typed)) {
      case PhoneNumbers.Reading.Valid(var e164, _) -> Optional.of(e164);
      case PhoneNumbers.Reading.Invalid(var because) -> {
        query.wrong("phone", because);
        yield Optional.empty();
      }
    };
  }

  private static Optional<String> mail(String typed, Fields query) {
    return switch (EmailAddresses.read(typed)) {
      case EmailAddresses.Reading.Valid(var address) -> Optional.of(address);
      case EmailAddresses.Reading.Invalid(var because) -> {
        query.wrong("email", because);
        yield Optional.empty();
      }
    };
  }

  private Reply show(Request request) {
    request.noQuery();
    return Reply.json(200, ContactAnswer.of(People.find(contacts, request)));
  }

  /// @param history opt-outs, consents and responses, as they came
  private record Export(
      ContactAnswer contact,
      List<ClueAnswer> clues,
      List<EventAnswer> history,
      List<Traces.SentMessage> sends,
      List<JsonNode> decisions) {}

  private record ClueAnswer(String source, String region, List<String> zones, List<String> states) {
    static ClueAnswer of(Clue clue) {
      return new ClueAnswer(
          clue.source().name().toLowerCase(Locale.ROOT),
          clue.region(),
          clue.zones().stream().map(ZoneId::getId).sorted().toList(),
          clue.states().stream().sorted().toList());
    }
  }

  private record EventAnswer(Instant at, String what, Optional<String> detail) {}

  private Reply export(Request request) {
    request.noQuery();
    var contact = People.find(contacts, request);
    var owner = request.caller().owner();
    var person = Person.of(contacts, owner, contact);
    var whole = person.whole();
    return Reply.json(
        200,
        new Export(
            ContactAnswer.of(whole),
            whole.clues().stream().map(ClueAnswer::of).toList(),
            history(owner, person),
            traces.messages(owner, person),
            traces.decisions(owner, person)));
  }

  private List<EventAnswer> history(OwnerId owner, Person person) {
    return person.records().stream()
        .flatMap(contact -> contacts.history(owner, contact.id()).stream())
        .map(event -> new EventAnswer(event.at(), event.what(), Optional.of(event.detail())))
        .sorted(Comparator.comparing(EventAnswer::at))
        .toList();
  }
}
