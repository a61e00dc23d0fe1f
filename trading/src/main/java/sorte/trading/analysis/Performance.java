package sorte.trading.analysis;

import java.util.List;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.BacktestTrade;
import sorte.trading.money.Money;

/// The usual figures of a backtest beyond those of its result, as docs/analysis.md defines them. A
/// figure that does not exist is NaN.
///
/// @param years from the start of the first bar to the start of the last, of 365.25 days
/// @param fallLongestBars bars from a peak to the one that is above it again, or to the end
/// @param profitFactor infinite where nothing was lost
/// @param expectancy in money, of an ended trade
/// @param turnover all fills' worth over the mean equity, a year
public record Performance(
    double years,
    double cagrPct,
    double volatilityPct,
    double sortino,
    double calmar,
    int fallLongestBars,
    double fallLongestDays,
    int ended,
    double profitFactor,
    double expectancy,
    double expectancyPct,
    double sqn,
    double turnover) {

  private static final double MILLIS_A_DAY = 24.0 * 60 * 60 * 1000;
  private static final double DAYS_A_YEAR = 365.25;

  /// Below it a year's figures say nothing.
  private static final double SHORTEST_YEARS = 1 / DAYS_A_YEAR;

  public static Performance of(BacktestResult result) {
    double days = (result.end() - result.start()) / MILLIS_A_DAY;
    double years = days / DAYS_A_YEAR;
    double barsAYear = (result.bars() - 1) / years;
    double[] returns = result.equity().returns(result.firstDecisionBar() + 1);
    double cagr = cagrPct(result, years);
    int fall = longestFall(result);
    double[] pnls =
        result.trades().stream()
            .filter(t -> !t.open())
            .mapToDouble(t -> Money.toDouble(t.pnl()))
            .toArray();
    return new Performance(
        years,
        cagr,
        returns.length < 2
            ? Double.NaN
            : 100 * Moments.of(returns).deviation() * Math.sqrt(barsAYear),
        sortino(returns, barsAYear),
        result.maxDrawdownPct() > 0 ? cagr / result.maxDrawdownPct() : Double.NaN,
        fall,
        fall * days / Math.max(1, result.bars() - 1),
        pnls.length,
        profitFactor(pnls),
        mean(pnls),
        100 * mean(MonteCarlo.tradeReturns(result)),
        sqn(pnls),
        turnover(result, years));
  }

  private static double cagrPct(BacktestResult result, double years) {
    double growth = Money.toDouble(result.finalEquity()) / Money.toDouble(result.startEquity());
    return years < SHORTEST_YEARS ? Double.NaN : 100 * (StrictMath.pow(growth, 1 / years) - 1);
  }

  private static double sortino(double[] returns, double barsAYear) {
    double squares = 0;
    for (double r : returns) {
      squares += r < 0 ? r * r : 0;
    }
    return squares == 0
        ? Double.NaN
        : mean(returns) / Math.sqrt(squares / returns.length) * Math.sqrt(barsAYear);
  }

  private static int longestFall(BacktestResult result) {
    long peak = result.startEquity();
    int since = 0;
    int longest = 0;
    for (int bar = 0; bar < result.bars(); bar++) {
      long now = result.equity().at(bar);
      if (now >= peak) {
        longest = Math.max(longest, now > peak && bar - since > 1 ? bar - since : 0);
        peak = now;
        since = bar;
      } else {
        longest = Math.max(longest, bar - since);
      }
    }
    return longest;
  }

  private static double profitFactor(double[] pnls) {
    double won = 0;
    double lost = 0;
    for (double pnl : pnls) {
      won += Math.max(0, pnl);
      lost -= Math.min(0, pnl);
    }
    return pnls.length == 0 || (won == 0 && lost == 0) ? Double.NaN : won / lost;
  }

  private static double sqn(double[] pnls) {
    if (pnls.length < 2) {
      return Double.NaN;
    }
    return Moments.of(pnls).sharpe() * Math.sqrt(pnls.length);
  }

  private static double turnover(BacktestResult result, double years) {
    double worth = 0;
    List<BacktestTrade> trades = result.trades();
    for (BacktestTrade trade : trades) {
      worth += trade.quantity() * trade.entryPrice();
      worth += trade.open() ? 0 : trade.quantity() * trade.exitAtPrice();
    }
    double sum = 0;
    for (int bar = 0; bar < result.bars(); bar++) {
      sum += Money.toDouble(result.equity().at(bar));
    }
    return years < SHORTEST_YEARS ? Double.NaN : worth / (sum / result.bars()) / years;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? Double.NaN : sum / values.length;
  }
}
