package dev.switchboard.functions.campaign;

import java.util.HashSet;
import java.util.Set;

/// One degree of latitude by one of longitude, by its south-western corner.
///
/// @param east -180 to 179
record Square(int north, int east) {

  private static final double KM_PER_DEGREE = 111.2;

  /// Nearer to a pole a degree of longitude is next to nothing.
  private static final double LEAST_COSINE = 0.05;

  static Square of(double latitude, double longitude) {
    return new Square((int) Math.floor(latitude), wrapped((int) Math.floor(longitude)));
  }

  /// The squares that a circle may touch; some more than it does.
  static Set<Square> around(double latitude, double longitude, double kilometres) {
    double up = kilometres / KM_PER_DEGREE;
    double farthest = Math.min(90, Math.abs(latitude) + up);
    double across = up / Math.max(LEAST_COSINE, Math.cos(Math.toRadians(farthest)));
    var squares = new HashSet<Square>();
    for (int north = (int) Math.floor(latitude - up); north <= Math.floor(latitude + up); north++)
      for (int east = (int) Math.floor(longitude - across);
          east <= Math.floor(longitude + across);
          east++) squares.add(new Square(north, wrapped(east)));
    return squares;
  }

  private static int wrapped(int east) {
    return Math.floorMod(east + 180, 360) - 180;
  }

  String name() {
    return north + "," + east;
  }
}
