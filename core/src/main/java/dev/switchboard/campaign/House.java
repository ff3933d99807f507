package dev.switchboard.campaign;

import dev.switchboard.contact.Policy;
import java.util.Optional;

/// In whose name a campaign invites, as it was when the campaign was created.
///
/// @param company empty: messages speak of `our team`
/// @param policy what the outbound gate asks of the owner
/// @param publicUrl base of the links in invitations, without a slash at the end
public record House(Optional<String> company, Policy policy, String publicUrl) {}
