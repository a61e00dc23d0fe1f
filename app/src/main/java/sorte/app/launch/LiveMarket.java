package sorte.app.launch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.function.IntConsumer;
import sorte.data.feed.ExchangeFailure;
import sorte.data.feed.Exchanges;
import sorte.data.feed.FeedName;
import sorte.data.feed.History;
import sorte.data.feed.PublicMarket;
import sorte.data.feed.Timing;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketSpec;

/// An exchange's market as a home's: its history is fetched before anything starts, since gates
/// judge on it.
///
/// @param progress is told how many bars of the history are there
public record LiveMarket(FeedName name, InstantSource clock, IntConsumer progress) {

  /// The fewest bars of history to judge anything on.
  static final int FEWEST_BARS = 500;

  /// Fetches the history and writes the market, last of all: a death before it leaves a home
  /// without a market, which begins anew.
  ///
  /// @throws ExchangeFailure where the exchange does not give it
  MarketChoice.Outcome begin(Home home, double fee) throws IOException, InterruptedException {
    Timing timing = Timing.usual(name.interval());
    try (HttpClient http = Exchanges.client(timing)) {
      PublicMarket market =
          Exchanges.of(name.exchange(), Config.of(home), http, timing).orElseThrow();
      History history = new History(name, market, clock, progress);
      Instrument instrument = history.instrument();
      Bars bars = history.fetch(MarketSpec.USUAL_HISTORY);
      if (bars.size() < FEWEST_BARS) {
        return new MarketChoice.TooShort(bars.size(), FEWEST_BARS);
      }
      Files.createDirectories(home.feed());
      Files.createDirectories(home.history().resolve("..").normalize());
      history.write(home.feedLog(), bars);
      BarsFile.write(home.history(), bars);
      MarketSpec spec =
          new MarketSpec(
              new MarketSpec.Live(name.toString(), home.feedLog()),
              instrument,
              name.interval().minutes(),
              bars.size(),
              fee);
      spec.write(home.marketFile());
      return new MarketChoice.Written(spec);
    }
  }
}
