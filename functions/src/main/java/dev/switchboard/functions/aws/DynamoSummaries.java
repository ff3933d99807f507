package dev.switchboard.functions.aws;

import dev.switchboard.send.SendId;
import dev.switchboard.send.Summaries;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// Summaries in DynamoDB: an item each, beside the ledger and not in it, for a send is written
/// several times and its item is to stay small.
public final class DynamoSummaries implements Summaries {

  private static final String SK = "summary";

  private final Table table;

  public DynamoSummaries(Table table) {
    this.table = table;
  }

  @Override
  public void keep(SendId id, String summary) {
    table.put(Item.of(id.value(), SK).text("summary", cut(summary.strip())).done());
  }

  /// Never in the middle of a character.
  private static String cut(String text) {
    if (text.length() <= LONGEST) return text;
    var end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }

  @Override
  public Map<SendId, String> of(Collection<SendId> ids) {
    var keys = ids.stream().distinct().map(id -> Table.key(id.value(), SK)).toList();
    return table.get(keys, false).stream()
        .filter(item -> !item.text("summary").isEmpty())
        .collect(Collectors.toMap(item -> new SendId(item.text("pk")), it -> it.text("summary")));
  }

  @Override
  public void forget(SendId id) {
    table.delete(id.value(), SK);
  }
}
