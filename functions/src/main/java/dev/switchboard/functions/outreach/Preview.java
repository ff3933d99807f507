package dev.switchboard.functions.outreach;

import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Send;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one lead would be told over one channel.
///
/// @param lead its id
/// @param subject of an e-mail
/// @param text as it would leave, but for the link to unsubscribe
record Preview(String lead, String channel, Optional<String> subject, String text) {

  /// Leads whose words are shown.
  static final int LEADS = 5;

  /// A lead's words on each channel of its chain.
  ///
  /// @param first its first send
  static Stream<Preview> of(Execution execution, Send first) {
    var chain = new ArrayList<>(List.of(first));
    while (!chain.getLast().rest().isEmpty())
      chain.add(chain.getLast().fallback(execution.createdAt()));
    return chain.stream().map(send -> message(execution, send));
  }

  private static Preview message(Execution execution, Send send) {
    var words = MessageWriter.preview(execution, send);
    var lead = send.facts().getOrDefault("lead", "");
    return new Preview(lead, send.channel().wire(), words.subject(), words.text());
  }
}
