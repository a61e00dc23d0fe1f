package sorte.change.description;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.change.design.Value;

/// Reads what a sentence says of stop, target, trailing stop, size and time. All of its words must
/// be ones that such sentences are made of: any other, and the sentence is not understood.
final class HoldReader {
  private final List<Mark> marks;
  private final List<Mark> whole;
  private final Known known;
  private final Holding into;
  private final boolean days;
  private final Amounts amounts;
  private final HoldRisk risk;
  private final HoldAges ages;

  HoldReader(List<Mark> marks, Known known, Holding into, boolean days) {
    this.marks = HoldWords.plain(marks);
    this.whole = List.copyOf(marks);
    this.known = known;
    this.into = into;
    this.days = days;
    this.amounts = new Amounts(this.marks, known);
    this.risk = new HoldRisk(this.marks, known, amounts, into);
    this.ages = new HoldAges(this.marks, into, days);
  }

  private boolean has(String code) {
    return HoldWords.has(marks, code);
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
    if (has("RISKWORD") && risk.risked() && risk.risk()) {
      return true;
    }
    int cut = second();
    if (cut > 0) {
      return new HoldReader(marks.subList(0, cut), known, into, days).read()
          && new HoldReader(marks.subList(cut, marks.size()), known, into, days).read();
    }
    if (has("RISKWORD") && risk.risked()) {
      return risk.risk();
    }
    if (has("HOLDWORD")) {
      return ages.held();
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
    return 0;
  }

  /// "a 2% stop and a 4% target": the number stands before its word.
  private int joint(int i) {
    int at = i;
    while (at > 0 && marks.get(at - 1).isAny("PCT", "NUM", "OF", "ATR", "TIMESWORD", "*")) {
      at--;
    }
    return Math.max(1, at);
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
          && !HoldWords.fixed(mark)) {
        return false;
      }
    }
    if (!stop && !target
        || stop && (into.stop != null || into.hangs())
        || target && into.target != null) {
      return false;
    }
    into.noStop |= stop;
    into.noTarget |= target;
    return true;
  }

  /// When a position is left for its age.
  boolean age() {
    return ages.age();
  }

  /// When it is left for what the price has moved.
  boolean moved(Place.Side side) {
    return ages.moved(side);
  }

  private boolean size() {
    Set<Double> said = new LinkedHashSet<>();
    for (Mark mark : marks) {
      if (mark.is("PCT")) {
        said.add(mark.number());
      } else if (!HoldWords.USUAL.contains(mark.code()) && !HoldWords.fixed(mark)) {
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
      if (next == 0
          && !HoldWords.USUAL.contains(marks.get(i).code())
          && !HoldWords.fixed(marks.get(i))) {
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
      case "TRAIL" ->
          amount instanceof Double d
              ? into.trailing(d)
              : amount instanceof Value v && into.trailing(v);
      default ->
          amount instanceof Double d
              ? into.target(d)
              : amount instanceof Amounts.Reward r
                  ? into.reward(r.times())
                  : amount instanceof Value v && into.target(v);
    };
  }
}
