package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// Reads one side of a condition: an indicator with its line and period, a price, the volume, a
/// number.
final class OperandGrammar {
  record Read(Operand operand, int end) {}

  private final Sentence s;

  OperandGrammar(Sentence sentence) {
    this.s = sentence;
  }

  static boolean isAverage(IndicatorKind kind) {
    return kind == IndicatorKind.SMA || kind == IndicatorKind.EMA || kind == IndicatorKind.WMA;
  }

  /// The left side as it must be said against this right side: the MACD's own line against its
  /// signal.
  static Operand against(Operand left, Operand right) {
    boolean signal =
        left instanceof Operand.Indicator l
            && right instanceof Operand.Indicator r
            && l.kind() == IndicatorKind.MACD
            && r.kind() == IndicatorKind.MACD
            && l.line() == null
            && r.line() != null;
    boolean stochastic =
        left instanceof Operand.Indicator l
            && right instanceof Operand.Indicator r
            && l.kind() == IndicatorKind.STOCHASTIC
            && r.kind() == IndicatorKind.STOCHASTIC
            && l.line() == null
            && r.line() == IndicatorLine.D;
    if (signal) {
      return ((Operand.Indicator) left).withLine(IndicatorLine.MACD);
    }
    return stochastic ? ((Operand.Indicator) left).withLine(IndicatorLine.K) : left;
  }

  /// The operand at `start`; `left` is the other side when this is the right one.
  @Nullable Read read(int start, @Nullable Operand left, @Nullable Operand last) {
    int i = s.skip(start, "filler");
    while (i < s.size()
        && (s.is(i, "prep", "of") || s.is(i, "prep", "in"))
        && !s.anyOf(i, "ma", "ind", "operand", "price")) {
      i++;
    }
    Quantity q = s.quantity(i);
    if (q != null) {
      return quantityFirst(i, q, left);
    }
    if (left != null) {
      Read line = lineOf(i, left);
      if (line != null) {
        return line;
      }
    }
    String whole = s.value(i, "operand");
    if (whole != null) {
      String[] parts = whole.split(" ");
      Operand.Indicator line =
          Operand.Indicator.of(Named.find(IndicatorKind.class, parts[0]).orElseThrow())
              .withLine(Named.find(IndicatorLine.class, parts[1]).orElseThrow());
      return tail(line, i + 1);
    }
    if (s.is(i, "it") && last != null && left == null) {
      return new Read(last, i + 1);
    }
    Read indicator = indicator(i, left);
    if (indicator != null) {
      return indicator;
    }
    if (s.is(i, "volume")) {
      return new Read(new Operand.Volume(), i + 1);
    }
    String price = s.value(i, "price");
    if (price != null) {
      return new Read(new Operand.Price(Named.find(PriceKind.class, price).orElseThrow()), i + 1);
    }
    return null;
  }

  /// `crosses above D`: a line named alone belongs to the indicator on the other side.
  private @Nullable Read lineOf(int i, Operand left) {
    if (!(left instanceof Operand.Indicator other) || other.kind() != IndicatorKind.STOCHASTIC) {
      return null;
    }
    if (s.is(i, "attr", "d") || s.is(i, "attr", "k")) {
      IndicatorLine line = s.is(i, "attr", "d") ? IndicatorLine.D : IndicatorLine.K;
      return new Read(Operand.Indicator.of(IndicatorKind.STOCHASTIC).withLine(line), i + 1);
    }
    return null;
  }

  private @Nullable Read indicator(int i, @Nullable Operand left) {
    String code = s.value(i, "ind");
    if (code != null) {
      Operand.Indicator indicator =
          Operand.Indicator.of(Named.find(IndicatorKind.class, code).orElseThrow());
      Read read = tail(indicator, i + 1);
      boolean extreme =
          indicator.kind() == IndicatorKind.HIGHEST || indicator.kind() == IndicatorKind.LOWEST;
      boolean periodless = read.operand() instanceof Operand.Indicator r && r.period() == null;
      return extreme && periodless && s.is(i, "price") ? null : read;
    }
    if (!s.is(i, "ma")) {
      return null;
    }
    if (left instanceof Operand.Volume) {
      return tail(Operand.Indicator.of(IndicatorKind.VOLUME_SMA), i + 1);
    }
    return tail(Operand.Indicator.of(IndicatorKind.SMA), i + 1);
  }

  private @Nullable Read quantityFirst(int i, Quantity q, @Nullable Operand left) {
    boolean period = q.bars() || q.unit() == Quantity.Unit.DAY && q.whole() && q.value() >= 1;
    int next = s.skip(i + 1, "dash", "sign", "attr", "unit");
    next = next > i + 2 ? i + 1 : next;
    if (period && (s.is(next, "ind") || s.is(next, "ma"))) {
      boolean volume = left instanceof Operand.Volume && s.is(next, "ma");
      String named = s.value(next, "ind");
      String code = volume ? "volume-sma" : named != null ? named : "sma";
      Operand.Indicator indicator =
          Operand.Indicator.of(Named.find(IndicatorKind.class, code).orElseThrow());
      return new Read(indicator.withPeriod((int) q.value()), next + 1);
    }
    boolean level = q.bare() || q.unit() == Quantity.Unit.MONEY || q.unit() == Quantity.Unit.POINT;
    return level && left != null ? new Read(new Operand.Level(q.value()), i + 1) : null;
  }

  /// The period after an indicator: `(14)`, `14`, `de 14 períodos`, `of the last 20 bars`.
  private Read tail(Operand.Indicator indicator, int start) {
    int i = start;
    if (s.is(i, "open")) {
      int at = i + 1;
      Quantity first = s.quantity(at);
      if (first != null && first.bars() && s.is(at + 1, "shut")) {
        return new Read(indicator.withPeriod((int) first.value()), at + 2);
      }
      if (first != null && indicator.kind() == IndicatorKind.MACD) {
        return macdPeriods(indicator, at);
      }
      return new Read(indicator, start);
    }
    i = s.skip(i, "prep", "last", "attr", "glued");
    Quantity q = s.quantity(i);
    boolean mayStand = i - start <= 3 && preposed(start, i);
    boolean days = q != null && q.unit() == Quantity.Unit.DAY && q.whole() && q.value() >= 1;
    if (q != null && (q.bars() || days) && mayStand) {
      boolean alreadyUnit = q.unit() == Quantity.Unit.BARS;
      int end = !alreadyUnit && s.is(i + 1, "unit", "bars") ? i + 2 : i + 1;
      return new Read(indicator.withPeriod((int) q.value()), end);
    }
    return new Read(indicator, start);
  }

  private boolean preposed(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean fine = s.is(i, "prep", "of") || s.is(i, "last") || s.is(i, "attr", "period");
      if (!fine || s.is(i, "cmp")) {
        return false;
      }
    }
    return true;
  }

  private Read macdPeriods(Operand.Indicator macd, int at) {
    int[] periods = new int[3];
    int i = at;
    for (int n = 0; n < 3; n++) {
      Quantity q = s.quantity(i);
      if (q == null || !q.bars()) {
        return new Read(macd, at - 1);
      }
      periods[n] = (int) q.value();
      i = s.skip(i + 1, "comma");
    }
    return s.is(i, "shut")
        ? new Read(macd.withPeriods(periods[0], periods[1], periods[2]), i + 1)
        : new Read(macd, at - 1);
  }
}
