package sorte.app.report;

import java.util.List;
import java.util.Locale;
import sorte.trading.backtest.BacktestTrade;
import sorte.trading.market.Bars;

/// The market with the trades on it, and when there was a position.
record CandlePlots(Drawn drawn) {
  /// Candles drawn at most.
  static final int CANDLES = 200;

  private static final double BODY = 0.7;
  private static final double APART = 0.035;

  Plot candles() {
    Bars bars = drawn.bars();
    Buckets buckets = Buckets.of(bars.size(), CANDLES);
    List<Candle> candles = Candle.of(bars, buckets);
    Candle.Range range = Candle.Range.of(candles);
    List<Candle> shown = candles.stream().map(candle -> candle.within(range)).toList();
    Scale scale = Scale.of(range.low(), range.high());
    Marks marks = Marks.of(drawn.result(), buckets);
    Plot plot =
        new Plot(
            drawn.say("candles.title"),
            drawn.say(
                "candles.described",
                drawn.format().price(range.low()),
                drawn.format().price(range.high()),
                drawn.format().whole(drawn.result().trades().size())),
            "tall");
    plot.grid(scale, drawn.format()::price);
    plot.shape(shapes(shown, scale));
    for (int i = 0; i < candles.size(); i++) {
      signs(plot, marks, i, (i + 0.5) / candles.size(), shown.get(i), scale);
      plot.reading(reading(buckets, i, candles.get(i), marks));
    }
    plot.legend(legend());
    int each = (bars.size() + buckets.count() - 1) / buckets.count();
    String gathered = each > 1 ? drawn.say("candles.gathered", drawn.format().whole(each)) : "";
    return plot.note(
        (gathered + " " + (scale.logarithmic() ? drawn.say("scale.logarithmic") : "")).trim());
  }

  private static String shapes(List<Candle> candles, Scale scale) {
    StringBuilder wicks = new StringBuilder();
    StringBuilder up = new StringBuilder();
    StringBuilder down = new StringBuilder();
    double width = Plot.WIDE / candles.size();
    for (int i = 0; i < candles.size(); i++) {
      Candle c = candles.get(i);
      double middle = (i + 0.5) * width;
      wicks.append(at("M%.1f %.1fV%.1f", middle, y(scale, c.high()), y(scale, c.low())));
      double top = y(scale, Math.max(c.open(), c.close()));
      double height = Math.max(1.5, y(scale, Math.min(c.open(), c.close())) - top);
      (c.rises() ? up : down)
          .append(
              at(
                  "M%.1f %.1fh%.1fv%.1fh-%.1fz",
                  middle - width * BODY / 2, top, width * BODY, height, width * BODY));
    }
    return "<path class=\"wick\" d=\""
        + wicks
        + "\"/><path class=\"up\" d=\""
        + up
        + "\"/><path class=\"down\" d=\""
        + down
        + "\"/>";
  }

  private static void signs(Plot plot, Marks marks, int i, double x, Candle candle, Scale scale) {
    double under = scale.height(candle.low()) + APART;
    double over = scale.height(candle.high()) - APART;
    if (marks.longs()[i] > 0) {
      plot.sign("in", "▲", x, Math.min(0.97, under));
    }
    if (marks.shorts()[i] > 0) {
      plot.sign("in sold", "▼", x, Math.max(0.03, over));
    }
    if (marks.won()[i] + marks.lost()[i] > 0) {
      String style = marks.won()[i] >= marks.lost()[i] ? "out won" : "out lost";
      double y = marks.shorts()[i] > 0 ? over - APART : over;
      plot.sign(style, marks.won()[i] >= marks.lost()[i] ? "●" : "○", x, Math.max(0.03, y));
    }
  }

  private String reading(Buckets buckets, int i, Candle candle, Marks marks) {
    Format format = drawn.format();
    String first = drawn.day(buckets.from(i));
    String last = drawn.day(buckets.to(i) - 1);
    String text =
        drawn.say(
            "candles.reading",
            first.equals(last) ? first : first + " – " + last,
            format.price(candle.open()),
            format.price(candle.high()),
            format.price(candle.low()),
            format.price(candle.close()));
    int entries = marks.longs()[i] + marks.shorts()[i];
    int exits = marks.won()[i] + marks.lost()[i];
    return entries + exits == 0
        ? text
        : text + "\n" + drawn.say("candles.trades", format.whole(entries), format.whole(exits));
  }

  private String legend() {
    return "<i class=\"in\">▲</i> "
        + Markup.escape(drawn.say("candles.bought"))
        + " <i class=\"in sold\">▼</i> "
        + Markup.escape(drawn.say("candles.sold-short"))
        + " <i class=\"out won\">●</i> "
        + Markup.escape(drawn.say("candles.left-won"))
        + " <i class=\"out lost\">○</i> "
        + Markup.escape(drawn.say("candles.left-lost"));
  }

  /// The share of each place's bars on which a trade was held: above the middle long, below short.
  Plot exposure() {
    Buckets buckets = Buckets.of(drawn.bars().size(), CANDLES);
    int[] bought = new int[buckets.count()];
    int[] sold = new int[buckets.count()];
    for (BacktestTrade trade : drawn.result().trades()) {
      int to = trade.open() ? drawn.bars().size() : trade.exitBar() + 1;
      for (int bar = trade.entryBar(); bar < to; bar++) {
        (trade.side() > 0 ? bought : sold)[buckets.of(bar)]++;
      }
    }
    String percent = drawn.format().percent(drawn.result().exposurePct());
    Plot plot =
        new Plot(drawn.say("exposure.title"), drawn.say("exposure.described", percent), "band");
    plot.shape("<path class=\"grid\" d=\"M0 500H1000\"/>");
    StringBuilder path = new StringBuilder();
    double width = Plot.WIDE / buckets.count();
    for (int i = 0; i < buckets.count(); i++) {
      double of = buckets.to(i) - buckets.from(i);
      double up = Math.min(1, bought[i] / of);
      double down = Math.min(1, sold[i] / of);
      if (up + down > 0) {
        path.append(
            at(
                "M%.1f %.1fh%.1fV%.1fh-%.1fz",
                i * width, 500 - 500 * up, width, 500 + 500 * down, width));
      }
      plot.reading(
          drawn.say(
              "exposure.reading",
              drawn.day(buckets.from(i)),
              drawn.format().percent(100 * up),
              drawn.format().percent(100 * down)));
    }
    return plot.shape("<path class=\"held-band\" d=\"" + path + "\"/>");
  }

  private static double y(Scale scale, double value) {
    return Plot.HIGH * scale.height(value);
  }

  private static String at(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
