package sorte.change.description;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Reads how far a stop or a target is away: parts of the price, average true ranges, multiples of
/// what is risked.
final class Amounts {
  private static final Set<String> FILLING = Set.of("fixed", "a", "i", "ii");

  private final List<Mark> marks;
  private final Known known;

  Amounts(List<Mark> marks, Known known) {
    this.marks = marks;
    this.known = known;
  }

  /// "an ATR stop with a multiplier of 2".
  void multiplied(Set<Object> said) {
    for (int i = 0; i + 1 < marks.size(); i++) {
      if (marks.get(i).is("MULT")
          && marks.get(i + 1).is("NUM")
          && said.size() == 1
          && said.iterator().next() instanceof Value v
          && factor(v) == 1) {
        said.clear();
        said.add(scaled(v, marks.get(i + 1).number()));
      }
    }
  }

  /// A range as a number of average true ranges, always written the same way.
  static Value scaled(Value range, double by) {
    return new Value.Computed(Value.Sign.TIMES, study(range), new Value.Number(factor(range) * by));
  }

  static double factor(Value range) {
    return switch (range) {
      case Value.Computed(Value.Sign _, Value left, Value right) ->
          left instanceof Value.Number(double n)
              ? n * factor(right)
              : right instanceof Value.Number(double m) ? m * factor(left) : 1;
      default -> 1;
    };
  }

  static Value study(Value range) {
    return range instanceof Value.Computed(Value.Sign _, Value left, Value right)
        ? left instanceof Value.Number ? study(right) : study(left)
        : range;
  }

  /// A multiple of what is risked.
  record Reward(double times) {}

  /// The mark behind an amount that starts here; 0 where none does.
  int amount(int i, Set<Object> said) {
    Mark mark = at(i);
    if (mark.isAny("REWARD", "RATIO")) {
      return reward(i, said);
    }
    if (mark.isAny("NUM", "TWICE") && timesRisk(i) > 0) {
      said.add(new Reward(mark.is("TWICE") ? 2 : mark.number()));
      return timesRisk(i);
    }
    if (mark.isAny("MAXIMUM", "MINIMUM", "TIGHTER", "WIDER")) {
      return chosen(i, said);
    }
    if (at(i - 1).is("MULT")) {
      return mark.is("NUM") ? i + 1 : 0;
    }
    Part part = part(i);
    if (part == null) {
      return 0;
    }
    boolean plain = mark.is("PCT");
    said.add(part.fraction() > 0 ? (Object) part.fraction() : part.distance());
    return plain ? i + 1 : part.end();
  }

  private Mark at(int i) {
    return i >= 0 && i < marks.size() ? marks.get(i) : Values.END;
  }

  /// "risk/reward of 1:2".
  private int reward(int i, Set<Object> said) {
    int at = i;
    while (at(at).isAny("REWARD", "OF", "=", "~")) {
      at++;
    }
    if (at(at).is("RATIO")) {
      double ratio = at(at).number();
      said.add(new Reward(ratio < 1 ? 1 / ratio : ratio));
      return at + 1;
    }
    return at(i).is("REWARD") ? i + 1 : 0;
  }

  /// The mark behind "3R", "twice the stop", "2 times the risk"; 0 where none is said here.
  private int timesRisk(int i) {
    int at = i + 1;
    if (at(at).is("WORD") && at(at).raw().equals("r")) {
      return at + 1;
    }
    while (at(at).isAny("TIMESWORD", "*", "OF")) {
      at++;
    }
    boolean risk = at(at).isAny("STOP", "RISKWORD") && (at > i + 1 || at(i).is("TWICE"));
    while (risk && at(at + 1).isAny("AWAY", "RISKWORD", "SIZE", "STOP")) {
      at++;
    }
    return risk ? at + 1 : 0;
  }

  /// One distance.
  ///
  /// @param fraction of the price; 0 where it is a number of average true ranges
  /// @param side 1 where it was said as a price above the entry, -1 below, 0 as a distance
  private record Part(double fraction, Value distance, int side, int end) {
    static Part fraction(double fraction, int side, int end) {
      double part = Math.rint(fraction * 1e12) / 1e12;
      Value value =
          new Value.Computed(Value.Sign.TIMES, new Value.Price("close"), new Value.Number(part));
      return new Part(part, value, side, end);
    }
  }

  private @Nullable Part part(int i) {
    Part part = at(i).isAny("ENTRYPRICE", "ENTER") ? level(i) : null;
    part = part == null ? ofPrice(i) : part;
    return part == null ? range(i) : part;
  }

  /// `entry - 2 * ATR`, `entry * 0.98`.
  private @Nullable Part level(int i) {
    if (at(i + 1).isAny("-", "+")) {
      int side = at(i + 1).is("+") ? 1 : -1;
      Part away = part(i + 2);
      return away == null || away.side() != 0
          ? null
          : new Part(away.fraction(), away.distance(), side, away.end());
    }
    if (!at(i + 1).is("*")) {
      return null;
    }
    Values in = new Values(marks, known);
    in.at = i + 2;
    return in.value() instanceof Value.Number(double by) ? scaledPrice(by, in.at) : null;
  }

