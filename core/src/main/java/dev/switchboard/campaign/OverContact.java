package dev.switchboard.campaign;

/// How many contractors were bothered beyond need (CAM-C24).
///
/// @param invited in all
/// @param needed fewest with which the wanted confidence was reached when the campaign began
/// @param available who could have been invited: the baseline invites them all
public record OverContact(int invited, int needed, int available) {

  /// Below 0 when fewer were invited.
  public int over() {
    return invited - needed;
  }

  /// The same for who invites everybody.
  public int overOfAll() {
    return available - needed;
  }
}
