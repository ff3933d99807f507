package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.Reply.Bid;
import dev.switchboard.campaign.Response;
import dev.switchboard.contact.Owners;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.contact.SignedLinks;
import dev.switchboard.functions.contact.SignedLinks.Link;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Form;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Route;
import dev.switchboard.price.Usd;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Lets an invited contractor answer by the link in the invitation: GET asks, POST records.
///
/// Sample input in `events/answer-invitation.json`. Safe to run twice: what says nothing new
/// changes nothing. No login: the link's signature is the proof. A GET never records, for mail
/// scanners open links.
public final class AnswerInvitation extends Endpoint {

  private static final String PATH = "/bids/{token}";

  private final Owners owners;
  private final Campaigns campaigns;
  private final Hearing hearing;
  private final InstantSource clock;

  public AnswerInvitation() {
    this(Services.aws());
  }

  public AnswerInvitation(Services services) {
    super(services.claims());
    this.owners = services.owners();
    this.campaigns = services.campaigns();
    this.hearing = new Hearing(services.contacts(), services.signals());
    this.clock = services.clock();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.open("GET", PATH, this::ask), Route.open("POST", PATH, this::answer));
  }

  /// A link, and the campaign that it invites to.
  private record Invited(Link link, Dossier dossier) {}

  private Optional<Invited> invited(Request request) {
    var token = request.parameter("token", it -> it);
    return SignedLinks.BIDS
        .read(owners, token)
        .flatMap(link ->
            campaigns
                .find(link.owner(), link.send().purpose())
                .filter(dossier -> holds(dossier, link))
                .map(dossier -> new Invited(link, dossier)));
  }

  private static boolean holds(Dossier dossier, Link link) {
    return dossier.campaign().invitations().stream()
        .map(Invitation::contractor)
        .anyMatch(link.send().contact()::equals);
  }

  private Reply ask(Request request) {
    return invited(request).map(it -> BidPage.question(it.dossier())).orElseGet(BidPage::unknown);
  }

  private Reply answer(Request request) {
    var invited = invited(request);
    if (invited.isEmpty()) return BidPage.unknown();
    var form = Form.of(request.body(Body.COMMON));
    var kind = form.field("kind").flatMap(AnswerInvitation::response);
    if (kind.isEmpty()) return BidPage.unclear(invited.get().dossier(), "Choose an answer.");
    var amount = form.field("amount").filter(_ -> kind.get() == Response.BID);
    var price = amount.flatMap(AnswerInvitation::price);
    if (amount.isPresent() && price.isEmpty())
      return BidPage.unclear(
          invited.get().dossier(), "Give the price in dollars, such as 1250.50.");
    var note = form.field("note").flatMap(Answer::note);
    var contractor = invited.get().link().send().contact();
    var answer = new Answer(contractor, kind.get(), price, note, "link", clock.instant());
    return BidPage.thanks(hearing.hear(invited.get().dossier(), answer), kind.get());
  }

  private static Optional<Response> response(String kind) {
    return switch (kind) {
      case "bid" -> Optional.of(Response.BID);
      case "decline" -> Optional.of(Response.DECLINE);
      case "question" -> Optional.of(Response.QUESTION);
      default -> Optional.empty();
    };
  }

  /// A price as it would be read in a text: `1,250.50` or `$900`.
  private static Optional<Usd> price(String typed) {
    return dev.switchboard.campaign.Reply.of("bid " + typed) instanceof Bid(var amount)
        ? amount
        : Optional.empty();
  }
}
