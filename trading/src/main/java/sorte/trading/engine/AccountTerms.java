package sorte.trading.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.ZoneId;
import sorte.trading.door.Json;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.risk.Limits;

/// What an account and its market are, fixed when its journal begins.
///
/// @param cash what the account starts with
/// @param fee of each fill's worth, a side
/// @param slippage against each fill at the market
/// @param fill when an order is filled
/// @param zone where a day begins
/// @param spot whether nothing may be sold short
public record AccountTerms(
    double cash,
    double fee,
    double slippage,
    Fill fill,
    String zone,
    boolean spot,
    Instrument instrument,
    Limits limits) {

  public AccountTerms {
    if (!(cash > 0) || cash == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("an account starts with money, was " + cash);
    }
    ZoneId.of(zone);
    var _ = new Costs(fee, 0, slippage);
  }

  public Costs costs() {
    return new Costs(fee, 0, slippage);
  }

  String json() {
    return Json.line(this);
  }

  static AccountTerms of(String json) {
    try {
      return Json.MAPPER.readValue(json, AccountTerms.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the journal's account cannot be read: " + e, e);
    }
  }
}
