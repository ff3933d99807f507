package dev.switchboard.campaign;

import java.time.ZoneId;

/// Where the work of a campaign is.
///
/// @param latitude -90 to 90 degrees, north positive
/// @param longitude -180 to 180 degrees, east positive
/// @param zone whose clock the campaign goes by
public record Site(double latitude, double longitude, ZoneId zone) {

  public Site {
    Bounds.within("a latitude", latitude, -90.0, 90.0);
    Bounds.within("a longitude", longitude, -180.0, 180.0);
  }
}
