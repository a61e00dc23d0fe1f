package sorte.data.store;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import sorte.trading.market.Instrument;

/// The bars of one instrument in one length, written `BTCUSDT:1h`.
///
/// @param symbol upper case, such as `BTC-USD`
public record Series(String symbol, Timeframe timeframe) implements Comparable<Series> {
  private static final Comparator<Series> ORDER =
      Comparator.comparing(Series::symbol).thenComparing(Series::timeframe);

  public Series {
    Instrument.wholeUnits(symbol); // refuses what is no symbol
  }

  /// @param symbol in any case
  /// @throws IllegalArgumentException when symbol or timeframe is none
  public static Series of(String symbol, String timeframe) {
    return new Series(symbol.toUpperCase(Locale.ROOT), Timeframe.of(timeframe));
  }

  /// The series that `text` names; empty where it is not of the form `SYMBOL:TIMEFRAME`.
  public static Optional<Series> named(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The name of its files, without their ending: `BTC%2FUSD-1h`.
  String fileName() {
    return symbol.replace("/", "%2F") + "-" + timeframe.text();
  }

  /// The series whose files have this name; empty where none does.
  static Optional<Series> ofFileName(String name) {
    int dash = name.lastIndexOf('-');
    Optional<Series> series =
        dash < 1
            ? Optional.empty()
            : named(name.substring(0, dash).replace("%2F", "/") + ":" + name.substring(dash + 1));
    return series.filter(found -> found.fileName().equals(name));
  }

  @Override
  public int compareTo(Series other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return symbol + ":" + timeframe.text();
  }
}
