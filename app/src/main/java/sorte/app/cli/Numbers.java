package sorte.app.cli;

import java.math.BigDecimal;

/// Numbers of the command line, held to their ranges.
record Numbers(Screen screen) {

  /// Refuses a value outside of its range, and says the range.
  void between(String option, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw Problem.usage(
          screen
              .words()
              .say(
                  "error.number",
                  option,
                  BigDecimal.valueOf(min).toPlainString(),
                  BigDecimal.valueOf(max).toPlainString(),
                  Double.toString(value)));
    }
  }
}
