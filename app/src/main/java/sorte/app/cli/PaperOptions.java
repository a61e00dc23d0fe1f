package sorte.app.cli;

import picocli.CommandLine.Option;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;

/// The options that say with how much paper money is traded, and what trading costs.
final class PaperOptions {
  @Option(names = "--cash", defaultValue = "10000", descriptionKey = "backtest.cash")
  private double cash = 10_000;

  @Option(names = "--fee", defaultValue = "0.002", descriptionKey = "backtest.fee")
  private double fee = 0.002;

  @Option(names = "--spread", defaultValue = "0", descriptionKey = "backtest.spread")
  private double spread;

  @Option(names = "--slippage", defaultValue = "0", descriptionKey = "backtest.slippage")
  private double slippage;

  /// In 1e-8.
  long cash(Screen screen) {
    new Numbers(screen).between("--cash", cash, 1e-8, 90_000_000_000.0);
    return Money.of(cash);
  }

  Costs costs(Screen screen) {
    Numbers numbers = new Numbers(screen);
    numbers.between("--fee", fee, 0, 0.5);
    numbers.between("--spread", spread, 0, 0.5);
    numbers.between("--slippage", slippage, 0, 0.5);
    return new Costs(fee, spread, slippage);
  }
}
