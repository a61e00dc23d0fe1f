package sorte.strategy.run;

import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Fraction;
import sorte.strategy.Indicator;
import sorte.strategy.Level;
import sorte.strategy.Line;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Rsi;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
import sorte.strategy.VolumeSma;

/// Strategies to test the runner with.
final class Samples {
  private Samples() {}

  /// Buys above an average, sells below it; both sides, with a stop on a line.
  public static final class Follow extends Strategy<Follow.Parameters> {
    public record Parameters(
        @Bars(value = 3, min = 2, max = 50) int maPeriod,
        @Multiple(value = 2, min = 0.5, max = 5) double atrMultiplier,
        @Fraction(value = 0.03, min = 0.002, max = 0.2) double stopLoss,
        @Level(value = 30, min = 5, max = 50) double rsiOversold) {}

    private final Sma average = sma(p.maPeriod());
    private final Atr atr = atr(2);

    public Follow(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return close.crossesAbove(average);
    }

    @Override
    public boolean exitLong() {
      return close.crossesBelow(average);
    }

    @Override
    public boolean enterShort() {
      return close.crossesBelow(average);
    }

    @Override
    public Terms terms() {
      return Terms.allIn().stopLoss(atr.times(p.atrMultiplier()));
    }
  }

  /// Nothing but the defaults.
  public static final class Nothing extends Strategy<Nothing.Parameters> {
    public record Parameters() {}

    public Nothing(Market market, Parameters p) {
      super(market, p);
    }
  }

  /// With an indicator of its own that stands on another of its own.
  public static final class Own extends Strategy<Own.Parameters> {
    public record Parameters() {}

    private final Gap gap = use(new Gap(open, close));
    private final Total total = use(new Total(gap));

    public Own(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return total.above(10);
    }

    static final class Gap extends Indicator {
      private final Line open;
      private final Line close;

      Gap(Line open, Line close) {
        super(2, open, close);
        this.open = open;
        this.close = close;
      }

      @Override
      protected double next() {
        return open.value() - close.previous();
      }
    }

    static final class Total extends Indicator {
      private final Line source;
      private double sum;

      Total(Line source) {
        super(1, source);
        this.source = source;
      }

      @Override
      protected double next() {
        sum += source.value();
        return sum;
      }
    }
  }

  /// Makes an indicator and forgets to use it.
  public static final class Forgetful extends Strategy<Forgetful.Parameters> {
    public record Parameters() {}

    private final Own.Total total = new Own.Total(close);

    public Forgetful(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return total.above(1);
    }
  }

  /// Declares an indicator in a rule.
  public static final class Late extends Strategy<Late.Parameters> {
    public record Parameters() {}

    public Late(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return close.above(sma(3));
    }
  }

  /// Throws at the fifth close.
  public static final class Faulty extends Strategy<Faulty.Parameters> {
    public record Parameters() {}

    public Faulty(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean exitShort() {
      if (close.atOrAbove(5)) {
        throw new ArithmeticException("at five");
      }
      return false;
    }
  }

  /// Compares with a product and uses most of the house.
  public static final class Busy extends Strategy<Busy.Parameters> {
    public record Parameters(@Multiple(value = 2, min = 1, max = 5) double volumeTimes) {}

    private final VolumeSma average = volumeSma(20);
    private final Rsi rsi = rsi(14);
    private final Line[] others = {
      sma(20), ema(20), wma(20), macd(12, 26, 9), bollinger(20, 2).upper(), atr(14), adx(14),
      stochastic(14, 3).k(), cci(20), obv(), donchian(20).upper(), vwap(), roc(10), highest(55),
      lowest(20)
    };

    public Busy(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return volume.above(average.times(p.volumeTimes())) && rsi.below(70);
    }

    @Override
    public boolean exitLong() {
      return others[0].crossesBelow(others[1]) || others[2].rising();
    }
  }
}
