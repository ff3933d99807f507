package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is known of a contractor. Name, addresses, consents and opt-outs are the contact's of the
/// same id.
///
/// @param trades 1 to 20
/// @param latitude where it works from, -90 to 90 degrees, north positive
/// @param longitude -180 to 180 degrees, east positive
/// @param radius how far it goes, 1 to 200 km
/// @param licensed last day of its licence; absent: not known
/// @param insured last day of its insurance; absent: not known
/// @param established whether the owner has worked with it
/// @param active when it was active last, as far as the owner says; absent: never
/// @param capacity campaigns that it can be invited to at once, 1 to 100
/// @param version of the record, 0 when it is not stored yet
public record Profile(
    ContactId id,
    List<String> trades,
    double latitude,
    double longitude,
    double radius,
    Optional<LocalDate> licensed,
    Optional<LocalDate> insured,
    boolean established,
    Optional<Instant> active,
    int capacity,
    long version) {

  public static final double LEAST_RADIUS = 1;
  public static final double MOST_RADIUS = 200;
  public static final double RADIUS = 50;
  public static final int CAPACITY = 5;
  public static final int MOST_CAPACITY = 100;
  public static final int MOST_TRADES = 20;

  /// Who was active within this time is not in need of being won back.
  private static final Duration LATELY = Duration.ofDays(180);

  public Profile {
    trades = List.copyOf(trades);
    Bounds.within("the number of trades", trades.size(), 1, MOST_TRADES);
    Bounds.within("a latitude", latitude, -90.0, 90.0);
    Bounds.within("a longitude", longitude, -180.0, 180.0);
    Bounds.within("a radius", radius, LEAST_RADIUS, MOST_RADIUS);
    Bounds.within("a capacity", capacity, 1, MOST_CAPACITY);
  }

  /// Which tier it is of: 1 with licence, insurance and an established relationship, active within
  /// 180 days (CAM-31); 2 if it ever was active or worked with the owner (CAM-32); else 3 (CAM-33).
  public Tier tier(Workload workload, Instant now, LocalDate today) {
    var last = workload.bid().filter(bid -> active.map(bid::isAfter).orElse(true)).or(() -> active);
    if (verified(today) && established && last.filter(now.minus(LATELY)::isBefore).isPresent())
      return Tier.INTERNAL;
    return established || last.isPresent() ? Tier.RETURNING : Tier.EXTERNAL;
  }

  private boolean verified(LocalDate today) {
    return licensed.isPresent() && insured.isPresent() && covered(today);
  }

  /// Whether neither licence nor insurance is known to have ended before a day.
  public boolean covered(LocalDate day) {
    return licensed.map(until -> !until.isBefore(day)).orElse(true)
        && insured.map(until -> !until.isBefore(day)).orElse(true);
  }

  /// How far away a place is, in km.
  public double kilometres(Site site) {
    return Earth.kilometres(latitude, longitude, site.latitude(), site.longitude());
  }

  /// Whether it goes there for that work.
  public boolean serves(String trade, Site site) {
    return trades.contains(trade) && kilometres(site) <= radius;
  }

  public Profile at(long next) {
    return new Profile(
        id,
        trades,
        latitude,
        longitude,
        radius,
        licensed,
        insured,
        established,
        active,
        capacity,
        next);
  }
}
