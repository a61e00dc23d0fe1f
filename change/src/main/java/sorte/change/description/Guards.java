package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;
import sorte.change.design.Test;

/// Reads what must hold for any entry, or for none: "trade only if …", "do not enter when …".
final class Guards {
  private final TextReader text;
  private final Bodies bodies;

  Guards(TextReader text, Bodies bodies) {
    this.text = text;
    this.bodies = bodies;
  }

  /// "Trade only if …", "do not enter when …": what must hold for any entry.
  boolean read(List<Mark> marks, Place place) {
    int i = 0;
    boolean not = false;
    boolean only = false;
    Side side = Side.NEITHER;
    while (i < marks.size()
        && (kind(marks, i)
            || marks
                .get(i)
                .isAny(
                    "NOT",
                    "ONLY",
                    "ENTER",
                    "POSITION",
                    "LONG",
                    "SHORT",
                    "OF",
                    "EITHERSIDE",
                    "SIGNALWORD",
                    "BUY"))) {
      not |= marks.get(i).is("NOT");
      only |= marks.get(i).is("ONLY");
      side = marks.get(i).is("LONG") ? Side.LONG : marks.get(i).is("SHORT") ? Side.SHORT : side;
      i++;
    }
    boolean told =
        i > 0
            && i < marks.size()
            && marks
                .get(i)
                .isAny(
                    "IF",
                    "BETWEEN",
                    "FROM",
                    "AFTER",
                    "BEFORE",
                    "TIME",
                    "STATE",
                    "LAST",
                    "MON",
                    "TUE",
                    "WED",
                    "THU",
                    "FRI",
                    "SAT",
                    "SUN",
                    "WEEKDAYS",
                    "WEEKEND");
    only |= told && marks.get(i).is("IF") && marks.get(i).raw().startsWith("only");
    if (!told || not == only || place.part() == Part.EXIT) {
      return false;
    }
    if (only
        && side == Side.NEITHER
        && bothWays(Bodies.headless(marks.subList(i, marks.size())), place)) {
      return true;
    }
    Test test = bodies.test(Bodies.headless(marks.subList(i, marks.size())));
    Optional<Test> guard =
        test == null ? Optional.empty() : not ? Tests.opposite(test) : Optional.of(test);
    if (guard.isEmpty()) {
      return false;
    }
    text.entries.common(side, guard.get());
    return true;
  }

  /// "only trade when a crosses b in the trade direction": upwards for longs, downwards for shorts.
  private boolean bothWays(List<Mark> body, Place place) {
    int way = -1;
    boolean crosses = false;
    for (int k = 0; k < body.size(); k++) {
      crosses |= body.get(k).is("CROSS");
      way = body.get(k).is("TRADEDIR") ? way < 0 ? k : body.size() : way;
    }
    if (way < 0 || way >= body.size() || !crosses || place.side() != Side.NEITHER) {
      return false;
    }
    List<Mark> up = new ArrayList<>(body);
    up.set(way, new Mark("DIRUP", body.get(way).raw(), 0));
    List<Mark> down = new ArrayList<>(body);
    down.set(way, new Mark("DIRDN", body.get(way).raw(), 0));
    Test ofLongs = bodies.test(up);
    Test ofShorts = bodies.test(down);
    if (ofLongs == null || ofShorts == null || ofLongs.equals(ofShorts)) {
      return false;
    }
    text.entries.common(Side.LONG, ofLongs);
    text.entries.common(Side.SHORT, ofShorts);
    return true;
  }

  /// "Bollinger Band breakout" of "avoid Bollinger Band breakout trades if …": what the trades are
  /// called.
  private static boolean kind(List<Mark> marks, int from) {
    int i = from;
    while (i < marks.size()
        && (Studies.is(marks.get(i).code())
            || marks.get(i).is("BAND")
            || marks.get(i).raw().matches("breakout|crossover|reversal|trend|momentum|pullback"))) {
      i++;
    }
    return i > 0 && i > from && i < marks.size() && marks.get(i).isAny("POSITION", "SIGNALWORD");
  }
}
