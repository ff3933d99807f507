package dev.switchboard.functions.aws;

import dev.switchboard.contact.Contacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoContactsTest extends ContactsContract {

  private static EmbeddedDynamo engine;
  private static Contacts contacts;

  @BeforeAll
  static void start() {
    engine = new EmbeddedDynamo("Contacts");
    contacts = People.kept(engine);
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
