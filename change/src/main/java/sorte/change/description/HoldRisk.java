package sorte.change.description;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sorte.change.design.Value;

/// Reads what part of the capital a trade may lose at its stop.
final class HoldRisk {
  private final List<Mark> marks;
  private final Known known;
  private final Amounts amounts;
  private final Holding into;

  HoldRisk(List<Mark> marks, Known known, Amounts amounts, Holding into) {
    this.marks = marks;
    this.known = known;
    this.amounts = amounts;
    this.into = into;
  }

  private boolean has(String code) {
    return HoldWords.has(marks, code);
  }

  /// Whether a percentage is said of what is risked, where a stop or a target is spoken of as well:
  /// "manage risk with a 2% stop" says nothing of it.
  boolean risked() {
    if (!has("STOP") && !has("TARGET") && !has("TRAIL")) {
      return true;
    }
    for (int i = 0; i < marks.size(); i++) {
      if (!marks.get(i).is("PCT")) {
        continue;
      }
      boolean before = i > 0 && marks.get(i - 1).is("RISKWORD");
      before |= i > 1 && marks.get(i - 2).is("RISKWORD") && !marks.get(i - 1).is("STOP");
      boolean behind = i + 1 < marks.size() && marks.get(i + 1).is("CAPITAL");
      behind |= i + 2 < marks.size() && marks.get(i + 2).is("CAPITAL");
      if (before || behind) {
        return true;
      }
    }
    return false;
  }

  /// "risk 1% of capital per trade"; of "1-2%" the lower; "at a 2 ATR stop" must be the stop there
  /// is.
  boolean risk() {
    Set<Double> said = new LinkedHashSet<>();
    Set<Object> stops = new LinkedHashSet<>();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      boolean range =
          i + 2 < marks.size() && marks.get(i + 1).is("→") && marks.get(i + 2).is("PCT");
      boolean starts = mark.isAny("NUM", "ATR", "MAXIMUM", "MINIMUM") || known.isName(mark.code());
      int end = range || !starts ? 0 : amounts.amount(i, stops);
      if (mark.isAny("PCT", "NUM") && range) {
        said.add(mark.is("PCT") ? mark.number() : mark.number() / 100);
        i += 2;
      } else if (mark.is("PCT")) {
        said.add(mark.number());
      } else if (end > 0) {
        i = end - 1;
      } else if (!HoldWords.USUAL.contains(mark.code())
          && !mark.isAny("RISKWORD", "DEFINED", "AWAY", "EG")
          && !HoldWords.fixed(mark)) {
        return false;
      }
    }
    stops.removeIf(a -> a instanceof Value v && Amounts.isRange(v) && bareAtr(v));
    boolean one = stops.isEmpty() || stops.size() == 1 && stops.iterator().next() instanceof Value;
    return one
        && said.size() == 1
        && (stops.isEmpty() || into.riskedAt((Value) stops.iterator().next()))
        && into.risk(said.iterator().next());
  }

  /// "an ATR-based stop" names no distance.
  private boolean bareAtr(Value range) {
    return Amounts.factor(range) == 1 && has("STOP") && marks.stream().noneMatch(m -> m.is("NUM"));
  }
}
