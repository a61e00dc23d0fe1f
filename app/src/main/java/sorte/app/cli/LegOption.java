package sorte.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One `--leg STRATEGY@FILE[@TIMEFRAME]=SHARE` of a portfolio.
///
/// @param timeframe to build the leg's bars in, such as `4h`; null for the file's own
/// @param share of the account
record LegOption(String strategy, Path file, @Nullable String timeframe, double share) {
  private static final Pattern FORM =
      Pattern.compile("([^@]+)@(.+?)(?:@([1-9][0-9]{0,3}[mhdw]))?=([0-9.]+)");
  private static final int LONGEST_SYMBOL = 32;

  /// Read, or empty where it is not of this form.
  static Optional<LegOption> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      double share = Double.parseDouble(form.group(4));
      return share > 0 && share <= 1
          ? Optional.of(new LegOption(form.group(1), Path.of(form.group(2)), form.group(3), share))
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// What its instrument is called: the file's name, since a bars file states none. Legs on the
  /// same file trade the same instrument, and meet.
  String symbol() {
    String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
    String symbol =
        name.replaceAll("\\.(CSV|PARQUET)(\\.GZ)?$|:[0-9]+[MHDW]$", "")
            .replaceAll("[^A-Z0-9._/-]", "-");
    String begun = symbol.matches("[A-Z0-9].*") ? symbol : "X" + symbol;
    return begun.substring(0, Math.min(begun.length(), LONGEST_SYMBOL));
  }

  /// What results call it.
  String name() {
    String in = timeframe == null ? "" : "@" + timeframe;
    return strategy + "@" + symbol() + in;
  }
}
