package sorte.app.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import sorte.change.observe.Figures;

/// Numbers and times as people of one language write them.
record Format(String language) {
  static final long DAY_MILLIS = 86_400_000;
  private static final int DIGITS = 5;

  boolean portuguese() {
    return language.equals("pt");
  }

  String money(double value) {
    return new Figures(language).money(value);
  }

  String percent(double percent) {
    if (!Double.isFinite(percent)) {
      return infinite(percent);
    }
    return new Figures(language).fixed(percent, 2) + (portuguese() ? " %" : "%");
  }

  /// A percent with its sign in front.
  String signed(double percent) {
    String text = percent(percent);
    return percent > 0 && !text.startsWith("0,00") && !text.startsWith("0.00") ? "+" + text : text;
  }

  String ratio(double value) {
    return Double.isFinite(value) ? new Figures(language).fixed(value, 2) : infinite(value);
  }

  String whole(long value) {
    return new Figures(language).whole(value);
  }

  private static String infinite(double value) {
    return value == Double.POSITIVE_INFINITY ? "∞" : "–";
  }

  /// To five digits that count, at most eight behind the point.
  String price(double value) {
    double size = Math.abs(value);
    int digits = 2;
    for (double limit = 100; size > 0 && size < limit && digits < 8; limit /= 10) {
      digits++;
    }
    return new Figures(language).fixed(value, Math.min(8, Math.max(2, digits - (DIGITS - 3) + 1)));
  }

  String quantity(double value) {
    return value == Math.rint(value) ? whole((long) value) : price(value);
  }

  /// In UTC; the day alone where `daily`.
  String time(long millis, boolean daily) {
    String pattern = portuguese() ? "dd/MM/yyyy" : "yyyy-MM-dd";
    return DateTimeFormatter.ofPattern(daily ? pattern : pattern + " HH:mm", Locale.ROOT)
        .format(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
  }

  /// The month and year of a time.
  String month(long millis) {
    return DateTimeFormatter.ofPattern(portuguese() ? "MM/yyyy" : "yyyy-MM", Locale.ROOT)
        .format(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
  }
}
