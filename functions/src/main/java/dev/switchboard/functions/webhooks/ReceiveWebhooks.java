package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.DynamoHeard;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Route;
import dev.switchboard.functions.outreach.Rehearsal;
import dev.switchboard.functions.providers.setup.Vendors;
import dev.switchboard.functions.send.ReportQueue;
import dev.switchboard.functions.send.ReportQueue.Told;
import dev.switchboard.functions.send.Unmatched;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Takes in what the providers tell: checks the signature, notes the time, queues it, answers.
///
/// Sample input in `events/receive-webhooks.json`. Safe to run twice: an event that comes again is
/// queued again with the time at which it was first heard, so that nothing is lost between the two
/// and nothing old passes for new. No token: the signature is the proof.
public final class ReceiveWebhooks extends Endpoint {

  private static final String HELP =
      "<Message>You get these texts because you asked for them. Reply STOP to get no more, START to"
          + " get them again. Message and data rates may apply.</Message>";

  private final Signatures signatures;
  private final DynamoHeard heard;
  private final ReportQueue reports;
  private final Vendors vendors;
  private final InstantSource clock;
  private final InstantSource wall;

  public ReceiveWebhooks() {
    this(Services.aws());
  }

  public ReceiveWebhooks(Services services) {
    super(services.claims());
    this.signatures = services.signatures();
    this.heard = services.heard();
    this.reports = services.reportQueue();
    this.vendors = services.vendors();
    this.clock = services.clock();
    // Vendors sign real time, wherever the product's clock was moved to.
    this.wall = InstantSource.system();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.open("POST", "/webhooks/twilio/sms", this::text),
        Route.open("POST", "/webhooks/twilio/status", this::status),
        Route.open("POST", "/webhooks/resend", this::mail),
        Route.open("POST", "/webhooks/elevenlabs", this::call),
        Route.open("POST", "/webhooks/vapi", this::voicemail));
  }

  /// Notes and queues what concerns no send; of secrets none is read.
  @Override
  public void prime() {
    super.prime();
    var now = clock.instant();
    heard.first("rehearsal", "rehearsal", now);
    reports.tell(Told.taken(Rehearsal.SEND.value(), "rehearsal", now), Duration.ZERO);
    vendors.rehearse();
  }

  private Reply text(Request request) {
    var incoming = genuine(request, Vendor.TWILIO, Body.COMMON);
    take(Vendor.TWILIO, new TwilioTexts().read(incoming));
    return twiml(TwilioTexts.asksForHelp(incoming) ? HELP : "");
  }

  private Reply status(Request request) {
    var incoming = genuine(request, Vendor.TWILIO, Body.COMMON);
    take(Vendor.TWILIO, new TwilioCallbacks().read(incoming));
    return twiml("");
  }

  private static Reply twiml(String verbs) {
    return Reply.text(200, "text/xml; charset=utf-8", "<Response>" + verbs + "</Response>");
  }

  private Reply mail(Request request) {
    return taken(request, Vendor.RESEND, Body.COMMON, new MailEvents());
  }

  private Reply call(Request request) {
    return taken(request, Vendor.ELEVENLABS, Body.CALLS, new CallEvents());
  }

  private Reply voicemail(Request request) {
    return taken(request, Vendor.VAPI, Body.CALLS, new VoicemailEvents());
  }

  private Reply taken(Request request, Vendor vendor, int most, Reader reader) {
    take(vendor, reader.read(genuine(request, vendor, most)));
    return Reply.json(200, Map.of());
  }

  /// A request that its vendor signed.
  ///
  /// @throws Refused 404 where the vendor is not set up, 403 without its signature
  private Incoming genuine(Request request, Vendor vendor, int most) {
    var now = wall.instant();
    var signature =
        signatures
            .of(vendor, now)
            .orElseThrow(() -> new Refused(Problem.of(Problem.Kind.NOT_FOUND)));
    var incoming = Incoming.of(request, most);
    if (signature.holds(incoming, now)) return incoming;
    throw new Refused(Problem.of(Problem.Kind.NOT_SIGNED));
  }

  private void take(Vendor vendor, News news) {
    switch (news) {
      case News.Happened(var event, var told) -> {
        var at = heard.first(vendor.wire(), event, clock.instant());
        reports.tell(told.apply(at), Duration.ZERO);
      }
      case News.Nothing() -> {}
      case News.Unknown(var because) -> Unmatched.tell(vendor.wire(), because, clock.instant());
    }
  }
}
