package dev.switchboard.functions.aws;

import dev.switchboard.OwnerId;
import dev.switchboard.send.Openings;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Open purposes in DynamoDB: one item each under `open#0` … `open#7`, and a marker item beside the
/// sends of each shard.
public final class DynamoOpenings implements Openings {

  /// Sorts behind every contact id.
  static final String MARKER = "~marker";

  /// Partitions that the open purposes are spread over.
  private static final int PARTITIONS = 8;

  private static final String NEVER = "never";

  private final Table table;

  public DynamoOpenings(Table table) {
    this.table = table;
  }

  @Override
  public void open(Opening opening) {
    // Deleted when it is closed and never before: who is not found here is not sent.
    table
        .lasting()
        .insert(
            Item.of(pk(opening.purpose()), sk(opening.owner().key(), opening.purpose()))
                .text("owner", opening.owner().value())
                .number("shards", opening.shards())
                .instant("since", opening.since())
                .done());
    Parallel.each(
        IntStream.range(0, opening.shards()).boxed().toList(),
        shard ->
            table.insert(
                Item.of(DynamoLedger.pk(opening.owner().key(), opening.purpose(), shard), MARKER)
                    .instant("due_at", opening.since())
                    .number("shards", opening.shards())
                    .number("version", 1)
                    .done()));
  }

  @Override
  public List<Opening> all() {
    var found = new ArrayList<Opening>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      table.under("open#" + partition, "").forEach(item -> found.add(opening(item)));
    }
    return found;
  }

  @Override
  public Optional<Opening> find(OwnerId owner, PurposeId purpose) {
    return table.get(pk(purpose), sk(owner.key(), purpose)).map(DynamoOpenings::opening);
  }

  private static Opening opening(Item item) {
    var sk = item.text("sk");
    return new Opening(
        new OwnerId(item.text("owner")),
        new PurposeId(sk.substring(sk.indexOf('#') + 1)),
        (int) item.number("shards"),
        item.instant("since"));
  }

  @Override
  public List<Marker> markers(Opening opening) {
    var keys =
        IntStream.range(0, opening.shards())
            .mapToObj(shard ->
                Table.key(DynamoLedger.pk(opening.owner().key(), opening.purpose(), shard), MARKER))
            .toList();
    return table.get(keys, true).stream()
        .map(DynamoOpenings::marker)
        .sorted(Comparator.comparingInt(Marker::shard))
        .toList();
  }

  private static Marker marker(Item item) {
    var pk = item.text("pk");
    return new Marker(
        Integer.parseInt(pk.substring(pk.lastIndexOf('#') + 1)),
        item.maybe("due_at").filter(due -> !due.equals(NEVER)).map(Instant::parse),
        item.number("version"));
  }

  @Override
  public void wake(Send send, Instant due) {
    var id = send.id();
    // `never` sorts behind every time, so that one comparison serves both.
    var lowered =
        table.updateIf(
            DynamoLedger.pk(id),
            MARKER,
            new Update(
                "SET due_at = :due ADD version :one",
                Map.of(":due", Item.ofText(Item.time(due)), ":one", Item.ofNumber(1))),
            "due_at > :due");
    if (!lowered)
      table.update(
          DynamoLedger.pk(id),
          MARKER,
          new Update("ADD version :one", Map.of(":one", Item.ofNumber(1))));
    // Read after the marker was changed: whoever closes from now on sees the change.
    if (find(send.owner(), id.purpose()).isEmpty()) reopen(send, id, due);
  }

  private void reopen(Send send, SendId id, Instant due) {
    var shards = table.get(DynamoLedger.pk(id), MARKER).map(marker -> marker.number("shards"));
    table
        .lasting()
        .insert(
            Item.of(pk(id.purpose()), sk(id.ownerKey(), id.purpose()))
                .text("owner", send.owner().value())
                .number("shards", shards.orElse((long) id.shard() + 1))
                .instant("since", due)
                .done());
  }

  @Override
  public void looked(Opening opening, Marker marker, Optional<Instant> due) {
    table.updateIf(
        DynamoLedger.pk(opening.owner().key(), opening.purpose(), marker.shard()),
        MARKER,
        new Update(
            "SET due_at = :due ADD version :one",
            Map.of(
                ":due", Item.ofText(due.map(Item::time).orElse(NEVER)),
                ":one", Item.ofNumber(1),
                ":seen", Item.ofNumber(marker.version()))),
        "version = :seen");
  }

  @Override
  public boolean close(Opening opening, List<Marker> markers) {
    var owner = opening.owner().key();
    var unchanged =
        markers.stream()
            .map(marker ->
                new Table.Versioned(
                    DynamoLedger.pk(owner, opening.purpose(), marker.shard()),
                    MARKER,
                    marker.version()))
            .toList();
    return table.deleteIf(pk(opening.purpose()), sk(owner, opening.purpose()), unchanged);
  }

  private static String pk(PurposeId purpose) {
    return "open#" + Math.floorMod(purpose.value().hashCode(), PARTITIONS);
  }

  private static String sk(String ownerKey, PurposeId purpose) {
    return ownerKey + "#" + purpose;
  }
}
