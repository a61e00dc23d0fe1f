package sorte.trading.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sorte.trading.money.Money;

/// What a backtest through the exchange gave.
///
/// @param result as of any backtest; a liquidation's fee counts among the fees
/// @param borrowPaid in 1e-8; the account pays it, no trade's profit contains it
/// @param liquidations how many positions the exchange closed for want of margin
/// @param rejected how many orders it refused
/// @param refusals its words for the first of them
public record VenueResult(
    BacktestResult result, long borrowPaid, int liquidations, int rejected, List<String> refusals) {

  /// How many refusals are kept in words.
  public static final int MOST_REFUSALS_TOLD = 5;

  public VenueResult {
    refusals = List.copyOf(refusals);
  }

  /// The document of any backtest, with what only the exchange knows after it.
  public ObjectNode toJson(long elapsedNanos) {
    ObjectNode json = result.toJson(elapsedNanos);
    json.put("borrowPaid", Money.toDouble(borrowPaid));
    json.put("liquidations", liquidations);
    json.put("rejected", rejected);
    refusals.forEach(json.putArray("refusals")::add);
    return json;
  }
}
