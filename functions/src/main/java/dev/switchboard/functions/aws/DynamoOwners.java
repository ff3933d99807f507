package dev.switchboard.functions.aws;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Owners;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Owners in DynamoDB; kept in memory once read, since they never change.
public final class DynamoOwners implements Owners {

  private static final String SK = "owner";
  private static final String LIST = "owners";

  private final Table table;
  private final Supplier<String> secrets;
  private final Map<String, Owner> known = new ConcurrentHashMap<>();

  /// @param secrets makes 32 random bytes in base64url
  public DynamoOwners(Table table, Supplier<String> secrets) {
    this.table = table;
    this.secrets = secrets;
  }

  @Override
  public Owner of(OwnerId id) {
    var found = behind(id.key());
    if (found.isPresent()) return found.get();
    // First in the list: an owner that is not in it would miss what concerns all.
    table.insert(Item.of(LIST, id.key()).text("owner", id.value()).done());
    table.insert(
        Item.of(pk(id.key()), SK).text("owner", id.value()).text("secret", secrets.get()).done());
    return behind(id.key()).orElseThrow();
  }

  @Override
  public List<OwnerId> all() {
    return table.underNow(LIST).stream().map(item -> new OwnerId(item.text("owner"))).toList();
  }

  @Override
  public Optional<Owner> behind(String ownerKey) {
    var cached = Optional.ofNullable(known.get(ownerKey));
    if (cached.isPresent()) return cached;
    var stored =
        table
            .get(pk(ownerKey), SK)
            .map(item -> new Owner(new OwnerId(item.text("owner")), item.text("secret")));
    stored.ifPresent(owner -> known.put(ownerKey, owner));
    return stored;
  }

  private static String pk(String ownerKey) {
    return ownerKey + "#owner";
  }
}
