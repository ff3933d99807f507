package dev.switchboard.local.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.vendors.Webhook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a run prints, it is none of what it was trusted with.
class NoSecretInLogsTest {

  /// In messages, bodies and headers that are damaged, for a fault's description likes to repeat
  /// what it stumbled over.
  private static final String PLANTED = "hunterplanted";

  private static final Pattern PERSONAL =
      Pattern.compile("\\+1\\d{10}|[a-z]+@example\\.org|/unsubscribe/[\\w-]+");

  @TempDir private Path folder;

  @Test
  void a_whole_run_prints_no_secret_that_it_was_given() throws IOException {
    var printed = new ByteArrayOutputStream();
    var secrets = printing(printed);

    var output = printed.toString(UTF_8);
    assertTrue(output.contains(".functions.Json.read("), output);
    assertEquals(List.of(), secrets.stream().filter(output::contains).toList(), output);
  }

  /// Walks through the product and its troubles.
  ///
  /// @return everything that must not be printed
  private Set<String> printing(ByteArrayOutputStream printed) throws IOException {
    var out = System.out;
    var err = System.err;
    var both = new PrintStream(printed, true, UTF_8);
    System.setOut(both);
    System.setErr(both);
    var options =
        Product.options(Tour.SCENARIO)
            .withEnvironment(Webhook.SECRETS)
            .withState(folder.resolve("s"))
            .withLog(both::println);
    try (var product = Product.start(options)) {
      Tour.walk(product);
      damaged(product);
      return secrets(product);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static void damaged(Product product) {
    for (var queue : List.of("PlansQueue", "SendsQueue", "ReportsQueue")) {
      var url = product.runtime().url() + "/000000000000/" + queue;
      for (var body : List.of(PLANTED, "{\"text\": " + PLANTED, "{\"state\": \"" + PLANTED + "\"}"))
        product.runtime().aws().queues().sendMessage(r -> r.queueUrl(url).messageBody(body));
    }
    product.runtime().settle();
    product.post("manager", "/api/smart-send", "{\"goal\": " + PLANTED + "}");
    product.get("manager", "/api/contacts?email=" + PLANTED + "%40example.org");
    product.get("", "/unsubscribe/" + PLANTED);
    product.send(
        product
            .request("", "/api/smart-send")
            .header("authorization", "Bearer " + PLANTED)
            .build());
  }

  private Set<String> secrets(Product product) throws IOException {
    var secrets = new TreeSet<>(Set.of(PLANTED, "eyJ", "Bearer "));
    var key = Json.tree(Files.readString(folder.resolve("s").resolve("key.json")));
    for (var part : List.of("d", "p", "q", "dp", "dq", "qi")) secrets.add(key.path(part).asText());
    secrets.addAll(ownerSecrets(product));
    var outbox = product.get("", "/dev/outbox?limit=100000").body();
    var personal = PERSONAL.matcher(Tour.SCENARIO + outbox);
    while (personal.find()) secrets.add(personal.group());
    for (var item : outbox.path("items")) sentences(item).forEach(secrets::add);
    secrets.addAll(List.of("Yes, gladly", "said so"));
    return secrets;
  }

  private static List<String> sentences(JsonNode item) {
    return item.path("text").asText().lines().filter(line -> line.length() > 20).toList();
  }

  private static List<String> ownerSecrets(Product product) {
    var tables = product.runtime().aws().dynamo();
    var secrets =
        tables.listTables().tableNames().stream()
            .flatMap(table -> tables.scanPaginator(r -> r.tableName(table)).items().stream())
            .filter(item -> item.containsKey("secret"))
            .map(item -> item.get("secret").s())
            .toList();
    assertTrue(!secrets.isEmpty(), "owners have a secret");
    return secrets;
  }
}
