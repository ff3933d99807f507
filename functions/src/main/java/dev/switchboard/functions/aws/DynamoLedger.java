package dev.switchboard.functions.aws;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Content;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Reason;
import dev.switchboard.send.Ruling;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The ledger in DynamoDB: an item a send, spread over the shards of its purpose.
///
/// `pk` is owner, purpose and shard, `sk` contact and step: all of them in the id, so that no index
/// is needed. Steps are lines (`sms|50000|50000|+12125550123`) to keep an item below 1 KB, which is
/// what one write unit pays for.
public final class DynamoLedger implements Ledger {

  private final Table table;

  public DynamoLedger(Table table) {
    this.table = table;
  }

  @Override
  public void plan(List<Send> sends) {
    Parallel.each(sends, send -> table.insert(item(send)));
  }

  @Override
  public Optional<Send> find(SendId id) {
    return table.get(pk(id), sk(id)).map(DynamoLedger::send);
  }

  @Override
  public List<Send> find(Set<SendId> ids) {
    return find(ids.stream(), true);
  }

  @Override
  public List<Send> find(OwnerId owner, List<SendId> ids) {
    return find(ids.stream().filter(id -> id.ownerKey().equals(owner.key())).distinct(), false);
  }

  private List<Send> find(Stream<SendId> ids, boolean consistent) {
    var keys = ids.map(id -> Table.key(pk(id), sk(id))).toList();
    return table.get(keys, consistent).stream().map(DynamoLedger::send).toList();
  }

  @Override
  public boolean advance(Send from, Send to) {
    return table.replace(item(to), from.version());
  }

  @Override
  public boolean advance(Send from, Send to, Send fallback) {
    return table.replaceAndInsert(item(to), from.version(), item(fallback));
  }

  @Override
  public boolean advance(Move one, Move other) {
    return table.replaceBoth(
        item(one.to()), one.from().version(), item(other.to()), other.from().version());
  }

  @Override
  public List<Send> shard(OwnerId owner, PurposeId purpose, int shard) {
    return table.underNow(pk(owner.key(), purpose, shard)).stream()
        .filter(item -> !item.text("sk").equals(DynamoOpenings.MARKER))
        .map(DynamoLedger::send)
        .toList();
  }

  static String pk(String ownerKey, PurposeId purpose, int shard) {
    return ownerKey + "#" + purpose + "#" + shard;
  }

  static String pk(SendId id) {
    return pk(id.ownerKey(), id.purpose(), id.shard());
  }

  private static String sk(SendId id) {
    return id.contact() + "#" + id.step();
  }

  private static Item item(Send send) {
    return Item.of(pk(send.id()), sk(send.id()))
        .text("mid", send.id().value())
        .text("owner", send.owner().value())
        .text("purpose", send.purpose().wire())
        .text("step", Lines.of(send.step()))
        .text("state", send.state().wire())
        .number("version", send.version())
        .number("attempts", send.attempts())
        .number("tries", send.tries())
        .instant("due_at", send.due())
        .instant("since", send.since())
        .text("subject", send.content().flatMap(Content::subject))
        .text("text", send.content().map(Content::text))
        .text("provider_id", send.providerId())
        .text("rule", send.reason().map(Reason::rule))
        .text("because", send.reason().map(Reason::because))
        .number("cost_micros_usd", send.cost().micros())
        .number("sunk_micros_usd", Optional.of(send.sunk().micros()).filter(it -> it > 0))
        .number("left_micros_usd", send.left().map(Usd::micros))
        .list("rest", send.rest().stream().map(Lines::of).toList())
        .map("facts", send.facts())
        .number("sender", Optional.of((long) send.sender()).filter(it -> it > 0))
        .text("ruled", send.ruling().map(it -> it.finding().wire()))
        .text("ruled_by", send.ruling().map(Ruling::by))
        .instant("ruled_at", send.ruling().map(Ruling::at))
        .text("ruled_note", send.ruling().flatMap(Ruling::note))
        .done();
  }

  private static Send send(Item item) {
    return new Send(
        new SendId(item.text("mid")),
        new OwnerId(item.text("owner")),
        Purpose.valueOf(item.text("purpose").toUpperCase(Locale.ROOT)),
        Lines.step(item.text("step")),
        State.ofWire(item.text("state")),
        item.number("version"),
        (int) item.number("attempts"),
        (int) item.number("tries"),
        item.maybeInstant("due_at"),
        item.instant("since"),
        item.maybe("text").map(text -> new Content(item.maybe("subject"), text)),
        item.maybe("provider_id"),
        item.maybe("rule").map(rule -> new Reason(rule, item.maybe("because").orElse(""))),
        new Usd(item.number("cost_micros_usd")),
        new Usd(item.number("sunk_micros_usd")),
        item.maybeNumber("left_micros_usd").map(Usd::new),
        item.lines("rest").stream().map(Lines::step).toList(),
        item.map("facts"),
        (int) item.number("sender"),
        item.maybe("ruled").map(finding -> ruling(finding, item)));
  }

  private static Ruling ruling(String finding, Item item) {
    return new Ruling(
        Ruling.Finding.valueOf(finding.toUpperCase(Locale.ROOT)),
        item.text("ruled_by"),
        item.instant("ruled_at"),
        item.maybe("ruled_note"));
  }
}