  /// Half of the price and more is a price, less is a part of it.
  private static @Nullable Part scaledPrice(double by, int end) {
    if (by == 1 || by <= 0 || by >= 2) {
      return null;
    }
    return by < 0.5 ? Part.fraction(by, 0, end) : Part.fraction(Math.abs(1 - by), sign(by), end);
  }

  private static int sign(double by) {
    return by > 1 ? 1 : -1;
  }

  /// "2% of the entry price", `0.02 * entry`.
  private @Nullable Part ofPrice(int i) {
    if (at(i).is("PCT")) {
      int end = i + 1;
      while (at(end).isAny("OF", "FROM", "BELOW", "ABOVE", "AWAY", "ENTRYPRICE", "ENTER", "AGAINST")
          || at(end).raw().equals("move")) {
        end++;
      }
      boolean priced = at(i + 1).isAny("BELOW", "ABOVE") && end > i + 2;
      return Part.fraction(at(i).number(), !priced ? 0 : at(i + 1).is("BELOW") ? -1 : 1, end);
    }
    boolean price = at(i).is("NUM") && at(i + 1).is("*") && at(i + 2).isAny("ENTRYPRICE", "ENTER");
    return price ? scaledPrice(at(i).number(), i + 3) : null;
  }

  /// A number of average true ranges, or a name of the text's own for a distance.
  private @Nullable Part range(int i) {
    if (!at(i).isAny("NUM", "ATR", "(") && !known.isName(at(i).code())) {
      return null;
    }
    Values in = new Values(marks, known);
    in.at = i;
    @Nullable Value value = in.value();
    if (value == null || !isDistance(value)) {
      return null;
    }
    int end = in.at;
    while (at(end).isAny("FROM", "BELOW", "ABOVE", "ENTRYPRICE", "AGAINST")) {
      end++;
    }
    return new Part(0, isRange(value) ? scaled(value, 1) : value, 0, end);
  }

  /// `max(2%, 2 * ATR)`, "the tighter of …"; of prices the highest below the entry is the nearest.
  private int chosen(int i, Set<Object> said) {
    int at = i + 1;
    while (at(at).isAny("OF", "(", "~") || FILLING.contains(at(at).raw())) {
      at++;
    }
    Part first = part(at);
    if (first == null) {
      return 0;
    }
    at = first.end();
    while (at(at).isAny(",", "AND", "OR") || FILLING.contains(at(at).raw())) {
      at++;
    }
    Part second = at == first.end() ? null : part(at);
    if (second == null || second.side() != first.side()) {
      return 0;
    }
    boolean wide =
        at(i).is("WIDER") || !at(i).is("TIGHTER") && at(i).is("MAXIMUM") == (first.side() >= 0);
    said.add(of(wide, first, second));
    int end = second.end();
    return at(end).is(")") ? end + 1 : end;
  }

  /// The larger or smaller of two amounts; empty where they are not two distances.
  static Optional<Value> chosen(boolean wide, Set<Object> said) {
    List<Part> parts = new ArrayList<>();
    for (Object amount : said) {
      if (amount instanceof Double fraction) {
        parts.add(Part.fraction(fraction, 0, 0));
      } else if (amount instanceof Value value) {
        parts.add(new Part(0, value, 0, 0));
      }
    }
    return parts.size() == 2
        ? Optional.of(of(wide, parts.getFirst(), parts.getLast()))
        : Optional.empty();
  }

  private static Value of(boolean wide, Part first, Part second) {
    boolean ordered = first.fraction() > 0 || second.fraction() == 0;
    return new Value.Computed(
        wide ? Value.Sign.LARGER : Value.Sign.SMALLER,
        ordered ? first.distance() : second.distance(),
        ordered ? second.distance() : first.distance());
  }

  /// A distance that a sentence holds on the whole: `stop_dist = max(2 * ATR, 0.02 * entry)`.
  static @Nullable Value whole(List<Mark> marks, Known known) {
    Set<Object> said = new LinkedHashSet<>();
    int end = new Amounts(marks, known).amount(0, said);
    boolean one = said.size() == 1 && end >= marks.size();
    return one && said.iterator().next() instanceof Value value ? value : null;
  }

  /// A distance in price: average true ranges, parts of the price, the larger or smaller of two.
  static boolean isDistance(Value value) {
    return isRange(value)
        || value instanceof Value.Computed(Value.Sign sign, Value left, Value right)
            && (sign == Value.Sign.LARGER || sign == Value.Sign.SMALLER
                ? isDistance(left) && isDistance(right)
                : sign == Value.Sign.TIMES
                    && left.equals(new Value.Price("close"))
                    && right instanceof Value.Number(double by)
                    && by > 0
                    && by < 0.5);
  }

  /// A multiple of the average true range.
  static boolean isRange(Value value) {
    return switch (value) {
      case Value.Indicator i -> i.study() == Study.ATR;
      case Value.Computed(Value.Sign sign, Value left, Value right) ->
          sign == Value.Sign.TIMES
              && (isRange(left) && right instanceof Value.Number
                  || isRange(right) && left instanceof Value.Number);
      default -> false;
    };
  }
}
