package sorte.trading.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.money.Money;

/// What a portfolio gave. The same inputs give the same result, bit for bit.
///
/// @param times of the account's marks, ascending, in milliseconds since 1970 UTC
/// @param equity of the account at each of them: legs, house and reserve together
/// @param house what crossing between the legs saved, in 1e-8
/// @param denied entries that the account's limits denied, in order
/// @param legs each as if it had traded alone, in the order given
public record PortfolioResult(
    List<Long> times,
    Equity equity,
    long startEquity,
    long finalEquity,
    double returnPct,
    double maxDrawdownPct,
    double sharpe,
    long feesPaid,
    long house,
    List<Denial> denied,
    List<Leg> legs) {

  /// How many denials the document shows.
  public static final int DENIALS_SHOWN = 100;

  /// An entry that the account's limits denied.
  public record Denial(long time, String leg, String rule, double seen, double limit) {}

  /// One leg's part.
  public record Leg(String symbol, double share, BacktestResult result) {}

  public PortfolioResult {
    times = List.copyOf(times);
    denied = List.copyOf(denied);
    legs = List.copyOf(legs);
  }

  /// As one document; `elapsedMillis` is the only part that differs from run to run.
  public ObjectNode toJson(long elapsedNanos) {
    ObjectNode json = Json.object();
    json.put("startEquity", Money.toDouble(startEquity));
    json.put("finalEquity", Money.toDouble(finalEquity));
    json.put("returnPct", returnPct);
    json.put("maxDrawdownPct", maxDrawdownPct);
    if (Double.isNaN(sharpe)) {
      json.putNull("sharpe");
    } else {
      json.put("sharpe", sharpe);
    }
    json.put("feesPaid", Money.toDouble(feesPaid));
    json.put("savedByCrossing", Money.toDouble(house));
    json.put("marks", times.size());
    json.put("denied", denied.size());
    ArrayNode shown = json.putArray("denials");
    denied.stream().limit(DENIALS_SHOWN).forEach(denial -> shown.add(json(denial)));
    ArrayNode list = json.putArray("legs");
    for (Leg leg : legs) {
      ObjectNode one = leg.result().toJson(0);
      one.remove(List.of("elapsedMillis", "barsPerSecond"));
      list.add(one.put("symbol", leg.symbol()).put("share", leg.share()));
    }
    return json.put("elapsedMillis", Math.rint(elapsedNanos / NANOS_A_MICRO) / MICROS_A_MILLI);
  }

  private static final double NANOS_A_MICRO = 1e3;
  private static final double MICROS_A_MILLI = 1e3;

  private static ObjectNode json(Denial denial) {
    return Json.object()
        .put("time", Instant.ofEpochMilli(denial.time()).toString())
        .put("leg", denial.leg())
        .put("rule", denial.rule())
        .put("seen", denial.seen())
        .put("limit", denial.limit());
  }
}
