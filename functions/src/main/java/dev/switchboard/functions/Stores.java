package dev.switchboard.functions;

import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Directory;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Owners;
import dev.switchboard.decision.Decisions;
import dev.switchboard.functions.aws.DynamoContacts;
import dev.switchboard.functions.aws.DynamoDecisions;
import dev.switchboard.functions.aws.DynamoHeard;
import dev.switchboard.functions.aws.DynamoLedger;
import dev.switchboard.functions.aws.DynamoOpenings;
import dev.switchboard.functions.aws.DynamoOwners;
import dev.switchboard.functions.aws.DynamoSummaries;
import dev.switchboard.functions.aws.Retention;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.campaign.DynamoCampaigns;
import dev.switchboard.functions.campaign.DynamoDirectory;
import dev.switchboard.functions.outreach.DynamoExecutions;
import dev.switchboard.functions.outreach.DynamoSlices;
import dev.switchboard.outreach.Executions;
import dev.switchboard.outreach.Slices;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Summaries;
import java.util.Optional;

/// What is kept in tables.
record Stores(
    Owners owners,
    Contacts contacts,
    Ledger ledger,
    Openings openings,
    Decisions decisions,
    Executions executions,
    Slices slices,
    Campaigns campaigns,
    Directory directory,
    Summaries summaries,
    DynamoHeard heard) {

  static Stores of(Settings settings, Aws aws, Ids ids, Retention retention) {
    var tables = settings.tables();
    var kept = Optional.of(retention);
    // Consents and opt-outs stay for good.
    var contacts = new Table(aws.dynamo(), tables.contacts());
    var sends = new Table(aws.dynamo(), tables.sends(), kept);
    var outreach = new Table(aws.dynamo(), tables.outreach(), kept);
    var owners = new DynamoOwners(contacts, ids::secret);
    return new Stores(
        owners,
        new DynamoContacts(contacts, owners),
        new DynamoLedger(sends),
        new DynamoOpenings(sends),
        new DynamoDecisions(new Table(aws.dynamo(), tables.decisions(), kept)),
        new DynamoExecutions(outreach),
        new DynamoSlices(outreach),
        new DynamoCampaigns(new Table(aws.dynamo(), tables.campaigns(), kept)),
        new DynamoDirectory(new Table(aws.dynamo(), tables.contractors())),
        new DynamoSummaries(sends),
        new DynamoHeard(sends));
  }
}
