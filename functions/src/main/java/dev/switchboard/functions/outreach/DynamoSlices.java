package dev.switchboard.functions.outreach;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.OwnerId;
import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.outreach.Slices;
import dev.switchboard.send.PurposeId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Slices in DynamoDB, an item each, and one that lists those that are written.
///
/// Compressed, because a write unit pays for 1 KB, and fifty leads are much alike. What was written
/// stays as an empty item: a planner that was held up cannot bring it back.
public final class DynamoSlices implements Slices {

  private static final String DOCUMENT = "document";
  private static final String WRITTEN = "written";

  private final Table table;

  public DynamoSlices(Table table) {
    this.table = table;
  }

  @Override
  public void keep(OwnerId owner, PurposeId execution, int number, String document) {
    table.insert(
        Item.of(pk(owner, execution), sk(number)).bytes(DOCUMENT, compressed(document)).done());
  }

  @Override
  public Optional<String> find(OwnerId owner, PurposeId execution, int number) {
    return table
        .get(pk(owner, execution), sk(number))
        .flatMap(item -> item.maybeBytes(DOCUMENT))
        .map(DynamoSlices::expanded);
  }

  @Override
  public Set<Integer> written(OwnerId owner, PurposeId execution, int number) {
    table.put(Item.of(pk(owner, execution), sk(number)).done());
    return numbers(table.addNumber(pk(owner, execution), WRITTEN, WRITTEN, number));
  }

  @Override
  public Set<Integer> written(OwnerId owner, PurposeId execution) {
    return table.get(pk(owner, execution), WRITTEN).map(DynamoSlices::numbers).orElse(Set.of());
  }

  private static Set<Integer> numbers(Item item) {
    return item.numbers(WRITTEN).stream().map(Math::toIntExact).collect(Collectors.toSet());
  }

  private static byte[] compressed(String document) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(document.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static String expanded(byte[] bytes) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a slice is not as it was kept", e);
    }
  }

  private static String pk(OwnerId owner, PurposeId execution) {
    return owner.key() + "#slices#" + execution;
  }

  private static String sk(int number) {
    return "slice#%05d".formatted(number);
  }
}
