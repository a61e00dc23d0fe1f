package sorte.app.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.money.Money;

/// Returns by month and year of UTC, from close to close.
record MonthTable(Drawn drawn) {
  private static final int MONTHS = 12;

  /// A return of so many percent has the full colour.
  private static final double FULL_COLOUR = 10;

  /// The last equity of each month, in order.
  static SortedMap<YearMonth, Double> ends(BacktestResult result, sorte.trading.market.Bars bars) {
    SortedMap<YearMonth, Double> ends = new TreeMap<>();
    for (int bar = 0; bar < result.bars(); bar++) {
      Instant time = Instant.ofEpochMilli(bars.time(bar));
      ends.put(
          YearMonth.from(time.atZone(ZoneOffset.UTC)), Money.toDouble(result.equity().at(bar)));
    }
    return ends;
  }

  /// Percent by month; the key of a whole year is its month 0, coded as year x 13.
  private SortedMap<Integer, Double> returns() {
    SortedMap<Integer, Double> returns = new TreeMap<>();
    double before = Money.toDouble(drawn.result().startEquity());
    double yearStart = before;
    int year = Integer.MIN_VALUE;
    for (var end : ends(drawn.result(), drawn.bars()).entrySet()) {
      YearMonth month = end.getKey();
      if (month.getYear() != year) {
        year = month.getYear();
        yearStart = before;
      }
      returns.put(year * (MONTHS + 1) + month.getMonthValue(), change(before, end.getValue()));
      returns.put(year * (MONTHS + 1), change(yearStart, end.getValue()));
      before = end.getValue();
    }
    return returns;
  }

  private static double change(double before, double now) {
    return before == 0 ? 0 : 100 * (now / before - 1);
  }

  String html() {
    SortedMap<Integer, Double> returns = returns();
    StringBuilder html = new StringBuilder("<section class=\"card\"><h2>");
    html.append(Markup.escape(drawn.say("months.title"))).append("</h2>");
    html.append("<div class=\"scroll\" tabindex=\"0\"><table class=\"months\"><thead><tr><th>");
    html.append(Markup.escape(drawn.say("months.year"))).append("</th>");
    for (String name : drawn.say("months.names").split(" ", -1)) {
      html.append("<th>").append(Markup.escape(name)).append("</th>");
    }
    html.append("<th>").append(Markup.escape(drawn.say("months.total"))).append("</th>");
    html.append("</tr></thead><tbody>");
    int first = returns.firstKey() / (MONTHS + 1);
    int last = returns.lastKey() / (MONTHS + 1);
    for (int year = first; year <= last; year++) {
      html.append("<tr><th>").append(year).append("</th>");
      for (int month = 1; month <= MONTHS; month++) {
        html.append(cell(returns.get(year * (MONTHS + 1) + month)));
      }
      html.append(cell(returns.get(year * (MONTHS + 1)))).append("</tr>");
    }
    return html.append("</tbody></table></div></section>\n").toString();
  }

  private String cell(@org.jspecify.annotations.Nullable Double percent) {
    if (percent == null) {
      return "<td></td>";
    }
    double strength = Math.min(1, Math.abs(percent) / FULL_COLOUR);
    String colour = percent < 0 ? "neg" : "pos";
    return "<td class=\"%s\" style=\"--s:%s\">%s</td>"
        .formatted(
            colour,
            Markup.at(strength),
            Markup.escape(drawn.format().signed(percent).replace("%", "").strip()));
  }
}
