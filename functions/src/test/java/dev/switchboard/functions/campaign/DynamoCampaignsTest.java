package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Campaigns;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.aws.Table;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoCampaignsTest extends CampaignsContract {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Campaigns");

  @Override
  Campaigns campaigns() {
    return new DynamoCampaigns(new Table(engine.client(), "Campaigns"));
  }
}
