package dev.switchboard.functions.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Approval;
import dev.switchboard.outreach.Execution.Brief;
import dev.switchboard.outreach.Execution.Halt;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.outreach.OutreachSettings;
import dev.switchboard.send.PurposeId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Executions and settings in DynamoDB. All executions of an owner lie under one key in the order
/// of their ids, which is that of time; what is read only sometimes (the receipt) lies beside them.
public final class DynamoExecutions implements Executions {

  /// Sorts behind every id.
  private static final String LAST = "~";

  private static final String DOCUMENT = "document";

  private final Table table;

  public DynamoExecutions(Table table) {
    this.table = table;
  }

  @Override
  public Execution begin(Execution execution) {
    if (table.insert(item(execution))) return execution;
    return find(execution.owner(), execution.id()).orElseThrow();
  }

  @Override
  public Optional<Execution> find(OwnerId owner, PurposeId id) {
    return table.get(pk(owner), id.value()).map(DynamoExecutions::execution);
  }

  @Override
  public boolean change(Execution from, Execution to) {
    return table.replace(item(to), from.version());
  }

  @Override
  public List<Execution> list(OwnerId owner, Optional<PurposeId> before, int limit) {
    return table.latest(pk(owner), before.map(PurposeId::value).orElse(LAST), limit).stream()
        .map(DynamoExecutions::execution)
        .toList();
  }

  @Override
  public void note(OwnerId owner, PurposeId id, String name, String document) {
    table.put(Item.of(notes(owner), id + "#" + name).text(DOCUMENT, document).done());
  }

  @Override
  public Optional<String> note(OwnerId owner, PurposeId id, String name) {
    return table.get(notes(owner), id + "#" + name).map(item -> item.text(DOCUMENT));
  }

  @Override
  public OutreachSettings settings(OwnerId owner) {
    return table
        .get(owner.key() + "#settings", "smart-send")
        .map(item -> Json.read(item.text(DOCUMENT), OutreachSettings.class))
        .orElse(OutreachSettings.DEFAULT);
  }

  @Override
  public void settings(OwnerId owner, OutreachSettings settings) {
    table
        .lasting()
        .put(
            Item.of(owner.key() + "#settings", "smart-send")
                .text(DOCUMENT, Json.text(settings))
                .done());
  }

  static Item item(Execution execution) {
    return Item.of(pk(execution.owner()), execution.id().value())
        .text("owner", execution.owner().value())
        .text("brief", Json.text(execution.brief()))
        .text("settings", Json.text(execution.settings()))
        .text("status", execution.status().wire())
        .text("created_by", execution.createdBy())
        .instant("created_at", execution.createdAt())
        .number("shards", execution.shards())
        .number("leads", execution.leads())
        .number("version", execution.version())
        .text("approved_by", execution.approval().map(Approval::by))
        .text("approved_at", execution.approval().map(it -> Item.time(it.at())))
        .text("halted_because", execution.halt().map(Halt::because))
        .instant("halted_at", execution.halt().map(Halt::at))
        .done();
  }

  static Execution execution(Item item) {
    return new Execution(
        new PurposeId(item.text("sk")),
        new OwnerId(item.text("owner")),
        Json.read(item.text("brief"), Brief.class),
        Json.read(item.text("settings"), OutreachSettings.class),
        Status.valueOf(item.text("status").toUpperCase(Locale.ROOT)),
        item.text("created_by"),
        item.instant("created_at"),
        (int) item.number("shards"),
        (int) item.number("leads"),
        item.number("version"),
        item.maybe("approved_by").map(by -> new Approval(by, item.instant("approved_at"))),
        item.maybe("halted_because").map(it -> new Halt(it, item.instant("halted_at"))));
  }

  private static String pk(OwnerId owner) {
    return owner.key() + "#executions";
  }

  private static String notes(OwnerId owner) {
    return owner.key() + "#notes";
  }
}
