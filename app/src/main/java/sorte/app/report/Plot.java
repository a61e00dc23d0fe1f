package sorte.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// A chart on a page: shapes that stretch with the page's width, labels that do not, and what the
/// pointer or the arrow keys read at each place.
final class Plot {
  /// Width and height of the drawing's own coordinates.
  static final double WIDE = 1000;

  static final double HIGH = 1000;

  private static final int TIME_LABELS = 5;

  private final String title;
  private final String description;
  private final String kind;
  private final StringBuilder shapes = new StringBuilder();
  private final StringBuilder labels = new StringBuilder();
  private final List<String> readings = new ArrayList<>();
  private String note = "";
  private String legend = "";

  /// @param kind its class on the page: how tall it is
  Plot(String title, String description, String kind) {
    this.title = title;
    this.description = description;
    this.kind = kind;
  }

  Plot shape(String svg) {
    shapes.append(svg);
    return this;
  }

  /// What is read at the next place from the left.
  Plot reading(String text) {
    readings.add(text);
    return this;
  }

  Plot note(String text) {
    note = text;
    return this;
  }

  /// @param html already safe
  Plot legend(String html) {
    legend = html;
    return this;
  }

  /// A sign that keeps its shape, at shares of the width and height.
  Plot sign(String style, String sign, double x, double y) {
    labels.append(
        "<i class=\"%s\" style=\"left:%s;top:%s\">%s</i>"
            .formatted(style, Markup.share(x), Markup.share(y), sign));
    return this;
  }

  /// Lines and labels of the values.
  Plot grid(Scale scale, DoubleFunction<String> label) {
    for (double tick : scale.ticks()) {
      double y = scale.height(tick);
      shapes.append("<path class=\"grid\" d=\"M0 %1$sH1000\"/>".formatted(Markup.at(y * HIGH)));
      labels.append(
          "<b style=\"top:%s\">%s</b>"
              .formatted(Markup.share(y), Markup.escape(label.apply(tick))));
    }
    return this;
  }

  /// @param times of so many bars, from the left
  String html(Drawn drawn) {
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"card\"><h2>").append(Markup.escape(title)).append("</h2>");
    html.append(legend.isEmpty() ? "" : "<p class=\"legend\">" + legend + "</p>");
    html.append("<div class=\"plot ").append(kind).append("\" tabindex=\"0\" role=\"img\" ");
    html.append("aria-label=\"").append(Markup.escape(description)).append("\">");
    html.append(
        "<svg viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    html.append(shapes).append("</svg><span class=\"labels\" aria-hidden=\"true\">");
    html.append(labels).append("</span><span class=\"hair\"></span>");
    html.append("<output class=\"tip\" aria-live=\"polite\"></output>");
    html.append("<script type=\"application/json\">").append(json()).append("</script></div>");
    html.append(times(drawn));
    html.append(note.isEmpty() ? "" : "<p class=\"note\">" + Markup.escape(note) + "</p>");
    return html.append("</section>\n").toString();
  }

  private static String times(Drawn drawn) {
    StringBuilder html = new StringBuilder("<p class=\"times\" aria-hidden=\"true\">");
    int last = drawn.bars().size() - 1;
    for (int i = 0; i < TIME_LABELS; i++) {
      int bar = (int) ((long) i * last / (TIME_LABELS - 1));
      html.append("<span>").append(drawn.format().month(drawn.bars().time(bar))).append("</span>");
    }
    return html.append("</p>").toString();
  }

  private String json() {
    String text = sorte.trading.door.Json.line(readings);
    return text.replace("<", "\\u003c").replace("&", "\\u0026");
  }
}
