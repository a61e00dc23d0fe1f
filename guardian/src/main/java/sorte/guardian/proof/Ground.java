package sorte.guardian.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import sorte.trading.backtest.Backtest;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;
import sorte.trading.release.GuardianKey.Digest;

/// What candidates are tried on.
///
/// @param history bars that were recorded before the first live one
/// @param cash money at the start, in 1e-8
/// @param maxDrawdown the owner's limit, as a fraction
public record Ground(
    Bars history, Costs costs, Instrument instrument, long cash, double maxDrawdown) {

  /// The seed of the built-in market that single files are looked at with.
  public static final long CHECKING_SEED = 1;

  /// The most bars of history that a candidate is tried on: the latest.
  public static final int HISTORY_MOST = 20_000;

  private static final double USUAL_DRAWDOWN = 0.5;

  public Ground {
    if (history.isEmpty()) {
      throw new IllegalArgumentException("candidates are tried on a history; there is none");
    }
    if (history.size() > HISTORY_MOST) {
      history = history.slice(history.size() - HISTORY_MOST, history.size());
    }
  }

  /// Where the ground comes from, asked at each judgement.
  public interface Source {
    Ground ground() throws IOException;
  }

  /// The built-in market with its usual costs.
  public static Ground builtIn() {
    Bars history = new MarketSource.BuiltIn(CHECKING_SEED).from(0).take(MarketSpec.USUAL_HISTORY);
    return new Ground(
        history,
        Costs.fee(MarketSpec.USUAL_FEE),
        Instrument.simulated(),
        Backtest.USUAL_CASH,
        USUAL_DRAWDOWN);
  }

  /// SHA-256 of the bars and of how long they are.
  String historyDigest() {
    ByteBuffer rows = ByteBuffer.allocate(Long.BYTES + history.size() * 6 * Long.BYTES);
    rows.putLong(history.length().millis());
    for (int bar = 0; bar < history.size(); bar++) {
      rows.putLong(history.time(bar)).putDouble(history.open(bar)).putDouble(history.high(bar));
      rows.putDouble(history.low(bar)).putDouble(history.close(bar)).putDouble(history.volume(bar));
    }
    return Digest.sha256(rows.array());
  }

  /// SHA-256 of the bars and of all else here.
  public String digest() {
    String all =
        historyDigest() + "\n" + costs + "\n" + instrument + "\n" + cash + "\n" + maxDrawdown;
    return Digest.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  /// What lies in a home.
  public static Ground of(Home home) throws IOException {
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
              config.maxDrawdown());
    };
  }
}
