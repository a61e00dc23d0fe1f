package sorte.app.report;

import java.util.List;
import sorte.trading.backtest.BacktestTrade;
import sorte.trading.money.Money;

/// The trades, the last ones first.
record TradeTable(Drawn drawn) {
  /// Rows at most.
  static final int MOST = 500;

  String html() {
    List<BacktestTrade> trades = drawn.result().trades();
    StringBuilder html = new StringBuilder("<section class=\"card\"><details><summary><h2>");
    html.append(Markup.escape(drawn.say("trades.title", drawn.format().whole(trades.size()))));
    html.append("</h2></summary>");
    if (trades.size() > MOST) {
      html.append("<p class=\"note\">")
          .append(Markup.escape(drawn.say("trades.cut", drawn.format().whole(MOST))))
          .append("</p>");
    }
    html.append("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
    for (String column : List.of("side", "entry", "price", "exit", "price", "quantity", "result")) {
      html.append("<th>").append(Markup.escape(drawn.say("trades." + column))).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (BacktestTrade trade : trades.reversed().subList(0, Math.min(MOST, trades.size()))) {
      html.append(row(trade));
    }
    return html.append("</tbody></table></div></details></section>\n").toString();
  }

  private String row(BacktestTrade trade) {
    Format f = drawn.format();
    String exit = trade.open() ? drawn.say("trades.open") : f.time(trade.exitAt(), drawn.daily());
    String exitPrice = trade.open() ? "–" : f.price(trade.exitAtPrice());
    return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td class=\"%s\">%s</td></tr>"
        .formatted(
            Markup.escape(drawn.say(trade.side() > 0 ? "trades.long" : "trades.short")),
            f.time(trade.entryTime(), drawn.daily()),
            f.price(trade.entryPrice()),
            Markup.escape(exit),
            exitPrice,
            f.quantity(trade.quantity()),
            trade.pnl() > 0 ? "gain" : "loss",
            f.money(Money.toDouble(trade.pnl())));
  }
}
