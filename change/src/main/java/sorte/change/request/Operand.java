package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// One side of a condition. What was not said is null: its default is the strategy's business.
public sealed interface Operand {

  record Indicator(
      IndicatorKind kind,
      @Nullable IndicatorLine line,
      @Nullable Integer period,
      @Nullable Double deviations,
      @Nullable Integer fast,
      @Nullable Integer slow,
      @Nullable Integer signal)
      implements Operand {
    public Indicator {
      if (period != null && period < 1) {
        throw new IllegalArgumentException("a period must be at least 1, was " + period);
      }
    }

    public static Indicator of(IndicatorKind kind) {
      return new Indicator(kind, null, null, null, null, null, null);
    }

    public Indicator withPeriod(int bars) {
      return new Indicator(kind, line, bars, deviations, fast, slow, signal);
    }

    public Indicator withLine(IndicatorLine other) {
      return new Indicator(kind, other, period, deviations, fast, slow, signal);
    }

    public Indicator withDeviations(double width) {
      return new Indicator(kind, line, period, width, fast, slow, signal);
    }

    public Indicator withPeriods(int fastBars, int slowBars, int signalBars) {
      return new Indicator(kind, line, period, deviations, fastBars, slowBars, signalBars);
    }
  }

  record Price(PriceKind price) implements Operand {}

  /// The volume of the bar at hand.
  record Volume() implements Operand {}

  /// A constant.
  record Level(double number) implements Operand {
    public Level {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a level must be a finite number, was " + number);
      }
    }
  }
}
