package sorte.trading.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sorte.trading.exchange.BarExchange;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Holding;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Intent;
import sorte.trading.order.Exit;
import sorte.trading.order.Instruction;
import sorte.trading.order.Level;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;
import sorte.trading.order.Side;
import sorte.trading.order.Size;
import sorte.trading.order.TimeInForce;
import sorte.trading.order.Trail;

/// Makes orders of what is wanted at a close: an exit at the market, an entry at the market with
/// stop, trailing stop and target as its bracket, and after each other where both are wanted.
final class VenueDesk {
  private final BarExchange exchange;
  private final String symbol;
  private final Holding holding;
  private final Map<Long, ExitReason> reasons = new HashMap<>();
  private long lastId;
  private long entry;
  private long close;
  private Intent wanted = Intent.NONE;

  VenueDesk(BarExchange exchange, String symbol, Holding holding) {
    this.exchange = exchange;
    this.symbol = symbol;
    this.holding = holding;
  }

  /// @param time at which the bar of the fill begins
  /// @param stopLevel of a stop by distance; NaN where there is none
  void send(Intent intent, long time, double stopLevel) {
    boolean working = works(entry) || works(close);
    if (intent == Intent.NONE || (working && intent == wanted)) {
      return;
    }
    takeBack(entry);
    takeBack(close);
    wanted = intent;
    boolean enters = intent.side() != 0 && holding.mayEnterAt(time);
    long held = exchange.position(symbol);
    if (held == 0) {
      if (enters) {
        exchange.submit(entry(intent.side(), stopLevel));
      }
      return;
    }
    close = ++lastId;
    OrderTicket out =
        OrderTicket.of(close, symbol, Side.of(-held), Math.abs(held), OrderType.MARKET).reducing();
    exchange.submit(
        enters
            ? new Instruction.OneTriggersOther(out, entry(intent.side(), stopLevel))
            : new Instruction.Single(out));
  }

  /// Why an order ended a trade.
  ExitReason reason(long order) {
    return reasons.getOrDefault(order, ExitReason.ORDER);
  }

  /// An order has come to its end.
  void ended(long order) {
    reasons.remove(order);
  }

  private boolean works(long order) {
    return exchange.state(order).isPresent();
  }

  private void takeBack(long order) {
    if (works(order)) {
      exchange.cancel(order);
    }
  }

  private Instruction entry(int side, double stopLevel) {
    HoldingTerms terms = holding.terms();
    entry = ++lastId;
    OrderTicket in =
        new OrderTicket(
            entry,
            symbol,
            Side.of(side),
            new Size.Share(terms.fraction(), terms.money(), risk(terms, stopLevel)),
            OrderType.MARKET,
            TimeInForce.GTC,
            false,
            false);
    return new Instruction.Bracket(in, exits(side, terms, stopLevel));
  }

  /// A level at zero or below is one that no price reaches: no order.
  private List<Exit> exits(int side, HoldingTerms terms, double stopLevel) {
    List<Exit> exits = new ArrayList<>();
    if (terms.stopLoss() > 0) {
      Level level = new Level.FromEntry(-side * terms.stopLoss());
      exits.add(new Exit.StopLoss(numbered(ExitReason.STOP), level));
    } else if (stopLevel > 0) {
      exits.add(new Exit.StopLoss(numbered(ExitReason.STOP), new Level.At(stopLevel)));
    }
    if (terms.trailing() > 0) {
      Trail trail = new Trail.Fraction(terms.trailing());
      exits.add(new Exit.Trailing(numbered(ExitReason.STOP), trail));
    }
    double away = side * holding.targetAway();
    if (away != 0 && away > -1) {
      exits.add(new Exit.Target(numbered(ExitReason.TARGET), new Level.FromEntry(away)));
    } else if (away == 0 && terms.targetByStop() > 0) {
      Level level = new Level.Beyond(side * holding.targetDistance());
      exits.add(new Exit.Target(numbered(ExitReason.TARGET), level));
    }
    return exits;
  }

  private Size.Risk risk(HoldingTerms terms, double stopLevel) {
    if (terms.risk() == 0) {
      return Size.Risk.NONE;
    }
    return terms.stopLoss() > 0
        ? new Size.Risk(terms.risk(), terms.stopLoss(), 0, 0)
        : new Size.Risk(terms.risk(), 0, stopLevel, holding.wantedDistance());
  }

  private long numbered(ExitReason reason) {
    reasons.put(++lastId, reason);
    return lastId;
  }
}
