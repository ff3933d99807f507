package dev.switchboard.local.command;

import dev.switchboard.local.sample.Api;
import dev.switchboard.local.sample.Receipt;
import dev.switchboard.local.sample.Refusals;
import dev.switchboard.local.sample.Screen;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Posts a file of leads to the running instance.
///
/// The same file with the same options is the same order: sent once, however often the command is
/// repeated, unless `--again` says that it is meant.
@Command(
    name = "send",
    description = "Sends a file of leads (CSV or JSON) to the running instance.")
final class SendCommand implements Runnable {

  @Parameters(
      paramLabel = "FILE",
      description = "Leads: CSV with a header row, or .json as the API takes it.")
  private Path file = Path.of("leads.csv");

  @Option(
      names = "--goal",
      defaultValue = "appointment",
      description = "appointment, nurture or announcement. Default: ${DEFAULT-VALUE}")
  private String goal = "appointment";

  @Option(names = "--message", description = "Said on every channel. Default: the goal's templates")
  private Optional<String> message = Optional.empty();

  @Option(
      names = "--budget-total",
      paramLabel = "DOLLARS",
      description = "Most that all leads may cost together.")
  private Optional<BigDecimal> budgetTotal = Optional.empty();

  @Option(
      names = "--budget-per-lead",
      paramLabel = "DOLLARS",
      description = "Most that one lead may cost, all fallbacks included.")
  private Optional<BigDecimal> budgetPerLead = Optional.empty();

  @Option(names = "--dry-run", description = "Plans and prices; sends nothing.")
  private boolean dryRun;

  @Option(names = "--again", description = "Sends even if this very order was sent before.")
  private boolean again;

  @Option(
      names = "--state",
      defaultValue = ".switchboard",
      description = "Folder of the running instance. Default: ${DEFAULT-VALUE}")
  private Path state = Path.of(".switchboard");

  @Override
  public void run() {
    var posted = new PostedFile(file);
    var body = posted.text();
    var path = "/api/smart-send?" + query();
    try (var api = new Api(new Running(state).url(), "manager")) {
      tell(api.post(path, posted.type(), body, key(path, body)), Screen.console());
    }
  }

  private String query() {
    var query = new LinkedHashMap<String, String>();
    query.put("goal", goal);
    message.ifPresent(text -> query.put("message", text));
    budgetTotal.ifPresent(amount -> query.put("budget_total", amount.toPlainString()));
    budgetPerLead.ifPresent(amount -> query.put("budget_per_lead", amount.toPlainString()));
    if (dryRun) query.put("dry_run", "true");
    return query.entrySet().stream().map(SendCommand::parameter).collect(Collectors.joining("&"));
  }

  private static String parameter(Map.Entry<String, String> entry) {
    return entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8);
  }

  private String key(String path, String body) {
    if (again) return UUID.randomUUID().toString();
    return PostedFile.key(path + "\n" + body);
  }

  private void tell(Api.Answer answer, Screen screen) {
    var receipt = answer.expect(dryRun ? 200 : 202);
    screen.lines(Receipt.table(receipt));
    screen.line("");
    screen.lines(Receipt.totals(receipt));
    screen.lines(Refusals.lines(receipt));
    screen.line("");
    if (dryRun) {
      screen.line("What other budgets would buy; nothing was sent:");
      screen.lines(Receipt.curve(receipt));
    } else if (answer.replayed()) {
      screen.line(
          "This very order was sent before, and is not sent twice; --again sends it again.");
    } else {
      screen.line(
          "On its way: `progress` shows how it goes, `clock --advance PT1H` moves the clock.");
    }
  }
}
