package sorte.change.observe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as people of one language write them, on any machine.
public record Figures(String language) {
  /// `1.234,56` or `1,234.56`; what rounds to nothing has no sign.
  public String money(double value) {
    return fixed(value, 2);
  }

  public String percent(double fraction) {
    return fixed(fraction * 100, 2) + "%";
  }

  public String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    DecimalFormat format =
        new DecimalFormat(digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), symbols());
    return format.format(rounded);
  }

  public String whole(long value) {
    return new DecimalFormat("#,##0", symbols()).format(value);
  }

  private DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    boolean pt = language.equals("pt");
    symbols.setDecimalSeparator(pt ? ',' : '.');
    symbols.setGroupingSeparator(pt ? '.' : ',');
    return symbols;
  }
}
