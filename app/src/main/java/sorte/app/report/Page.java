package sorte.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The whole report as one HTML page: its style, its drawings and its few lines of script are in
/// it, and its own policy forbids it to ask for anything.
record Page(Drawn drawn) {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  String html() {
    String title = drawn.say("title", drawn.result().strategy());
    return "<!doctype html>\n<html lang=\""
        + (drawn.format().portuguese() ? "pt-BR" : "en")
        + "\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + Markup.escape(title)
        + "</title>\n<style>\n"
        + resource("page.css")
        + "</style></head>\n<body><main>\n"
        + header(title)
        + new EquityPlots(drawn).equity().html(drawn)
        + new EquityPlots(drawn).drawdown().html(drawn)
        + new CandlePlots(drawn).candles().html(drawn)
        + new CandlePlots(drawn).exposure().html(drawn)
        + new MonthTable(drawn).html()
        + new FigureRows(drawn).html()
        + new TradeTable(drawn).html()
        + "<footer><p>"
        + Markup.escape(drawn.say("footer"))
        + "</p></footer>\n</main>\n<script>\n"
        + resource("page.js")
        + "</script>\n</body></html>\n";
  }

  private String header(String title) {
    StringBuilder html = new StringBuilder("<header><h1>");
    html.append(Markup.escape(title)).append("</h1><p>");
    int last = drawn.bars().size() - 1;
    html.append(
        Markup.escape(
            drawn.say(
                "subtitle",
                drawn.format().whole(drawn.bars().size()),
                drawn.day(0),
                drawn.day(last))));
    html.append("</p><ul class=\"heads\">");
    List<String> heads = List.of("return", "drawdown", "sharpe", "win-rate", "trades");
    for (FigureRows.Row row : new FigureRows(drawn).rows()) {
      if (heads.contains(row.key())) {
        html.append("<li><span>")
            .append(Markup.escape(drawn.say("figure." + row.key())))
            .append("</span><strong>")
            .append(Markup.escape(row.value()))
            .append("</strong></li>");
      }
    }
    return html.append("</ul></header>\n").toString();
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream("/sorte/app/report/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
