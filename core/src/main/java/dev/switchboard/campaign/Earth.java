package dev.switchboard.campaign;

/// Distances on a sphere of the earth's mean radius: at most half a percent off.
final class Earth {

  private static final double RADIUS_KM = 6_371;

  private Earth() {}

  /// The great circle between two places, in km; latitudes and longitudes in degrees.
  static double kilometres(
      double latitude, double longitude, double toLatitude, double toLongitude) {
    double up = Math.sin(Math.toRadians(toLatitude - latitude) / 2);
    double across = Math.sin(Math.toRadians(toLongitude - longitude) / 2);
    double square =
        up * up
            + across
                * across
                * Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(toLatitude));
    return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square)));
  }
}
