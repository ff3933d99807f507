package dev.switchboard.functions.aws;

import dev.switchboard.contact.Contacts;
import dev.switchboard.functions.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoContactsTest extends ContactsContract {

  private static EmbeddedDynamo engine;
  private static Contacts contacts;

  @BeforeAll
  static void start() {
    engine = new EmbeddedDynamo("Contacts");
    var table = new Table(engine.client(), "Contacts");
    var ids = new Ids(InstantSource.system(), new SecureRandom());
    contacts = new DynamoContacts(table, new DynamoOwners(table, ids::secret));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Override
  Contacts contacts() {
    return contacts;
  }
}
