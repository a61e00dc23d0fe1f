package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Line;
import sorte.strategy.Market;
import sorte.strategy.Strategy;

public final class Lambdas extends Strategy<Lambdas.Parameters> {
   interface Test { boolean at(double level); }

   interface Pair { boolean of(Line a, Line b); }

   public record Parameters(@Bars(value = 15, min = 2, max = 100) int fastMaPeriod,
                            @Bars(value = 45, min = 3, max = 400) int slowMaPeriod) {}

   private final Ema fast = ema(p.fastMaPeriod());
   private final Ema slow = ema(p.slowMaPeriod());
   private final Test high = level -> close.above(level);
   private final Pair over = Line::above;
   private final Pair under = (a, b) -> {
      if (a == b) {
         return false;
      }
      return a.below(b);
   };

   public Lambdas(Market market, Parameters p) {
      super(market, p);
   }

   @Override
   public boolean enterLong() {
      return over.of(fast, slow)
         && high.at(1.5)
         && ((Test) x -> x > 0).at(close.value());
   }

   @Override
   public boolean exitLong() {
      return under.of(fast, slow);
   }
}
