package sorte.app.report;

import java.util.Locale;

/// Text made safe for a page, and coordinates short.
final class Markup {
  private Markup() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// A share as a percentage of a page's style.
  static String share(double value) {
    return at(100 * value) + "%";
  }

  /// Two digits behind the point, none where they are nothing.
  static String at(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
