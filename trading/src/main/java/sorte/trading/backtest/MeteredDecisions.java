package sorte.trading.backtest;

import java.time.ZoneOffset;
import java.util.Map;
import sorte.strategy.run.BarLength;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.strategy.run.Toll;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;
import sorte.trading.release.MeterControl;

/// The decisions of a release that runs here, each within its budget of steps. Where one spends
/// them the run ends with [Toll.Spent], or with what the release threw.
final class MeteredDecisions implements Decisions {
  private final Runner runner;
  private final MeterControl meter;
  private final HoldingTerms terms;

  private MeteredDecisions(Runner runner, MeterControl meter) {
    this.runner = runner;
    this.meter = meter;
    this.terms = HoldingTerms.of(runner.terms());
  }

  static MeteredDecisions start(
      StrategyType type, Map<String, Double> settings, BarLength length, MeterControl meter) {
    pay(meter.refill());
    Runner runner = Runner.start(type, settings, ZoneOffset.UTC, length, meter.toll());
    pay(meter.settle() >= 0);
    return new MeteredDecisions(runner, meter);
  }

  private static void pay(boolean paid) {
    if (!paid) {
      throw new Toll.Spent();
    }
  }

  @Override
  public int firstDecisionBar() {
    return runner.firstDecisionBar();
  }

  @Override
  public HoldingTerms terms() {
    return terms;
  }

  @Override
  public int onBar(long time, double open, double high, double low, double close, double volume) {
    pay(meter.refill());
    int mask = runner.onBar(time, open, high, low, close, volume);
    pay(meter.settle() >= 0);
    return mask;
  }

  @Override
  public void onBars(Bars bars, int from, int to, byte[] signals, double[] stops) {
    pay(meter.refill());
    bars.show(runner, from, to, signals, stops);
    pay(meter.settle() >= 0);
  }

  @Override
  public double stopDistance() {
    return runner.stopDistance();
  }
}
