package dev.switchboard.functions.contact;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Person;
import dev.switchboard.contact.Suppression;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Once;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import dev.switchboard.functions.http.Text;
import dev.switchboard.functions.providers.Outbox;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Records consent and opt-outs of a contact, lifts them, and erases what is kept.
///
/// Sample input in `events/change-contact.json`. Safe to run twice: what is recorded twice counts
/// once.
public final class ChangeContact extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.MANAGER, Role.ADMIN);
  private static final Text SOURCE = Text.line(1, 200);

  private final Contacts contacts;
  private final Traces traces;
  private final Outbox outbox;
  private final Bus bus;
  private final Once once;
  private final InstantSource clock;

  public ChangeContact() {
    this(Services.aws());
  }

  public ChangeContact(Services services) {
    super(services.claims());
    this.contacts = services.contacts();
    this.traces = new Traces(services);
    this.outbox = services.outbox();
    this.bus = services.bus();
    this.once = services.once();
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/api/contacts/{contact_id}/consents", ROLES, this::consent),
        Route.of("POST", "/api/contacts/{contact_id}/opt-out", ROLES, this::optOut),
        Route.of(
            "DELETE",
            "/api/contacts/{contact_id}/opt-out",
            Set.of(Role.MANAGER, Role.ADMIN),
            this::optIn),
        Route.of("DELETE", "/api/contacts/{contact_id}", Set.of(Role.ADMIN), this::erase));
  }

  private Reply consent(Request request) {
    return change(
        request,
        fields -> ConsentFields.read(fields, ConsentFields.ALL),
        (contact, consent) -> contacts.consent(request.caller().owner(), contact.id(), consent));
  }

  private record OptOut(Optional<Channel> channel, String source) {}

  private Reply optOut(Request request) {
    var owner = request.caller().owner();
    return change(
        request,
        ChangeContact::readOptOut,
        (contact, optOut) -> {
          var suppression =
              new Suppression(
                  optOut.channel(),
                  Optional.empty(),
                  Suppression.Reason.OPT_OUT,
                  optOut.source() + ", told by " + request.caller().subject(),
                  clock.instant());
          contacts.suppress(owner, contact.id(), suppression);
          bus.tell(
              new Event.ContactOptedOut(owner, contact.id(), optOut.channel().map(Channel::wire)));
        });
  }

  private static Optional<OptOut> readOptOut(Fields fields) {
    fields.require("source", "is required: how it was said");
    var channel = fields.choice("channel", List.of(Channel.values()), Channel::wire);
    var source = fields.text("source", SOURCE);
    fields.close();
    return source.map(it -> new OptOut(channel, it));
  }

  @FunctionalInterface
  private interface Change<T> {
    void apply(Contact contact, T what);
  }

  private <T> Reply change(Request request, Function<Fields, Optional<T>> read, Change<T> change) {
    request.noQuery();
    var body = request.body(Body.COMMON);
    var findings = new Findings();
    var what = Fields.of(body.json(), "", Fields.Form.STRICT, findings).flatMap(read);
    findings.refuse(Problem.Kind.INVALID_BODY);
    var contact = expected(request);
    return once.answer(
        request,
        body,
        contact.id().value(),
        new Once.Work(
            _ -> {
              change.apply(contact, what.orElseThrow());
              return show(request);
            },
            _ -> show(request)));
  }

  /// Also one that an order has told of and that is not written yet.
  private Contact expected(Request request) {
    var id = request.parameter("contact_id", ContactId::new);
    var owner = request.caller().owner();
    return contacts
        .find(owner, id)
        .or(() -> Optional.of(Contact.unwritten(id)).filter(_ -> traces.planned(owner, id)))
        .orElseThrow(People::nobody);
  }

  private Reply show(Request request) {
    return Reply.json(202, ContactAnswer.of(People.find(contacts, request)));
  }

  private Reply optIn(Request request) {
    request.noQuery();
    var contact = People.find(contacts, request);
    var caller = request.caller();
    // What was said at a provider, the provider keeps to as well: only the contact takes it back.
    contacts.lift(
        caller.owner(),
        contact.id(),
        suppression -> !suppression.atProvider(),
        caller.subject(),
        clock.instant());
    return Reply.json(200, ContactAnswer.of(People.find(contacts, request)));
  }

  private Reply erase(Request request) {
    request.noQuery();
    var contact = expected(request);
    var caller = request.caller();
    var owner = caller.owner();
    var person = Person.of(contacts, owner, contact);
    if (traces.inFlight(owner, person))
      throw new Refused(
          Problem.of(
              Problem.Kind.CONFLICT,
              "A message to this contact is on its way: opt the contact out, and erase when that is"
                  + " settled."));
    var now = clock.instant();
    var erased = contacts.suppress(owner, contact.id(), Suppression.erased(caller.subject(), now));
    bus.tell(new Event.ContactOptedOut(owner, contact.id(), Optional.empty()));
    // Before its addresses are forgotten: by them the rest is found when this runs again.
    // As it is now: whatever was planned before it was suppressed stands in it.
    traces.erase(owner, Person.of(contacts, owner, erased)).forEach(outbox::forget);
    contacts.erase(owner, contact.id(), caller.subject(), now);
    return Reply.noContent();
  }
}
