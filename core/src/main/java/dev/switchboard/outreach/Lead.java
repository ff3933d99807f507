package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Consent;
import java.util.List;
import java.util.Optional;

/// One lead as posted, its addresses already checked.
///
/// @param id the caller's, 1 to 128 characters, unique within a request
/// @param phone E.164; empty when none was given or it is not valid
/// @param email lower case; empty when none was given or it is not valid
/// @param score as given; empty: it is to be qualified
/// @param traits what qualification and content may use
/// @param consents given with the lead
/// @param clues where the lead may be: phone, address, statement
/// @param remarks what was wrong with its fields and is told in the answer: `phone is not a valid
///   number: +1555`
public record Lead(
    String id,
    Optional<String> name,
    Optional<String> phone,
    Optional<String> email,
    Optional<LeadScore> score,
    Traits traits,
    List<Consent> consents,
    List<Clue> clues,
    List<String> remarks) {

  public Lead {
    consents = List.copyOf(consents);
    clues = List.copyOf(clues);
    remarks = List.copyOf(remarks);
  }

  /// @param industry lower case: `enterprise`
  /// @param role job title
  /// @param source how the lead came in: `referral`, `webinar`, `purchased list`
  /// @param engagement opens, clicks and visits of the last 30 days, at least 0
  /// @param whatsApp whether the lead can be reached there
  /// @param language BCP 47: `en`, `es`
  public record Traits(
      Optional<String> industry,
      Optional<String> role,
      Optional<String> company,
      Optional<String> source,
      Optional<Integer> engagement,
      Optional<Boolean> whatsApp,
      Optional<String> language) {

    public static final Traits NONE =
        new Traits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /// The address that a channel uses; empty when the lead has none.
  public Optional<String> address(Channel channel) {
    return switch (channel.address()) {
      case PHONE -> phone;
      case EMAIL -> email;
    };
  }
}
