package sorte.change.description;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.change.design.Value;

/// Reads what a sentence says of stop, target, trailing stop, size and time. All of its words must
/// be ones that such sentences are made of: any other, and the sentence is not understood.
final class HoldReader {
  /// What such a sentence may hold beside its numbers.
  private static final Set<String> USUAL =
      Set.of(
          "STOP",
          "TARGET",
          "TRAIL",
          "SIZE",
          "RISKHEAD",
          "AWAY",
          "ENTRYPRICE",
          "ENTER",
          "FROM",
          "OF",
          "BELOW",
          "ABOVE",
          "LONG",
          "SHORT",
          "POSITION",
          "EITHERSIDE",
          "EACH",
          "BOTH",
          "AND",
          "OR",
          "IF",
          "BY",
          ",",
          ":",
          "~",
          "CAPITAL",
          "PER",
          "CLOSE",
          "USUALLY",
          "EG",
          "EXIT",
          "CLOSEWORD",
          "TO",
          "ONLY",
          "BUY",
          "SELL",
          "(",
          ")",
          "REACH",
          "AFTER",
          "THEN",
          "ITS",
          "DIRUP",
          "DIRDN",
          "GE",
          "-",
          "+",
          "=",
          "FALLING",
          "RISING",
          "IN",
          "EVERY",
          "*",
          "LE",
          "HALFOPEN",
          "ANYOF",
          ".",
          "/",
          "MULT",
          "WHICHWIDER",
          "WHICHTIGHTER",
          ";");

  private final List<Mark> marks;
  private final List<Mark> whole;
  private final Known known;
  private final Holding into;
  private final boolean days;
  private final Amounts amounts;

  HoldReader(List<Mark> marks, Known known, Holding into, boolean days) {
    this.marks = plain(marks);
    this.whole = List.copyOf(marks);
    this.known = known;
    this.into = into;
    this.days = days;
    this.amounts = new Amounts(this.marks, known);
  }

