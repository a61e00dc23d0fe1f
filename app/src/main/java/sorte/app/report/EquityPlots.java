package sorte.app.report;

import java.util.Locale;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.money.Money;

/// The account over time, and how far below its peak it was.
record EquityPlots(Drawn drawn) {
  /// Points of a line at most.
  static final int POINTS = 500;

  /// What the account was worth, and what holding would have been.
  Plot equity() {
    BacktestResult result = drawn.result();
    Buckets buckets = Buckets.of(result.bars(), POINTS);
    double[] account = new double[buckets.count()];
    double[] held = new double[buckets.count()];
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    double start = Money.toDouble(result.startEquity());
    int base = Math.min(result.firstDecisionBar(), result.bars() - 1);
    for (int i = 0; i < account.length; i++) {
      int bar = buckets.to(i) - 1;
      account[i] = Money.toDouble(result.equity().at(bar));
      held[i] = start * drawn.bars().close(Math.max(bar, base)) / drawn.bars().close(base);
      low = Math.min(low, Math.min(account[i], held[i]));
      high = Math.max(high, Math.max(account[i], held[i]));
    }
    Scale scale = Scale.of(low, high);
    Plot plot =
        new Plot(
            drawn.say("equity.title"),
            drawn.say(
                "equity.described",
                drawn.format().money(start),
                drawn.format().money(Money.toDouble(result.finalEquity()))),
            "tall");
    plot.grid(scale, v -> drawn.format().whole((long) Math.rint(v)));
    plot.shape("<path class=\"line held\" d=\"" + path(held, scale) + "\"/>");
    plot.shape("<path class=\"line account\" d=\"" + path(account, scale) + "\"/>");
    for (int i = 0; i < account.length; i++) {
      plot.reading(
          drawn.say(
              "equity.reading",
              drawn.day(buckets.to(i) - 1),
              drawn.format().money(account[i]),
              drawn.format().money(held[i])));
    }
    plot.legend(
        "<s class=\"account\"></s>"
            + Markup.escape(drawn.say("equity.account"))
            + " <s class=\"held\"></s>"
            + Markup.escape(drawn.say("equity.held")));
    return plot.note(scale.logarithmic() ? drawn.say("scale.logarithmic") : "");
  }

  /// Below the peak so far, in percent; the deepest of each place.
  Plot drawdown() {
    BacktestResult result = drawn.result();
    Buckets buckets = Buckets.of(result.bars(), POINTS);
    double[] falls = falls(result, buckets);
    Scale scale = Scale.below(-Math.max(result.maxDrawdownPct(), 0.01));
    String line = path(falls, scale);
    Plot plot =
        new Plot(
            drawn.say("drawdown.title"),
            drawn.say(
                "drawdown.described",
                drawn.format().percent(result.maxDrawdownPct()),
                drawn.format().whole(Math.round(drawn.performance().fallLongestDays()))),
            "short");
    plot.grid(scale, drawn.format()::percent);
    plot.shape("<path class=\"fall\" d=\"M0 0L" + line.substring(1) + "L1000 0Z\"/>");
    plot.shape("<path class=\"line edge\" d=\"" + line + "\"/>");
    for (int i = 0; i < falls.length; i++) {
      plot.reading(drawn.day(buckets.to(i) - 1) + "\n" + drawn.format().percent(falls[i]));
    }
    return plot;
  }

  static double[] falls(BacktestResult result, Buckets buckets) {
    double[] falls = new double[buckets.count()];
    double peak = Money.toDouble(result.startEquity());
    for (int i = 0; i < falls.length; i++) {
      for (int bar = buckets.from(i); bar < buckets.to(i); bar++) {
        double now = Money.toDouble(result.equity().at(bar));
        peak = Math.max(peak, now);
        falls[i] = Math.min(falls[i], 100 * (now / peak - 1));
      }
    }
    return falls;
  }

  private static String path(double[] values, Scale scale) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      double x = Plot.WIDE * (i + 0.5) / values.length;
      double y = Plot.HIGH * scale.height(values[i]);
      path.append(i == 0 ? 'M' : 'L');
      path.append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }
    return path.toString();
  }
}
