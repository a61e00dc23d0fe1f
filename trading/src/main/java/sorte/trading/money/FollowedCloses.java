package sorte.trading.money;

/// Where a trailing stop stands that hangs on the stop's distance: so many times that distance, as
/// it is at each close, behind the best close since the entry. It never moves away again.
final class FollowedCloses {
  private double best = Double.NaN;
  private double level = Double.NaN;

  /// A close of a trade; the same one twice says nothing new.
  ///
  /// @param side 1 long, -1 short
  /// @param times how many times the distance
  /// @param distance of the stop at this close; where it is none, the stop stays where it was
  void at(int side, double times, double distance, double close) {
    boolean first = Double.isNaN(best);
    best = first ? close : side > 0 ? Math.max(best, close) : Math.min(best, close);
    if (distance >= 0 && Double.isFinite(distance)) {
      level = nearer(side, level, best - side * times * distance);
    }
  }

  /// The stop; NaN where there is none yet.
  double level() {
    return level;
  }

  void adopt(FollowedCloses other) {
    best = other.best;
    level = other.level;
  }

  void clear() {
    best = Double.NaN;
    level = Double.NaN;
  }

  /// The one of two stops that the price reaches first; one that is NaN is not reached.
  static double nearer(int side, double one, double other) {
    if (Double.isNaN(one) || Double.isNaN(other)) {
      return Double.isNaN(one) ? other : one;
    }
    return side > 0 ? Math.max(one, other) : Math.min(one, other);
  }
}
