package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Learning.Observation;
import dev.switchboard.campaign.State;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.send.PurposeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Campaigns in DynamoDB. All campaigns of an owner lie under one key in the order of their ids,
/// which is that of time; the open ones of all owners are listed once more under `open#0` …
/// `open#7`.
public final class DynamoCampaigns implements Campaigns {

  /// Sorts behind every id.
  private static final String LAST = "~";

  /// Campaigns that are learned from, the latest: what contractors did long ago says little.
  private static final int LESSONS = 100;

  private static final int PARTITIONS = 8;
  private static final String DOCUMENT = "document";

  private final Table table;

  public DynamoCampaigns(Table table) {
    this.table = table;
  }

  @Override
  public Dossier begin(Dossier dossier) {
    // Listed first: a campaign that is not in the list would be left to itself after a crash.
    table
        .lasting()
        .insert(
            Item.of(partition(dossier.id()), sk(dossier.owner(), dossier.id()))
                .text("owner", dossier.owner().value())
                .done());
    if (table.insert(item(dossier))) return dossier;
    return find(dossier.owner(), dossier.id()).orElseThrow();
  }

  @Override
  public Optional<Dossier> find(OwnerId owner, PurposeId id) {
    return table.get(pk(owner), id.value()).map(DynamoCampaigns::dossier);
  }

  @Override
  public boolean change(Dossier from, Dossier to) {
    return table.replace(item(to), from.version());
  }

  @Override
  public List<Dossier> list(
      OwnerId owner, Optional<State> state, Optional<PurposeId> before, int limit) {
    var found = new ArrayList<Dossier>();
    var from = before.map(PurposeId::value).orElse(LAST);
    while (found.size() < limit) {
      var page = table.latest(pk(owner), from, limit);
      page.stream()
          .filter(item -> state.map(it -> it.wire().equals(item.text("state"))).orElse(true))
          .limit(limit - found.size())
          .map(DynamoCampaigns::dossier)
          .forEach(found::add);
      if (page.size() < limit) break;
      from = page.getLast().text("sk");
    }
    return List.copyOf(found);
  }

  @Override
  public List<Open> open() {
    var open = new ArrayList<Open>();
    for (int partition = 0; partition < PARTITIONS; partition++)
      for (var item : table.under("open#" + partition, "")) open.add(open(item));
    return List.copyOf(open);
  }

  @Override
  public void learn(OwnerId owner, PurposeId id, String trade, List<Observation> seen) {
    table.put(
        Item.of(lessons(owner, trade), id.value())
            .text(DOCUMENT, Json.text(new Told(seen)))
            .done());
  }

  @Override
  public List<Observation> learned(OwnerId owner, String trade) {
    return table.latest(lessons(owner, trade), LAST, LESSONS).stream()
        .flatMap(item -> Json.read(item.text(DOCUMENT), Told.class).seen().stream())
        .toList();
  }

  /// What one campaign told, as it is stored.
  private record Told(List<Observation> seen) {}

  private static String lessons(OwnerId owner, String trade) {
    return owner.key() + "#lessons#" + trade;
  }

  @Override
  public void close(Open campaign) {
    table.delete(partition(campaign.id()), sk(campaign.owner(), campaign.id()));
  }

  private static Open open(Item item) {
    var sk = item.text("sk");
    return new Open(
        new OwnerId(item.text("owner")), new PurposeId(sk.substring(sk.indexOf('#') + 1)));
  }

  private static Item item(Dossier dossier) {
    return Item.of(pk(dossier.owner()), dossier.id().value())
        .text("state", dossier.campaign().state().wire())
        .number("version", dossier.version())
        .text(DOCUMENT, Documents.text(dossier))
        .done();
  }

  private static Dossier dossier(Item item) {
    return Documents.dossier(item.text(DOCUMENT));
  }

  private static String pk(OwnerId owner) {
    return owner.key() + "#campaigns";
  }

  private static String partition(PurposeId id) {
    return "open#" + Math.floorMod(id.value().hashCode(), PARTITIONS);
  }

  private static String sk(OwnerId owner, PurposeId id) {
    return owner.key() + "#" + id;
  }
}
