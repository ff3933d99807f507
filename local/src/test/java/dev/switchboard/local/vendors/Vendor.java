package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import java.util.List;
import java.util.Map;

/// What one vendor's API is like.
interface Vendor {

  /// An answer.
  record Reply(int status, String body) {}

  Channel channel();

  /// What is wrong with a request that hands over a message; empty if nothing is.
  List<String> wrong(Asked asked);

  /// What a request hands over.
  Ask ask(Asked asked);

  /// A fresh id of a message.
  ///
  /// @param number of messages before
  String id(int number);

  /// How it says that it took a message.
  Reply took(Taken message);

  /// How it says that it did not.
  Reply refusal(Mishap mishap);

  /// Answers a question about messages.
  Reply look(Asked asked, Journal journal);

  /// Tells of a message that was taken, in the order in which things happened.
  ///
  /// @param reply what the contact texts back; empty text: nothing
  List<Webhook.Unsigned> news(Taken message, String reply);

  /// Settings of the product that lead to it.
  Map<String, String> environment(String url);
}
