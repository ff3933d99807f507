package dev.switchboard.functions.aws;

import dev.switchboard.contact.Contacts;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoContactsTest extends ContactsContract {

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Contacts");

  private static final Contacts contacts = People.kept(engine);

  @Override
  Contacts contacts() {
    return contacts;
  }
}
