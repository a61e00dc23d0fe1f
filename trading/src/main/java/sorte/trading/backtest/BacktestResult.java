package sorte.trading.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.market.Bars;
import sorte.trading.money.EquityCurve;
import sorte.trading.money.Money;

/// What a backtest gave. The same inputs give the same result, bit for bit; how long it took is
/// added when it is written. Figures that do not exist (no trade ended, returns that do not differ)
/// are NaN here and null in JSON.
///
/// @param start the start of the first bar, in milliseconds since 1970 UTC
/// @param end the start of the last bar
/// @param firstDecisionBar the first bar that was decided on
/// @param startEquity in 1e-8
/// @param finalEquity in 1e-8, an open trade marked at the last close
/// @param maxDrawdownPct zero or more
/// @param feesPaid in 1e-8
/// @param trades in the order of their ends, an open one last
/// @param equity at the close of each bar, in 1e-8
public record BacktestResult(
    String strategy,
    int bars,
    long start,
    long end,
    int firstDecisionBar,
    long startEquity,
    long finalEquity,
    double returnPct,
    double maxDrawdownPct,
    double sharpe,
    double winRatePct,
    double exposurePct,
    long feesPaid,
    List<BacktestTrade> trades,
    Equity equity) {

  private static final double NANOS_A_SECOND = 1e9;
  private static final double NANOS_A_MILLI = 1e6;

  static BacktestResult of(
      String strategy,
      Bars bars,
      long[] equity,
      long cash,
      int first,
      long fees,
      List<BacktestTrade> trades) {
    EquityCurve curve = new EquityCurve(cash);
    curve.take(equity, first, equity.length);
    TradeTally tally = TradeTally.of(trades, bars.size());
    long last = equity[equity.length - 1];
    return of(strategy, bars, Equity.of(equity), last, curve, cash, first, fees, trades, tally);
  }

  /// @param curve the marks from the first decision bar on, taken in
  static BacktestResult of(
      String strategy,
      Bars bars,
      Equity equity,
      long last,
      EquityCurve curve,
      long cash,
      int first,
      long fees,
      List<BacktestTrade> trades,
      TradeTally tally) {
    return new BacktestResult(
        strategy,
        bars.size(),
        bars.time(0),
        bars.time(bars.size() - 1),
        first,
        cash,
        last,
        Figures.returnPct(cash, last),
        curve.maxDrawdownPct(),
        curve.sharpe(equity::amounts, first, Figures.barsAYear(bars)),
        tally.winRatePct(),
        tally.exposurePct(bars.size()),
        fees,
        trades,
        equity);
  }

  /// The document that docs/contracts/cli.md fixes.
  ///
  /// @param elapsedNanos how long the run took
  public ObjectNode toJson(long elapsedNanos) {
    ObjectNode json = Json.object();
    json.put("strategy", strategy);
    json.put("bars", bars);
    json.put("start", Instant.ofEpochMilli(start).toString());
    json.put("end", Instant.ofEpochMilli(end).toString());
    json.put("startEquity", Money.toDouble(startEquity));
    json.put("finalEquity", Money.toDouble(finalEquity));
    number(json, "returnPct", returnPct);
    number(json, "maxDrawdownPct", maxDrawdownPct);
    number(json, "sharpe", sharpe);
    number(json, "winRatePct", winRatePct);
    number(json, "exposurePct", exposurePct);
    json.put("feesPaid", Money.toDouble(feesPaid));
    ArrayNode list = json.putArray("trades");
    trades.forEach(trade -> list.add(json(trade)));
    json.put("elapsedMillis", Math.rint(elapsedNanos / NANOS_A_MILLI * 1000) / 1000);
    json.put("barsPerSecond", Math.rint(bars * NANOS_A_SECOND / Math.max(1, elapsedNanos)));
    return json;
  }

  private static ObjectNode json(BacktestTrade trade) {
    ObjectNode json = Json.object();
    json.put("side", trade.side() > 0 ? "long" : "short");
    json.put("entryTime", Instant.ofEpochMilli(trade.entryTime()).toString());
    json.put("entryPrice", trade.entryPrice());
    if (trade.open()) {
      json.putNull("exitTime");
      json.putNull("exitPrice");
    } else {
      json.put("exitTime", Instant.ofEpochMilli(trade.exitAt()).toString());
      json.put("exitPrice", trade.exitAtPrice());
    }
    json.put("quantity", trade.quantity());
    json.put("fees", Money.toDouble(trade.fees()));
    json.put("pnl", Money.toDouble(trade.pnl()));
    return json;
  }

  static void number(ObjectNode json, String key, double value) {
    if (Double.isNaN(value)) {
      json.putNull(key);
    } else {
      json.put(key, value);
    }
  }
}