  /// Without what stands in brackets and holds no number.
  private static List<Mark> plain(List<Mark> marks) {
    List<Mark> out = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      int end = marks.get(i).is("(") ? Remarks.closing(marks, i) : -1;
      boolean numbers =
          end > 0
              && marks.subList(i, end).stream()
                  .anyMatch(m ->
                      m.isAny("NUM", "PCT", "MONEY", "RATIO", "NOT", "IF")
                          || Studies.is(m.code())
                          || m.code().startsWith("NAME:"));
      if (end > 0 && !numbers) {
        i = end;
      } else {
        out.add(marks.get(i));
      }
    }
    return out;
  }

  private boolean has(String code) {
    return marks.stream().anyMatch(m -> m.is(code));
  }

  /// Whether the sentence speaks of such things at all.
  boolean concerned() {
    return has("STOP")
        || has("TARGET")
        || has("TRAIL")
        || has("SIZE")
        || has("RISKWORD")
        || has("HOLDWORD")
        || has("REWARD")
        || has("COOLWORD")
        || has("CAPITAL") && (has("PCT") || has("EITHERSIDE") || has("/"));
  }

  /// True where all of it was understood and taken in.
  boolean read() {
    if (has("NONEUSED") || has("NOT")) {
      return none();
    }
    if (has("CAPITAL") && has("/") && SizeFormula.read(whole, known, into)) {
      return true;
    }
    if (has("RISKWORD") && risked() && risk()) {
      return true;
    }
    int cut = second();
    if (cut > 0) {
      return new HoldReader(marks.subList(0, cut), known, into, days).read()
          && new HoldReader(marks.subList(cut, marks.size()), known, into, days).read();
    }
    if (has("RISKWORD") && risked()) {
      return risk();
    }
    if (has("HOLDWORD")) {
      return held();
    }
    if (has("TRAIL")) {
      return one("TRAIL");
    }
    if (multipleOfStop()) {
      return one("TARGET");
    }
    if (has("STOP") && has("TARGET")) {
      return false;
    }
    if (has("REWARD") && !has("STOP") && !has("TARGET")) {
      return one("TARGET");
    }
    return has("STOP")
        ? one("STOP")
        : has("TARGET") ? one("TARGET") : (has("SIZE") || has("CAPITAL")) && size();
  }

  /// Where a second thing is spoken of: behind the first one's number.
  private int second() {
    boolean number = false;
    String first = "";
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      number |= mark.isAny("PCT", "NUM", "RATIO");
      if (mark.isAny("STOP", "TARGET", "TRAIL", "SIZE")) {
        if (!first.isEmpty() && !first.equals(mark.code()) && number && !behind(i)) {
          return joint(i);
        }
        first = first.isEmpty() ? mark.code() : first;
      }
    }
    return bare(first);
  }

  /// "a 2% stop and a 4% target": the number stands before its word.
  private int joint(int i) {
    int at = i;
    while (at > 0 && marks.get(at - 1).isAny("PCT", "NUM", "OF", "ATR", "TIMESWORD", "*")) {
      at--;
    }
    return Math.max(1, at);
  }

  private int bare(String first) {
    return first.isEmpty() ? 0 : 0;
  }

  /// "twice the stop": the word belongs to the amount.
  private boolean behind(int i) {
    return marks.get(i).isAny("STOP", "RISKWORD")
        && i > 0
        && marks.get(i - 1).isAny("TIMESWORD", "TWICE", "*", "OF")
        && marks.subList(0, i).stream().anyMatch(m -> m.is("TARGET"));
  }

  /// "the target is twice the stop", "take profit at 2R".
  private boolean multipleOfStop() {
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).isAny("STOP", "RISKWORD")) {
        return behind(i);
      }
    }
    return false;
  }

  private boolean none() {
    boolean stop = has("STOP") || has("TRAIL");
    boolean target = has("TARGET");
    for (Mark mark : marks) {
      if (!mark.isAny(
              "STOP",
              "TARGET",
              "NONEUSED",
              "NOT",
              "AND",
              "OR",
              ",",
              ":",
              "AWAY",
              "TRAIL",
              "ONLY",
              "IF",
              "EXIT",
              "POSITION",
              "BY",
              "~",
              "(",
              ")",
              "SIGNALWORD",
              "OF",
              "PER",
              "EITHERSIDE",
              "RISKHEAD")
          && !fixed(mark)) {
        return false;
      }
    }
    if (!stop && !target
        || stop && (into.stop != null || into.stopDistance != null)
        || target && into.target != null) {
      return false;
    }
    into.noStop |= stop;
    into.noTarget |= target;
    return true;
  }

  /// Whether a percentage is said of what is risked, where a stop or a target is spoken of as well:
  /// "manage risk with a 2% stop" says nothing of it.
  private boolean risked() {
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
  private boolean risk() {
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
      } else if (!USUAL.contains(mark.code())
          && !mark.isAny("RISKWORD", "DEFINED", "AWAY", "EG")
          && !fixed(mark)) {
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

  private static final Set<String> ANNOUNCING =
      Set.of(
          "STOP",
          "TARGET",
          "TRAIL",
          "AWAY",
          "AND",
          "ENTER",
          "ENTRYPRICE",
          "AFTER",
          "POSITION",
          "EACH",
          "OF",
          "BOTH",
          "RISKHEAD",
          "BY",
          ",",
          ":",
          "PER",
          "LONG",
          "SHORT",
          "SIZE",
          "/");

  /// "Immediately after the entry, SL and TP are placed": both are said elsewhere, or are missing.
  boolean announced() {
    boolean stops = has("STOP") || has("TARGET") || has("TRAIL");
    return stops
        && !has("SIZE")
        && marks.stream()
            .allMatch(m ->
                ANNOUNCING.contains(m.code())
                    || fixed(m)
                    || m.raw().equals("immediately")
                    || m.raw().equals("orders"));
  }

  /// What an announcement names.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : List.of("STOP", "TARGET", "TRAIL")) {
      if (has(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private boolean held() {
    double bars = 0;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (mark.is("NUM") && i + 1 < marks.size() && counts(marks.get(i + 1)) && bars == 0) {
        bars = mark.number();
        i++;
      } else if (!USUAL.contains(mark.code()) && !mark.isAny("HOLDWORD", "AFTER", ">=")) {
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

  private boolean size() {
    Set<Double> said = new LinkedHashSet<>();
    for (Mark mark : marks) {
      if (mark.is("PCT")) {
        said.add(mark.number());
      } else if (!USUAL.contains(mark.code()) && !fixed(mark)) {
        return false;
      }
    }
    if (said.isEmpty() && has("EITHERSIDE") && has("CAPITAL")) {
      return into.size(1);
    }
    if (said.isEmpty()) {
      return marks.stream().anyMatch(m -> m.raw().startsWith("fix"));
    }
    return said.size() == 1 && into.size(said.iterator().next());
  }

  /// Words that such sentences are filled with.
  private static final Set<String> PLAIN =
      Set.of(
          "calculate",
          "computed",
          "determined",
          "limited",
          "limit",
          "potential",
          "such",
          "so",
          "that",
          "monetary",
          "terms",
          "single",
          "being",
          "according",
          "amount",
          "fraction",
          "calculada",
          "calculado",
          "calcule",
          "limite",
          "tal",
          "que",
          "modo",
          "every",
          "new",
          "as",
          "using",
          "will",
          "default",
          "no",
          "determine",
          "cada",
          "fica",
          "fique",
          "sempre",
          "max",
          "approximately",
          "around",
          "cerca");

  private boolean fixed(Mark mark) {
    return mark.is("WORD") && PLAIN.contains(mark.raw())
        || mark.raw().equals("fixed")
        || mark.raw().equals("fixo")
        || mark.raw().equals("fixa")
        || mark.raw().equals("full")
        || mark.raw().equals("constant");
  }

  /// "2% or 2 ATR, whichever is larger".
  private void chosen(Set<Object> said) {
    if (said.size() == 2 && (has("WHICHWIDER") || has("WHICHTIGHTER"))) {
      Optional<Value> one = Amounts.chosen(has("WHICHWIDER"), said);
      one.ifPresent(value -> {
        said.clear();
        said.add(value);
      });
    }
  }

  /// "3 ATR (R:R 3:1)": the target twice over; that the two agree is seen to in the end.
  private boolean both(Set<Object> said) {
    boolean fits = said.stream().anyMatch(a -> a instanceof Amounts.Reward);
    for (Object amount : said) {
      fits =
          fits
              && switch (amount) {
                case Amounts.Reward(double times) -> into.reward(times);
                case Double d -> into.target(d);
                case Value v -> into.target(v);
                default -> false;
              };
    }
    return fits;
  }

  private boolean one(String what) {
    Set<Object> said = new LinkedHashSet<>();
    int i = 0;
    while (i < marks.size()) {
      int next = amounts.amount(i, said);
      if (next == 0 && !USUAL.contains(marks.get(i).code()) && !fixed(marks.get(i))) {
        return false;
      }
      i = next == 0 ? i + 1 : next;
    }
    amounts.multiplied(said);
    chosen(said);
    if (what.equals("TARGET") && said.size() == 2) {
      return both(said);
    }
    if (said.size() != 1) {
      return false;
    }
    Object amount = said.iterator().next();
    return switch (what) {
      case "STOP" ->
          amount instanceof Double d ? into.stop(d) : amount instanceof Value v && into.stop(v);
      case "TRAIL" -> amount instanceof Double d && into.trailing(d);
      default ->
          amount instanceof Double d
              ? into.target(d)
              : amount instanceof Amounts.Reward r
                  ? into.reward(r.times())
                  : amount instanceof Value v && into.target(v);
    };
  }
}
