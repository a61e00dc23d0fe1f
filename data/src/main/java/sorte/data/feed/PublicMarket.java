package sorte.data.feed;

import java.net.URI;
import java.util.List;
import sorte.trading.market.Bar;
import sorte.trading.market.Instrument;

/// An exchange's public market data, without a key. A request waits for its answer; what goes wrong
/// is an [ExchangeFailure]. Another exchange is another one of these.
public interface PublicMarket {

  /// The most bars of one answer.
  int mostBars();

  /// What is traded there under this symbol, and in which steps.
  ///
  /// @throws ExchangeFailure of kind UNKNOWN_SYMBOL where it is not traded there
  Instrument instrument(String symbol) throws ExchangeFailure, InterruptedException;

  /// Bars from `from` on, oldest first, at most `most`. The last may not be over yet.
  List<Bar> barsFrom(FeedName feed, long from, int most)
      throws ExchangeFailure, InterruptedException;

  /// The last bars before `before`, oldest first, at most `most`.
  List<Bar> barsBefore(FeedName feed, long before, int most)
      throws ExchangeFailure, InterruptedException;

  /// The exchange's clock, epoch milliseconds.
  long time() throws ExchangeFailure, InterruptedException;

  /// The address of the stream of this feed's bars and trades.
  URI stream(FeedName feed);

  /// What a text of the stream says.
  Message read(FeedName feed, String text);
}
