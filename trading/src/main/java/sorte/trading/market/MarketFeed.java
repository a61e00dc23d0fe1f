package sorte.trading.market;

/// One pass over a market, bar after bar. The values are those of the bar last advanced to; no bar
/// is allocated. For one thread.
public interface MarketFeed {

  /// Goes to the next bar; false where there is none: for good, unless [#mayGoOn].
  boolean advance();

  /// Whether a market that has no further bar now may have one later.
  default boolean mayGoOn() {
    return false;
  }

  /// How old the current bar's news was when it was passed on here at `now`, in milliseconds: 0
  /// where a market's time is its own.
  ///
  /// @param now this machine's clock, epoch milliseconds
  default long age(long now) {
    return 0;
  }

  /// The number of the current bar in its market, from 0; -1 before the first.
  long number();

  long time();

  double open();

  double high();

  double low();

  double close();

  double volume();

  /// The current bar as a value.
  default Bar bar() {
    return new Bar(time(), open(), high(), low(), close(), volume());
  }

  /// The next `count` bars; fewer at the end.
  default Bars take(int count) {
    Bars.Builder builder = new Bars.Builder(count);
    while (builder.size() < count && advance()) {
      builder.add(time(), open(), high(), low(), close(), volume());
    }
    return builder.build();
  }
}
