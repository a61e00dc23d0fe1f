package sorte.trading.backtest;

import java.io.IOException;
import sorte.trading.market.Bars;

/// The recorded bars beside the repository, for tests of other packages; skips where they are not.
public final class RecordedSeries {
  private RecordedSeries() {}

  public static Bars bars(String name) throws IOException {
    return Shared.bars(name);
  }
}
