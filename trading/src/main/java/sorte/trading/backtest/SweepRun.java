package sorte.trading.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.door.Json;
import sorte.trading.money.Money;

/// One run of a sweep: its settings and the figures that a [BacktestResult] of them has.
///
/// @param settings what was set, by parameter
/// @param trades how many there were, one that is open included
public record SweepRun(
    SortedMap<String, Double> settings,
    long finalEquity,
    double returnPct,
    double maxDrawdownPct,
    double sharpe,
    double winRatePct,
    double exposurePct,
    long feesPaid,
    int trades) {

  public SweepRun {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /// As docs/contracts/cli.md has it; what is not a number is null.
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    ObjectNode set = json.putObject("parameters");
    settings.forEach(set::put);
    json.put("finalEquity", Money.toDouble(finalEquity));
    BacktestResult.number(json, "returnPct", returnPct);
    BacktestResult.number(json, "maxDrawdownPct", maxDrawdownPct);
    BacktestResult.number(json, "sharpe", sharpe);
    BacktestResult.number(json, "winRatePct", winRatePct);
    BacktestResult.number(json, "exposurePct", exposurePct);
    json.put("feesPaid", Money.toDouble(feesPaid));
    json.put("tradeCount", trades);
    return json;
  }
}
