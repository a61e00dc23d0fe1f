package sorte.guardian.proof;

import java.io.IOException;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.MarketSpec;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;

/// What lies in a home: its market's history and, beside it, further markets of the same kind.
public final class HomeGround implements Ground.Source {
  private final Home home;
  private final OtherMarkets others;

  public HomeGround(Home home) {
    this.home = home;
    this.others = new OtherMarkets(home.marketData());
  }

  @Override
  public Ground ground() throws IOException {
    MarketSpec market = MarketSpec.read(home.marketFile());
    Config config = Config.of(home);
    return switch (BarsFile.read(home.history())) {
      case BarsReading.Bad bad -> throw new IOException(bad.message());
      case BarsReading.Read read ->
          new Ground(
              read.bars().lasting(market.length()),
              Costs.fee(market.fee()),
              market.instrument(),
              Money.of(config.cash()),
              config.maxDrawdown(),
              others.beside(market));
    };
  }
}
