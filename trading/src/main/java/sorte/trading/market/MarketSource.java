package sorte.trading.market;

/// Where a market's bars come from. Bar n is the same bar on every machine and every day.
public sealed interface MarketSource {

  /// A pass whose first [MarketFeed#advance] gives bar `number`.
  MarketFeed from(long number);

  /// How many bars there are; `Long.MAX_VALUE` where they never end.
  long size();

  /// The built-in market: simulated, endless.
  record BuiltIn(long seed) implements MarketSource {
    @Override
    public MarketFeed from(long number) {
      return new BuiltInMarket(seed).skip(number);
    }

    @Override
    public long size() {
      return Long.MAX_VALUE;
    }
  }

  /// Recorded bars.
  ///
  /// @param sha256 the digest of the file they were read from
  record Recorded(String sha256, Bars bars) implements MarketSource {
    @Override
    public MarketFeed from(long number) {
      return new RecordedFeed(bars, number);
    }

    @Override
    public long size() {
      return bars.size();
    }
  }

  /// An exchange's market as it happens: what the feed has written down.
  ///
  /// @param log of [ExchangeBar]s, written by the feed alone
  record Live(java.nio.file.Path log) implements MarketSource {
    @Override
    public MarketFeed from(long number) {
      return new LiveFeed(log, number);
    }

    @Override
    public long size() {
      return Long.MAX_VALUE;
    }
  }
}
