package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads conditions: operand, comparison, operand; joined by and, or, commas.
final class ConditionGrammar {
  /// Conditions of one clause; `or` tells that any of them is enough.
  record Clause(List<Condition> conditions, boolean or, int end) {}

  private record Compared(List<Condition> conditions, int end) {}

  private final Sentence s;
  private final OperandGrammar operands;
  private @Nullable Operand lastLeft;

  /// What was crossed last, for "sell when it crosses below".
  private @Nullable Operand lastRight;

  ConditionGrammar(Sentence sentence) {
    this.s = sentence;
    this.operands = new OperandGrammar(sentence);
  }

  @Nullable Clause clause(int start) {
    List<Condition> all = new ArrayList<>();
    boolean or = false;
    boolean and = false;
    int end = start;
    int i = start;
    while (true) {
      Compared next = condition(i);
      if (next == null) {
        break;
      }
      and |= next.conditions().size() > 1;
      all.addAll(next.conditions());
      end = next.end();
      int joined = s.skip(end, "comma");
      boolean isOr = s.is(joined, "or");
      boolean isAnd = s.is(joined, "and") && !isOr;
      int after = s.skip(joined, "and", "or", "comma", "filler");
      after = s.is(after, "when") ? after + 1 : after;
      if (after == end || condition(after) == null) {
        break;
      }
      or |= isOr;
      and |= isAnd || !isOr;
      i = after;
    }
    if (all.isEmpty()) {
      return null;
    }
    if (or && and && all.size() > 2) {
      s.doubt("and-or");
      return null;
    }
    return new Clause(all, or, end);
  }

  /// The opposite of conditions, where it is a list of conditions that must all hold.
  @Nullable List<Condition> opposite(Clause clause) {
    if (clause.conditions().size() > 1 && !clause.or()) {
      s.doubt("not-both");
      return null;
    }
    List<Condition> opposites = new ArrayList<>();
    for (Condition c : clause.conditions()) {
      Optional<Comparison> op = c.op().opposite();
      if (op.isEmpty()) {
        s.doubt("not-crossing");
        return null;
      }
      opposites.add(new Condition(c.left(), op.get(), c.right(), c.times()));
    }
    return opposites;
  }

  private boolean ended(int i) {
    return i >= s.size() || s.anyOf(i, "comma", "and");
  }

  void forget() {
    lastLeft = null;
    lastRight = null;
  }

  private @Nullable Compared condition(int start) {
    int i = s.skip(start, "filler", "only", "that");
    boolean crossing = s.is(i, "cross") && operands.read(i + 1, null, lastLeft) != null;
    i = crossing ? i + 1 : i;
    OperandGrammar.Read left = operands.read(i, null, lastLeft);
    if (left != null && !(left.operand() instanceof Operand.Level)) {
      Compared compared = compare(left.operand(), left.end(), crossing);
      if (compared != null) {
        lastLeft = left.operand();
        return compared;
      }
    }
    Operand before = lastLeft;
    if (before != null && !crossing) {
      return compare(before, i, false);
    }
    Compared signed = signFirst(i);
    return signed == null ? ofPrice(start, left) : signed;
  }

  /// `a positive MACD histogram`.
  private @Nullable Compared signFirst(int i) {
    String sign = s.value(i, "sign");
    OperandGrammar.Read read = operands.read(i + 1, null, null);
    if (read == null || !("positive".equals(sign) || "negative".equals(sign))) {
      return null;
    }
    lastLeft = read.operand();
    Comparison op = "positive".equals(sign) ? Comparison.ABOVE : Comparison.BELOW;
    return new Compared(
        List.of(Condition.of(read.operand(), op, new Operand.Level(0))), read.end());
  }

  /// `above the VWAP`, `if it closes below the 20 SMA`: where nothing is compared it is the price,
  /// if the other side is a price too.
  private @Nullable Compared ofPrice(int start, OperandGrammar.@Nullable Read left) {
    int i = s.skip(start, "filler", "only", "it");
    boolean direct = s.anyOf(i, "closing", "cmp", "cross", "break");
    if (left != null && !direct) {
      return null;
    }
    Operand close = new Operand.Price(PriceKind.CLOSE);
    Compared compared = compare(close, i, false);
    boolean priced =
        compared != null
            && compared.conditions().stream()
                .allMatch(c -> c.right() instanceof Operand.Indicator k && ofPrice(k.kind()));
    if (!priced) {
      return null;
    }
    lastLeft = close;
    return compared;
  }

  private static boolean ofPrice(IndicatorKind kind) {
    return switch (kind) {
      case SMA, EMA, WMA, BOLLINGER, DONCHIAN, VWAP, HIGHEST, LOWEST -> true;
      case RSI, MACD, ATR, ADX, STOCHASTIC, CCI, OBV, ROC, VOLUME_SMA -> false;
    };
  }

  private @Nullable Compared compare(Operand left, int start, boolean crossing) {
    int i = start;
    boolean not = false;
    while (i < s.size()
        && (closes(i, left)
            || s.anyOf(i, "copula", "neg", "filler", "prep") && !s.anyOf(i, "cmp", "times"))) {
      if (s.is(i, "neg")) {
        not = !not;
      } else if (s.is(i, "prep")
          && !closes(i, left)
          && !s.is(i, "copula")
          && !s.is(i, "prep", "of")
          && !s.is(i, "prep", "in")) {
        return null;
      }
      i++;
    }
    Compared compared = comparison(left, i, crossing);
    if (compared == null || !not) {
      return compared;
    }
    List<Condition> opposites = opposite(new Clause(compared.conditions(), false, 0));
    return opposites == null ? null : new Compared(opposites, compared.end());
  }

