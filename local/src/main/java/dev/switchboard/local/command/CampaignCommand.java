package dev.switchboard.local.command;

import dev.switchboard.local.sample.Api;
import dev.switchboard.local.sample.CampaignText;
import dev.switchboard.local.sample.CampaignWatch;
import dev.switchboard.local.sample.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Posts a bid card to the running instance, and shows how its campaign goes.
@Command(
    name = "campaign",
    description = {
      "Invites contractors to a job, from a bid card (JSON).",
      "With --watch the clock is moved until it is over, so that six hours take a minute."
    })
final class CampaignCommand implements Runnable {

  @Parameters(paramLabel = "FILE", description = "The bid card: samples/bid-card.json is one.")
  private Path file = Path.of("samples", "bid-card.json");

  @Option(
      names = "--contractors",
      paramLabel = "FILE",
      description = "Contractors to take into the directory first, CSV or JSON.")
  private Optional<Path> contractors = Optional.empty();

  @Option(names = "--watch", description = "Moves the clock, and shows each decision.")
  private boolean watch;

  @Option(names = "--again", description = "Begins anew even if this card was posted before.")
  private boolean again;

  @Option(
      names = "--state",
      defaultValue = ".switchboard",
      description = "Folder of the running instance. Default: ${DEFAULT-VALUE}")
  private Path state = Path.of(".switchboard");

  @Override
  public void run() {
    var screen = Screen.console();
    var card = new PostedFile(file).text();
    try (var api = new Api(new Running(state).url(), "manager")) {
      contractors.map(PostedFile::new).ifPresent(it -> screen.lines(imported(api, it)));
      if (watch) CampaignWatch.awaken(api, screen);
      var key = again ? UUID.randomUUID().toString() : PostedFile.key(card);
      var campaign = api.post("/api/campaigns", "application/json", card, key).expect(201);
      screen.lines(CampaignText.plan(campaign));
      var id = campaign.path("campaign_id").asText();
      if (watch) new CampaignWatch(api, screen).toTheEnd(id);
      else screen.line("  It runs: GET /api/campaigns/" + id + " shows how it goes.");
    }
  }

  private static List<String> imported(Api api, PostedFile people) {
    var text = people.text();
    return CampaignText.imported(
        api.post("/api/contractors/import", people.type(), text, PostedFile.key(text)).expect(200));
  }
}
