package sorte.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.OHLCChart;
import org.knowm.xchart.OHLCSeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// The report as a picture: the main figures, the account, its falls, the market with the trades.
record Picture(Drawn drawn) {
  static final int WIDTH = 1280;
  private static final int HEAD = 150;
  private static final int TALL = 380;
  private static final int SHORT = 220;

  private static final Color NOTHING = new Color(0, 0, 0, 0);
  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x1B2320);
  private static final Color SOFT = new Color(0x5B6762);
  private static final Color RULE = new Color(0xE2E6E3);
  private static final Color ACCOUNT = new Color(0x0F6B53);
  private static final Color FALL = new Color(0xBD4A2C);
  private static final Color HELD = new Color(0x8A948F);
  private static final Color RISING = new Color(0xA9CDBE);
  private static final Color ENTRY = new Color(0x1F4FA3);

  byte[] png() throws IOException {
    BufferedImage image =
        new BufferedImage(WIDTH, HEAD + 2 * TALL + SHORT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(PAPER);
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      head(g);
      PictureSeries series = new PictureSeries(drawn);
      paint(g, equity(series), HEAD, TALL);
      paint(g, drawdown(series), HEAD + TALL, SHORT);
      paint(g, market(series), HEAD + TALL + SHORT, TALL);
    } finally {
      g.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private void head(Graphics2D g) {
    g.setColor(INK);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
    g.drawString(drawn.say("title", drawn.result().strategy()), 24, 44);
    g.setColor(SOFT);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    int last = drawn.bars().size() - 1;
    String bars = drawn.format().whole(drawn.bars().size());
    g.drawString(drawn.say("subtitle", bars, drawn.day(0), drawn.day(last)), 24, 70);
    List<String> shown =
        List.of("return", "cagr", "drawdown", "sharpe", "profit-factor", "win-rate", "trades");
    int x = 24;
    for (FigureRows.Row row : new FigureRows(drawn).rows()) {
      if (shown.contains(row.key())) {
        g.setColor(SOFT);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        g.drawString(drawn.say("figure." + row.key()), x, 104);
        g.setColor(INK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        g.drawString(row.value(), x, 130);
        x += (WIDTH - 48) / shown.size();
      }
    }
  }

  private XYChart equity(PictureSeries series) {
    XYChart chart = chart(drawn.say("equity.title"), TALL);
    chart.getStyler().setYAxisLogarithmic(series.logarithmicEquity());
    line(chart, drawn.say("equity.held"), series.times(), series.held(), HELD, 1.2f);
    line(chart, drawn.say("equity.account"), series.times(), series.account(), ACCOUNT, 2f);
    chart.getStyler().setLegendVisible(true);
    return chart;
  }

  private XYChart drawdown(PictureSeries series) {
    XYChart chart = chart(drawn.say("drawdown.title") + " (%)", SHORT);
    XYSeries falls =
        line(chart, drawn.say("drawdown.title"), series.times(), series.falls(), FALL, 1.2f);
    falls.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
    falls.setFillColor(new Color(FALL.getRed(), FALL.getGreen(), FALL.getBlue(), 60));
    return chart;
  }

  private OHLCChart market(PictureSeries series) {
    OHLCChart chart = new OHLCChart(WIDTH, TALL);
    style(chart, drawn.say("candles.title"));
    chart.getStyler().setYAxisLogarithmic(series.logarithmicPrice());
    PictureSeries.Candles c = series.candles();
    OHLCSeries candles =
        chart.addSeries(
            drawn.say("candles.title"), c.times(), c.opens(), c.highs(), c.lows(), c.closes());
    candles.setUpColor(RISING);
    candles.setDownColor(HELD);
    candles.setLineColor(HELD);
    candles.setShowInLegend(false);
    // a reversal leaves and enters at one place: the entry is drawn on top
    points(chart, "candles.left-won", series.exits(true), ACCOUNT, SeriesMarkers.CIRCLE);
    points(chart, "candles.left-lost", series.exits(false), FALL, SeriesMarkers.CIRCLE);
    points(chart, "candles.bought", series.entries(1), ENTRY, SeriesMarkers.TRIANGLE_UP);
    points(chart, "candles.sold-short", series.entries(-1), ENTRY, SeriesMarkers.TRIANGLE_DOWN);
    chart.getStyler().setLegendVisible(true);
    return chart;
  }

  private void points(
      OHLCChart chart, String key, PictureSeries.Points points, Color colour, Marker marker) {
    if (points.prices().length == 0) {
      return;
    }
    OHLCSeries series = chart.addSeries(drawn.say(key), points.times(), points.prices());
    series.setLineStyle(SeriesLines.NONE);
    series.setLineColor(NOTHING); // without a style a line is drawn all the same
    series.setMarkerColor(colour);
    series.setMarker(marker);
  }

  private static XYSeries line(
      XYChart chart, String name, double[] x, double[] y, Color colour, float width) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    series.setLineStyle(new BasicStroke(width));
    return series;
  }

  private XYChart chart(String title, int height) {
    XYChart chart = new XYChart(WIDTH, height);
    style(chart, title);
    return chart;
  }

  private void style(AxesChart<?, ?> chart, String title) {
    chart.setTitle(title);
    AxesChartStyler styler = chart.getStyler();
    styler.setChartBackgroundColor(PAPER);
    styler.setPlotBackgroundColor(PAPER);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(RULE);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setChartFontColor(INK);
    styler.setAxisTickLabelsColor(SOFT);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    styler.setChartTitleBoxVisible(false);
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setLegendPosition(Styler.LegendPosition.InsideNW);
    styler.setLegendBorderColor(RULE);
    styler.setLegendVisible(false);
    styler.setAntiAlias(true);
    styler.setMarkerSize(7);
    styler.setYAxisGroupPosition(0, Styler.YAxisPosition.Right);
    styler.setxAxisTickLabelsFormattingFunction(x -> drawn.format().month(x.longValue()));
    styler.setyAxisTickLabelsFormattingFunction(y -> drawn.format().ratio(y));
  }

  private static void paint(Graphics2D g, AxesChart<?, ?> chart, int top, int height) {
    Graphics2D part = (Graphics2D) g.create(0, top, WIDTH, height);
    try {
      chart.paint(part, WIDTH, height);
    } finally {
      part.dispose();
    }
  }
}