  /// A price closes below a line.
  private boolean closes(int i, Operand left) {
    return s.is(i, "closing") && left instanceof Operand.Price;
  }

  private @Nullable Compared comparison(Operand left, int i, boolean crossing) {
    if (s.is(i, "between")) {
      return between(left, i + 1);
    }
    String sign = s.value(i, "sign");
    if ("positive".equals(sign) || "negative".equals(sign)) {
      Comparison op = "positive".equals(sign) ? Comparison.ABOVE : Comparison.BELOW;
      return new Compared(List.of(Condition.of(left, op, new Operand.Level(0))), i + 1);
    }
    if (s.is(i, "cross") && !s.is(i, "cmp")) {
      int at = s.skip(i + 1, "prep");
      String toward = s.value(at, "cmp");
      String dir = s.value(at, "dir");
      boolean up = ">".equals(toward) || "up".equals(dir);
      if (!up && !"<".equals(toward) && !"down".equals(dir)) {
        return crossed(left, i + 1);
      }
      return right(left, up ? Comparison.CROSSES_ABOVE : Comparison.CROSSES_BELOW, at + 1);
    }
    String broken = s.value(i, "break");
    if (broken != null && !s.is(i, "cmp")) {
      return breakout(left, broken.equals(">"), i + 1);
    }
    String code = s.value(i, "cmp");
    if (code == null) {
      return s.anyOf(i, "times") || isTimes(i) ? right(left, Comparison.ABOVE, i) : null;
    }
    Comparison op = Named.find(Comparison.class, code).orElseThrow();
    if (!op.binary()) {
      return new Compared(List.of(Condition.slope(left, op)), i + 1);
    }
    if (crossing) {
      op =
          op == Comparison.ABOVE
              ? Comparison.CROSSES_ABOVE
              : op == Comparison.BELOW ? Comparison.CROSSES_BELOW : op;
    }
    return right(left, op, i + 1);
  }

  /// `crosses 30 upwards`: the direction after what is crossed.
  private @Nullable Compared crossed(Operand left, int i) {
    Compared read = right(left, Comparison.CROSSES_ABOVE, i);
    String dir = read == null ? null : s.value(read.end(), "dir");
    if (read == null || dir == null) {
      s.doubt("which-crossing");
      return null;
    }
    if (dir.equals("up")) {
      return new Compared(read.conditions(), read.end() + 1);
    }
    return right(left, Comparison.CROSSES_BELOW, i) instanceof Compared down
        ? new Compared(down.conditions(), down.end() + 1)
        : null;
  }

  private boolean isTimes(int i) {
    Quantity q = s.quantity(i);
    return q != null && q.unit() == Quantity.Unit.TIMES;
  }

  private @Nullable Compared breakout(Operand left, boolean up, int i) {
    Compared read = right(left, up ? Comparison.ABOVE : Comparison.BELOW, i);
    if (read == null) {
      return null;
    }
    Condition c = read.conditions().getFirst();
    boolean channel =
        c.right() instanceof Operand.Indicator ind
            && (ind.kind() == IndicatorKind.HIGHEST
                || ind.kind() == IndicatorKind.LOWEST
                || ind.kind() == IndicatorKind.DONCHIAN);
    Comparison op = channel ? c.op() : up ? Comparison.CROSSES_ABOVE : Comparison.CROSSES_BELOW;
    return new Compared(List.of(new Condition(c.left(), op, c.right(), c.times())), read.end());
  }

  private @Nullable Compared between(Operand left, int i) {
    OperandGrammar.Read low = operands.read(i, left, lastLeft);
    if (low == null || !s.is(low.end(), "and")) {
      return null;
    }
    OperandGrammar.Read high = operands.read(low.end() + 1, left, lastLeft);
    if (high == null) {
      return null;
    }
    return new Compared(
        List.of(
            Condition.of(left, Comparison.AT_OR_ABOVE, low.operand()),
            Condition.of(left, Comparison.AT_OR_BELOW, high.operand())),
        high.end());
  }

  private @Nullable Compared right(Operand left, Comparison op, int start) {
    int i = s.skip(start, "prep", "copula", "filler");
    double times = 1;
    String multiple = s.value(i, "times");
    Quantity q = s.quantity(i);
    if (multiple != null) {
      times = Double.parseDouble(multiple);
      i++;
    } else if (q != null && q.unit() == Quantity.Unit.TIMES) {
      times = q.value();
      i++;
    }
    OperandGrammar.Read right = operands.read(i, left, lastLeft);
    Operand again = lastRight;
    if (right == null && again != null && left.equals(lastLeft) && i == start && ended(i)) {
      return new Compared(List.of(new Condition(left, op, again, 1)), i);
    }
    if (right == null || times <= 0) {
      return null;
    }
    Operand operand = right.operand();
    boolean crossing = op == Comparison.CROSSES_ABOVE || op == Comparison.CROSSES_BELOW;
    if (times != 1 && operand instanceof Operand.Level) {
      return null;
    }
    if (crossing
        && operand instanceof Operand.Level level
        && left instanceof Operand.Indicator average
        && average.period() != null
        && OperandGrammar.isAverage(average.kind())
        && new Quantity(level.number(), Quantity.Unit.BARE).bars()) {
      operand = Operand.Indicator.of(average.kind()).withPeriod((int) level.number());
    }
    lastRight = crossing ? operand : null;
    Operand from = OperandGrammar.against(left, operand);
    return new Compared(List.of(new Condition(from, op, operand, times)), right.end());
  }
}
