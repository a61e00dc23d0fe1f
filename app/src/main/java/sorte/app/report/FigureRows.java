package sorte.app.report;

import java.util.List;
import sorte.trading.analysis.Performance;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.money.Money;

/// The figures of a run in the order in which people read them.
record FigureRows(Drawn drawn) {

  /// @param key of its name, `figure.KEY`, and of its definition, `figure.KEY.means`
  record Row(String key, String value) {}

  List<Row> rows() {
    BacktestResult r = drawn.result();
    Performance p = drawn.performance();
    Format f = drawn.format();
    String days =
        drawn.say("days", f.whole(Math.round(p.fallLongestDays())), f.whole(p.fallLongestBars()));
    return List.of(
        new Row("return", f.signed(r.returnPct())),
        new Row("final", f.money(Money.toDouble(r.finalEquity()))),
        new Row("cagr", f.signed(p.cagrPct())),
        new Row("volatility", f.percent(p.volatilityPct())),
        new Row("sharpe", f.ratio(r.sharpe())),
        new Row("sortino", f.ratio(p.sortino())),
        new Row("calmar", f.ratio(p.calmar())),
        new Row("drawdown", f.percent(r.maxDrawdownPct())),
        new Row("drawdown-length", days),
        new Row("exposure", f.percent(r.exposurePct())),
        new Row("trades", f.whole(r.trades().size())),
        new Row("win-rate", f.percent(r.winRatePct())),
        new Row("profit-factor", f.ratio(p.profitFactor())),
        new Row("expectancy", f.money(p.expectancy()) + " · " + f.signed(p.expectancyPct())),
        new Row("sqn", f.ratio(p.sqn())),
        new Row("turnover", f.ratio(p.turnover())),
        new Row("fees", f.money(Money.toDouble(r.feesPaid()))));
  }

  String html() {
    StringBuilder html = new StringBuilder("<section class=\"card\"><h2>");
    html.append(Markup.escape(drawn.say("figures.title"))).append("</h2><dl class=\"figures\">");
    for (Row row : rows()) {
      html.append("<div><dt>")
          .append(Markup.escape(drawn.say("figure." + row.key())))
          .append("</dt><dd class=\"value\">")
          .append(Markup.escape(row.value()))
          .append("</dd><dd class=\"means\">")
          .append(Markup.escape(drawn.say("figure." + row.key() + ".means")))
          .append("</dd></div>");
    }
    return html.append("</dl></section>\n").toString();
  }
}
