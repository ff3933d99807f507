package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.BidCard;
import dev.switchboard.campaign.Budget;
import dev.switchboard.campaign.Defaults;
import dev.switchboard.campaign.Need;
import dev.switchboard.campaign.Planner.Wish;
import dev.switchboard.campaign.Probability;
import dev.switchboard.campaign.Site;
import dev.switchboard.contact.Channel;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Fields.Form;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Text;
import dev.switchboard.price.PriceTable;
import dev.switchboard.price.Usd;
import java.time.ZoneId;
import java.util.Optional;

/// Reads a bid card, and what of it may change while its campaign runs.
final class CardReader {

  static final int MOST_HOURS = 2_160;
  static final int MOST_BIDS = 100;

  private static final Usd MOST = Usd.of("1000000");
  private static final double LEAST_WANTED = 0.5;
  private static final double MOST_WANTED = 0.999;

  private CardReader() {}

  /// @throws Refused with all findings
  static BidCard card(Body body) {
    var findings = new Findings();
    var card = Fields.of(body.json(), "", Form.STRICT, findings).flatMap(CardReader::card);
    findings.refuse(Problem.Kind.INVALID_BODY);
    return card.orElseThrow();
  }

  private static Optional<BidCard> card(Fields fields) {
    fields.require("title", "is required: what bids are wanted for");
    fields.require("trade", "is required: whose bids are wanted");
    fields.require("location", "is required: latitude, longitude and time_zone of the work");
    fields.require("timeline_hours", "is required: in how many hours bids are wanted");
    var title = fields.text("title", Text.line(1, 80));
    var trade = trade(fields);
    var site = fields.object("location").flatMap(CardReader::location);
    var wish = wish(fields);
    var details = fields.text("details", Text.lines(1, 1_000));
    var sendable = fields.flag("sendable_hours").orElse(false);
    fields.close();
    if (title.isEmpty() || trade.isEmpty() || site.isEmpty() || wish.isEmpty())
      return Optional.empty();
    return Optional.of(
        new BidCard(title.get(), trade.get(), site.get(), wish.get(), details, sendable));
  }

  static Optional<String> trade(Fields fields) {
    return fields.text(
        "trade",
        Text.form("[a-z0-9][a-z0-9 _-]{0,39}", "must be 1 to 40 of a-z 0-9 _ - and space"));
  }

  static Optional<Site> location(Fields fields) {
    var site = site(fields);
    fields.close();
    return site;
  }

  /// Where something is; the fields may have others beside.
  static Optional<Site> site(Fields fields) {
    fields.require("latitude", "is required");
    fields.require("longitude", "is required");
    fields.require("time_zone", "is required: a zone such as America/New_York");
    var latitude = fields.number("latitude", -90, 90);
    var longitude = fields.number("longitude", -180, 180);
    var zone = zone(fields);
    if (latitude.isEmpty() || longitude.isEmpty() || zone.isEmpty()) return Optional.empty();
    return Optional.of(new Site(latitude.get(), longitude.get(), zone.get()));
  }

  private static Optional<ZoneId> zone(Fields fields) {
    var named = fields.text("time_zone", Text.line(1, 64));
    var known = named.filter(ZoneId.getAvailableZoneIds()::contains);
    if (named.isPresent() && known.isEmpty())
      fields.wrong("time_zone", "must be a zone such as America/New_York");
    return known.map(ZoneId::of);
  }

  /// What is to be reached; the same in a simulation.
  static Optional<Wish> wish(Fields fields) {
    var hours = hours(fields);
    var bids = bids(fields);
    var wanted = fields.number("confidence", LEAST_WANTED, MOST_WANTED);
    var budget = fields.money("budget", Usd.ZERO, MOST).map(CardReader::budget);
    if (hours.isEmpty() || (bids.isEmpty() && fields.has("bids_needed"))) return Optional.empty();
    return Optional.of(
        new Wish(
            new Need(bids.orElse(Defaults.BIDS), hours.get()),
            wanted.map(Probability::new).orElse(Defaults.WANTED),
            budget));
  }

  static Optional<Integer> hours(Fields fields) {
    return fields.integer("timeline_hours", 1, MOST_HOURS);
  }

  static Optional<Integer> bids(Fields fields) {
    return fields.integer("bids_needed", 1, MOST_BIDS);
  }

  private static Budget budget(Usd total) {
    return new Budget(total, PriceTable.DEFAULT.of(Channel.SMS).expected());
  }
}
