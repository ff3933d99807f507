package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.Profile;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Workload;
import dev.switchboard.contact.ContactId;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.functions.aws.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The directory in DynamoDB: profiles under one key of the owner, workloads under another, and for
/// each trade and square degree the ids of those who go there. Who is asked for reads one square,
/// and of it those who are meant.
public final class DynamoDirectory implements Directory {

  private static final String DOCUMENT = "document";

  /// Sorts before every id.
  private static final String FIRST = " ";

  private static final int PAGE = 100;

  private final Table table;

  public DynamoDirectory(Table table) {
    this.table = table;
  }

  /// First where it is found from now on, last where it is not found any more: whoever dies in
  /// between leaves an id too many, which is looked at and passed by.
  @Override
  public boolean put(OwnerId owner, Profile profile) {
    var before = find(owner, profile.id());
    if (before.map(Profile::version).orElse(0L) != profile.version()) return false;
    var squares = squares(owner, profile);
    Parallel.each(squares, square -> table.put(Item.of(square, profile.id().value()).done()));
    if (!store(owner, profile)) return false;
    before.ifPresent(old ->
        squares(owner, old).stream()
            .filter(square -> !squares.contains(square))
            .forEach(square -> table.delete(square, old.id().value())));
    return true;
  }

  private boolean store(OwnerId owner, Profile profile) {
    var next = profile.at(profile.version() + 1);
    var item =
        Item.of(profiles(owner), next.id().value())
            .number("version", next.version())
            .text(DOCUMENT, Json.text(next))
            .done();
    return profile.version() == 0 ? table.insert(item) : table.replace(item, profile.version());
  }

  @Override
  public Optional<Profile> find(OwnerId owner, ContactId id) {
    return table.get(profiles(owner), id.value()).map(DynamoDirectory::profile);
  }

  @Override
  public List<Profile> list(
      OwnerId owner, Optional<String> trade, Optional<ContactId> after, int limit) {
    var found = new ArrayList<Profile>();
    var from = after.map(ContactId::value).orElse(FIRST);
    while (found.size() < limit) {
      var page = table.next(profiles(owner), from, PAGE);
      page.stream()
          .map(DynamoDirectory::profile)
          .filter(profile -> trade.map(profile.trades()::contains).orElse(true))
          .limit(limit - found.size())
          .forEach(found::add);
      if (page.size() < PAGE) break;
      from = page.getLast().text("sk");
    }
    return List.copyOf(found);
  }

  @Override
  public List<Profile> serving(OwnerId owner, String trade, Site site) {
    var square = square(owner, trade, Square.of(site.latitude(), site.longitude()));
    var keys =
        table.under(square, "").stream().map(it -> key(profiles(owner), it.text("sk"))).toList();
    return table.get(keys, false).stream()
        .map(DynamoDirectory::profile)
        .filter(profile -> profile.serves(trade, site))
        .toList();
  }

  @Override
  public void remove(OwnerId owner, ContactId id) {
    find(owner, id)
        .ifPresent(profile -> {
          table.delete(profiles(owner), id.value());
          squares(owner, profile).forEach(square -> table.delete(square, id.value()));
        });
  }

  @Override
  public Map<ContactId, Workload> workloads(OwnerId owner, Collection<ContactId> ids) {
    var keys = ids.stream().map(id -> key(loads(owner), id.value())).toList();
    return table.get(keys, false).stream()
        .collect(
            Collectors.toMap(item -> new ContactId(item.text("sk")), DynamoDirectory::workload));
  }

  @Override
  public Workload workload(OwnerId owner, ContactId id) {
    return table.get(loads(owner), id.value()).map(DynamoDirectory::workload).orElse(Workload.NONE);
  }

  @Override
  public boolean change(OwnerId owner, ContactId id, Workload from, Workload to) {
    var item =
        Item.of(loads(owner), id.value())
            .number("version", to.version())
            .text(DOCUMENT, Json.text(to))
            .done();
    return from.version() == 0 ? table.insert(item) : table.replace(item, from.version());
  }

  private static Profile profile(Item item) {
    return Json.read(item.text(DOCUMENT), Profile.class);
  }

  private static Workload workload(Item item) {
    return Json.read(item.text(DOCUMENT), Workload.class);
  }

  private static Set<String> squares(OwnerId owner, Profile profile) {
    var around = Square.around(profile.latitude(), profile.longitude(), profile.radius());
    return profile.trades().stream()
        .flatMap(trade -> around.stream().map(it -> square(owner, trade, it)))
        .collect(Collectors.toSet());
  }

  private static String square(OwnerId owner, String trade, Square square) {
    return owner.key() + "#serving#" + trade + "#" + square.name();
  }

  private static String profiles(OwnerId owner) {
    return owner.key() + "#contractors";
  }

  private static String loads(OwnerId owner) {
    return owner.key() + "#workloads";
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }
}
