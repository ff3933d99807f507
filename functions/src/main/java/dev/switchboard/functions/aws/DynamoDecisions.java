package dev.switchboard.functions.aws;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.decision.Decisions;
import dev.switchboard.price.Usd;
import dev.switchboard.send.PurposeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Decisions in DynamoDB, fifty to an item: they are written once and read in order, and an item of
/// 25 KB costs half of what fifty small ones do.
public final class DynamoDecisions implements Decisions {

  private static final int PER_ITEM = 50;
  private static final String NOBODY = "-";

  /// Sorts behind every chunk.
  private static final String LAST = "decisions#~";

  private final Table table;

  public DynamoDecisions(Table table) {
    this.table = table;
  }

  @Override
  public void keep(OwnerId owner, PurposeId purpose, List<Entry> entries) {
    var chunks = (entries.size() + PER_ITEM - 1) / PER_ITEM;
    Parallel.each(
        IntStream.range(0, chunks).boxed().toList(),
        chunk -> {
          var from = chunk * PER_ITEM;
          var part = entries.subList(from, Math.min(from + PER_ITEM, entries.size()));
          table.insert(item(owner, purpose, sk(chunk), 1, part));
        });
  }

  private static Item item(
      OwnerId owner, PurposeId purpose, String sk, long version, List<Entry> entries) {
    return Item.of(pk(owner, purpose), sk)
        .number("version", version)
        .list("subjects", entries.stream().map(Entry::subject).toList())
        .list(
            "contacts",
            entries.stream().map(it -> it.contact().map(ContactId::value).orElse(NOBODY)).toList())
        .list("documents", entries.stream().map(Entry::document).toList())
        .done();
  }

  @Override
  public List<Entry> read(OwnerId owner, PurposeId purpose, int from, int count) {
    if (count <= 0) return List.of();
    var first = from / PER_ITEM;
    var last = (from + count - 1) / PER_ITEM;
    var entries = new ArrayList<Entry>();
    for (var item : table.between(pk(owner, purpose), sk(first), sk(last)))
      entries.addAll(entries(item));
    var skipped = Math.min(from - first * PER_ITEM, entries.size());
    return List.copyOf(entries.subList(skipped, Math.min(skipped + count, entries.size())));
  }

  private static List<Entry> entries(Item item) {
    var subjects = item.lines("subjects");
    var contacts = item.lines("contacts");
    var documents = item.lines("documents");
    return IntStream.range(0, subjects.size())
        .mapToObj(i -> new Entry(subjects.get(i), contact(contacts.get(i)), documents.get(i)))
        .toList();
  }

  private static Optional<ContactId> contact(String text) {
    return text.equals(NOBODY) ? Optional.empty() : Optional.of(new ContactId(text));
  }

  @Override
  public void result(OwnerId owner, PurposeId purpose, Result result) {
    table.insert(
        Item.of(pk(owner, purpose), "result#" + result.contact() + "#" + result.kind())
            .text("contact", result.contact().value())
            .text("kind", result.kind())
            .text("channel", result.channel().map(Channel::wire))
            .number("value_micros_usd", result.value().map(Usd::micros))
            .instant("at", result.at())
            .done());
  }

  @Override
  public List<Result> results(OwnerId owner, PurposeId purpose) {
    return table.under(pk(owner, purpose), "result#").stream()
        .map(item ->
            new Result(
                new ContactId(item.text("contact")),
                item.text("kind"),
                item.maybe("channel").flatMap(Channel::ofWire),
                item.maybeNumber("value_micros_usd").map(Usd::new),
                item.instant("at")))
        .toList();
  }

  @Override
  public void redact(OwnerId owner, PurposeId purpose, Predicate<Entry> which, String document) {
    for (var item : table.between(pk(owner, purpose), sk(0), LAST))
      for (var now = Optional.of(item); now.isPresent(); )
        now =
            redacted(owner, purpose, now.get(), which, document)
                ? Optional.empty()
                : table.get(pk(owner, purpose), item.text("sk"));
  }

  /// @return false if somebody else redacted it meanwhile
  private boolean redacted(
      OwnerId owner, PurposeId purpose, Item item, Predicate<Entry> which, String document) {
    var entries = entries(item);
    if (entries.stream().noneMatch(which)) return true;
    var redacted =
        entries.stream()
            .map(
                entry -> which.test(entry) ? new Entry("erased", entry.contact(), document) : entry)
            .toList();
    var version = item.number("version");
    return table.replace(item(owner, purpose, item.text("sk"), version + 1, redacted), version);
  }

  private static String pk(OwnerId owner, PurposeId purpose) {
    return owner.key() + "#" + purpose;
  }

  private static String sk(int chunk) {
    return "decisions#%05d".formatted(chunk);
  }
}
