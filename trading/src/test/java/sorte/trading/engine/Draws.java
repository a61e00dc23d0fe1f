package sorte.trading.engine;

import java.util.SplittableRandom;
import sorte.trading.market.Instrument;
import sorte.trading.money.Fill;
import sorte.trading.risk.Limits;

/// The account of a simulation, as its seed draws it.
final class Draws {
  private static final double CASH = 10_000;
  private static final double FEE = 0.001;

  private Draws() {}

  static AccountTerms terms(SplittableRandom random) {
    double slippage = random.nextBoolean() ? 0 : 0.0005;
    Limits limits =
        new Limits(
            random.nextBoolean() ? 2.1 : 0.9,
            random.nextBoolean() ? 1.05 : 1.3,
            0.25,
            random.nextInt(3) == 0 ? 0.03 : 0.5,
            random.nextInt(3) == 0 ? 0.15 : 0.8,
            random.nextInt(3) == 0 ? 12 : 400);
    boolean spot = random.nextInt(5) == 0;
    Fill fill = random.nextInt(4) == 0 ? Fill.CLOSE : Fill.NEXT_OPEN;
    return new AccountTerms(
        CASH, FEE, slippage, fill, "America/Sao_Paulo", spot, Instrument.simulated(), limits);
  }
}
