package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Owners;
import dev.switchboard.contact.Touch;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.send.SendId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose contact the holder of a phone number is: all owners send from the same numbers, and who
/// answers names none of them. Crosses owners, and asks for each: they are few.
public final class KnownNumbers {

  private final Owners owners;
  private final Contacts contacts;

  public KnownNumbers(Owners owners, Contacts contacts) {
    this.owners = owners;
    this.contacts = contacts;
  }

  /// One owner's contact behind a number.
  record Known(OwnerId owner, Contact contact) {

    /// The latest of the last 30 days' sends over a channel.
    Optional<SendId> latest(Channel channel) {
      return contact.touches().stream()
          .filter(touch -> touch.channel() == channel)
          .max(Comparator.comparing(Touch::at))
          .map(touch -> new SendId(touch.send()));
    }
  }

  private List<OwnerId> real() {
    return owners.all().stream().filter(it -> !it.equals(StoppedNumbers.EVERYONE)).toList();
  }

  /// Everybody's contact behind an E.164 number.
  List<Known> behind(String number) {
    return Parallel.map(
            real(),
            owner ->
                contacts.behind(owner, Set.of(number)).values().stream()
                    .map(contact -> new Known(owner, contact))
                    .toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
