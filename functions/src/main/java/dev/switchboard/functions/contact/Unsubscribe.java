package dev.switchboard.functions.contact;

import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Owners;
import dev.switchboard.contact.Suppression;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.contact.SignedLinks.Link;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.PublicPage;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Ends all messages to whoever follows the link in a mail (RFC 8058): GET asks, POST does it.
///
/// Sample input in `events/unsubscribe.json`. Safe to run twice. No login: the link's signature is
/// the proof, and all it can do is to stop messages.
public final class Unsubscribe extends Endpoint {

  private static final String PATH = "/unsubscribe/{token}";

  private final Owners owners;
  private final Contacts contacts;
  private final Bus bus;
  private final InstantSource clock;

  public Unsubscribe() {
    this(Services.aws());
  }

  public Unsubscribe(Services services) {
    super(services.claims());
    this.owners = services.owners();
    this.contacts = services.contacts();
    this.bus = services.bus();
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.open("GET", PATH, this::ask), Route.open("POST", PATH, this::unsubscribe));
  }

  private Reply ask(Request request) {
    return link(request)
        .map(_ ->
            PublicPage.of(
                200,
                "Unsubscribe",
                "<p>You will get no more messages from this sender, on any channel.</p>"
                    + "<form method=\"post\"><button name=\"List-Unsubscribe\""
                    + " value=\"One-Click\">Unsubscribe</button></form>"))
        .orElseGet(Unsubscribe::unknown);
  }

  /// The body is not read: mail programs send a form, and the wish is clear without it.
  private Reply unsubscribe(Request request) {
    return link(request).map(this::unsubscribe).orElseGet(Unsubscribe::unknown);
  }

  private Reply unsubscribe(Link link) {
    contacts.suppress(
        link.owner(),
        link.send().contact(),
        new Suppression(
            Optional.empty(),
            Optional.empty(),
            Suppression.Reason.OPT_OUT,
            "unsubscribe link",
            clock.instant()));
    bus.tell(new Event.ContactOptedOut(link.owner(), link.send().contact(), Optional.empty()));
    return PublicPage.of(200, "Unsubscribed", "<p>Done: you will get no more messages.</p>");
  }

  /// The contact is asked for, not the send: that is deleted one day.
  private Optional<Link> link(Request request) {
    var token = request.parameter("token", it -> it);
    return SignedLinks.UNSUBSCRIBE
        .read(owners, token)
        .filter(link -> contacts.find(link.owner(), link.send().contact()).isPresent());
  }

  private static Reply unknown() {
    return PublicPage.of(
        404,
        "Not found",
        "<p>This link is not known. Use the newest mail, or answer it with STOP.</p>");
  }
}
