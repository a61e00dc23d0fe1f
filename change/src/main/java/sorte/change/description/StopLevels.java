package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.description.Place.Side;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Reads a stop at a price that lines give at the decision: the low of the last bars, a band, an
/// average, so far below or above one. How much "slightly below" is nobody knows: such a sentence
/// is not understood.
final class StopLevels {
  private static final Set<String> LEADING =
      Set.of("STOP", "AWAY", "OF", ":", "~", "POSITION", "EACH", "EITHERSIDE", "PER", "=", ",");

  /// "… for longs A; for shorts B".
  private static final Pattern SIDED =
      Pattern.compile(
          "(?is)^(.*?)[(\\s,:;~\u2014-]*\\b(?:for |on )?(?:an? )?longs?(?: positions?| trades?)?\\)?[:,]?\\s+(?:[\u2014~-]\\s+)?(.+?)[;,.]\\s*(?:and )?(?:for |on )?(?:an? )?shorts?(?: positions?| trades?)?[:,]?\\s+(?:[\u2014~-]\\s+)?(.+?)\\)?$");

  /// "A (long) / B (short)".
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?is)^(.+?),? \\(?(?:for )?longs?(?: positions?| trades?)?\\)?,?\\s*(?:/|;|and|or|e|ou)?\\s*(.+?),? \\(?(?:for )?shorts?(?: positions?| trades?)?\\)?$");

  private final TextReader text;

  StopLevels(TextReader text) {
    this.text = text;
  }

  /// Both sides of a sentence that has one for each.
  boolean sided(String sentence) {
    String plain = sentence.strip().replaceFirst("[.]$", "");
    Matcher m = SIDED.matcher(plain);
    Matcher behind = BEHIND.matcher(plain);
    boolean before = m.matches();
    if (!before && !behind.matches()) {
      return false;
    }
    Matcher found = before ? m : behind;
    String ofLong = found.group(before ? 2 : 1);
    String ofShort = found.group(before ? 3 : 2);
    if (text.marks(plain).stream().noneMatch(k -> k.is("STOP"))
        || before && !text.marks(m.group(1)).stream().allMatch(k -> LEADING.contains(k.code()))) {
      return false;
    }
    boolean placed = text.marks(plain).stream().anyMatch(k -> k.is("AWAY"));
    Value one = level(text.marks(ofLong), placed, Side.LONG);
    Value other = level(text.marks(ofShort), placed, Side.SHORT);
    return one != null
        && other != null
        && text.holding.stopAt(Side.LONG, one)
        && text.holding.stopAt(Side.SHORT, other);
  }

  /// A sentence of one side, or of either.
  ///
  /// @param behind whether it stands behind one of the other side: "for shorts, at the high" is a
  ///   stop then
  boolean read(List<Mark> marks, Side of, boolean behind) {
    boolean goesOn = behind && !marks.isEmpty() && marks.getFirst().isAny("OF", "LONG", "SHORT");
    boolean stops = goesOn || marks.stream().anyMatch(m -> m.is("STOP"));
    boolean isLong = marks.stream().anyMatch(m -> m.is("LONG"));
    boolean isShort = marks.stream().anyMatch(m -> m.is("SHORT"));
    if (!stops || isLong && isShort || goesOn && !isLong && !isShort) {
      return false;
    }
    if (opposite(marks)) {
      return true;
    }
    Side side = isLong ? Side.LONG : isShort ? Side.SHORT : of;
    List<Mark> plain =
        marks.stream().filter(m -> !m.isAny("LONG", "SHORT", "BUY", "SELL")).toList();
    Value level = level(plain, marks.stream().anyMatch(m -> m.is("AWAY")), side);
    return level != null && text.holding.stopAt(side, level);
  }

  /// "at the opposite band": a long below, a short above.
  private boolean opposite(List<Mark> marks) {
    int i = 0;
    while (i < marks.size() && LEADING.contains(marks.get(i).code())) {
      i++;
    }
    if (i + 1 >= marks.size() || !marks.get(i).raw().equals("opposite")) {
      return false;
    }
    List<Mark> rest = new ArrayList<>(marks.subList(i + 1, marks.size()));
    boolean numbers = rest.size() > 2 && rest.get(1).is("(") && rest.get(2).is("NUM");
    int from = numbers ? Remarks.closing(rest, 1) + 1 : Math.min(1, rest.size());
    boolean told =
        from > 0
            && rest.subList(from, rest.size()).stream()
                .allMatch(m ->
                    LEADING.contains(m.code())
                        || m.isAny(
                            "(", ")", "EG", "LONG", "SHORT", "LOWER", "UPPER", "BB", "DC", "KC",
                            "BAND", "AND", ";"));
    if (!told || !rest.getFirst().isAny("BB", "DC", "KC", "BAND")) {
      return false;
    }
    Value below = line("LOWER", rest.subList(0, from));
    Value above = line("UPPER", rest.subList(0, from));
    return below != null
        && above != null
        && text.holding.stopAt(Side.LONG, below)
        && text.holding.stopAt(Side.SHORT, above);
  }

  private @Nullable Value line(String which, List<Mark> channel) {
    List<Mark> line = new ArrayList<>();
    line.add(new Mark(which, which.toLowerCase(java.util.Locale.ROOT), 0));
    line.addAll(channel);
    Values in = new Values(line, text.known);
    Value value = in.value();
    return in.done() ? value : null;
  }

  /// @param placed whether the sentence says that it is put there: a line that goes on moving is no
  ///   price where nobody says so
  private @Nullable Value level(List<Mark> said, boolean placed, Side side) {
    int from = 0;
    while (from < said.size() && LEADING.contains(said.get(from).code())) {
      from++;
    }
    List<Mark> marks = entered(said.subList(from, said.size()));
    if (marks == null || marks.isEmpty()) {
      return null;
    }
    boolean dated = marks.size() < said.size() - from;
    Values in = new Values(marks, text.known);
    Value level = offset(in);
    level = level == null ? bare(in) : level;
    while (in.take(")", ".")) {
      // nothing more is said by these
    }
    if (level == null || !in.done() || !priced(level) || side == Side.NEITHER && shifts(level)) {
      return null;
    }
    return dated || placed || past(level) ? level : null;
  }

  private static @Nullable Value bare(Values in) {
    in.take("BELOW", "ABOVE");
    return in.value();
  }

  /// "1% below the low of the last 10 bars", "2 ATR above the upper band".
  private static @Nullable Value offset(Values in) {
    int here = in.at;
    if (in.is("PCT") && in.mark(1).isAny("BELOW", "ABOVE")) {
      double part = in.mark(0).number();
      boolean below = in.mark(1).is("BELOW");
      in.at += 2;
      Value line = in.value();
      double by = Math.rint((below ? 1 - part : 1 + part) * 1e12) / 1e12;
      return line == null ? null : new Value.Computed(Value.Sign.TIMES, line, new Value.Number(by));
    }
    Value away = in.is("NUM", "ATR") ? in.value() : null;
    if (away != null && Amounts.isRange(away) && in.is("BELOW", "ABOVE")) {
      boolean below = in.take("BELOW");
      in.take("ABOVE");
      Value line = in.value();
      return line == null
          ? null
          : new Value.Computed(below ? Value.Sign.MINUS : Value.Sign.PLUS, line, away);
    }
    in.at = here;
    return null;
  }

  /// The entry price is the close of the decision here; "at entry" behind a line is as of then.
  private static @Nullable List<Mark> entered(List<Mark> marks) {
    List<Mark> out = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (!mark.isAny("ENTER", "ENTRYPRICE")) {
        out.add(mark);
        continue;
      }
      boolean next = i + 1 < marks.size() && marks.get(i + 1).isAny("+", "-", "*");
      boolean first = out.isEmpty() || out.getLast().isAny("(", ",");
      if (next && first || !out.isEmpty() && out.getLast().isAny("+", "-")) {
        out.add(new Mark("CLOSE", "close", 0));
      } else if (out.isEmpty() || out.getLast().isAny("BELOW", "ABOVE", "FROM", "PCT", "NUM")) {
        return null;
      }
    }
    return out;
  }

  /// Whether a value is a price that lines give, and not a part or a distance.
  private static boolean priced(Value value) {
    return switch (value) {
      case Value.Price(String field) -> !field.equals("volume");
      case Value.Indicator i ->
          switch (i.study()) {
            case SMA, EMA, WMA, HIGHEST, LOWEST -> i.of().map(StopLevels::priced).orElse(true);
            case BOLLINGER, DONCHIAN, VWAP, DAY_OPEN -> true;
            default -> false;
          };
      case Value.Ago(Value of, int _) -> priced(of);
      case Value.Computed(Value.Sign sign, Value left, Value right) ->
          switch (sign) {
            case LARGER, SMALLER -> priced(left) && priced(right);
            case PLUS, MINUS -> priced(left) && !priced(right) && !(right instanceof Value.Number);
            case TIMES -> priced(left) && right instanceof Value.Number(double by) && near(by);
            case OVER -> false;
          };
      default -> false;
    };
  }

  private static boolean near(double by) {
    return by > 0.5 && by < 1.5;
  }

  /// The close of the decision is no stop; what is computed of the entry needs a side.
  private static boolean shifts(Value value) {
    return value.equals(new Value.Price("close"));
  }

  /// Whether a line stands still once it was seen: extremes and prices of bars.
  private static boolean past(Value value) {
    return switch (value) {
      case Value.Price(String field) -> !field.equals("close");
      case Value.Ago(Value of, int _) -> past(of);
      case Value.Indicator i -> i.study() == Study.HIGHEST || i.study() == Study.LOWEST;
      case Value.Computed(Value.Sign _, Value left, Value right) ->
          past(left) || right instanceof Value.Computed && past(right);
      default -> false;
    };
  }
}
