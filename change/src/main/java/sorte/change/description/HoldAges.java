package sorte.change.description;

import java.util.List;

/// Reads how long a trade is held, and how far a price moves against or for it.
final class HoldAges {
  private final List<Mark> marks;
  private final Holding into;
  private final boolean days;

  HoldAges(List<Mark> marks, Holding into, boolean days) {
    this.marks = marks;
    this.into = into;
    this.days = days;
  }

  boolean held() {
    double bars = 0;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (mark.is("NUM") && i + 1 < marks.size() && counts(marks.get(i + 1)) && bars == 0) {
        bars = mark.number();
        i++;
      } else if (!HoldWords.USUAL.contains(mark.code())
          && !mark.isAny("HOLDWORD", "AFTER", ">=", "MAXIMUM", "=")) {
        return false;
      }
    }
    return bars > 0 && into.bars(bars);
  }

  private boolean counts(Mark unit) {
    return unit.is("BARS") || unit.is("PERIOD") || unit.is("DAYS") && days;
  }

  /// "after 5 bars", "10 days after entry": when a position is left for its age.
  boolean age() {
    double bars = 0;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (mark.is("NUM") && i + 1 < marks.size() && counts(marks.get(i + 1)) && bars == 0) {
        bars = mark.number();
        i++;
      } else if (!mark.isAny(
          "AFTER",
          "IF",
          "OF",
          "ENTER",
          "ENTRYPRICE",
          "POSITION",
          "HOLDWORD",
          ",",
          ":",
          "ANYOF",
          "LONG",
          "SHORT",
          ">=",
          "(",
          ")",
          "GE")) {
        return false;
      }
    }
    return bars > 0 && into.bars(bars);
  }

  /// "the price drops by 2% from the entry price": a stop for who is long, a target for who is
  /// short.
  boolean moved(Place.Side side) {
    double part = 0;
    int way = 0;
    boolean entry = false;
    for (Mark mark : marks) {
      if (mark.is("PCT") && part == 0) {
        part = mark.number();
      } else if (mark.isAny("FALLING", "BELOW", "RISING", "ABOVE", "AGAINST", "INFAVOUR")) {
        int here =
            mark.isAny("FALLING", "BELOW")
                ? -1
                : mark.isAny("RISING", "ABOVE") ? 1 : mark.is("AGAINST") ? -2 : 2;
        if (way != 0 && way != here) {
          return false;
        }
        way = here;
      } else if (mark.isAny("ENTRYPRICE", "ENTER")) {
        entry = true;
      } else if (!mark.isAny(
          "CLOSE", "BY", "FROM", "OF", "IF", "STOP", "TARGET", ":", "GE", "POSITION")) {
        return false;
      }
    }
    boolean against =
        way == -2 || way == -1 && side == Place.Side.LONG || way == 1 && side == Place.Side.SHORT;
    boolean known = Math.abs(way) == 2 || Math.abs(way) == 1 && side != Place.Side.NEITHER;
    if (part == 0 || !entry || !known) {
      return false;
    }
    return against ? into.stop(part) : into.target(part);
  }
}
