package sorte.guardian.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import sorte.guardian.child.DecideAnswer;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.RecordedDecisions;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.release.GuardianKey.Digest;

/// What candidates are tried on.
///
/// @param history bars that were recorded before the first live one
/// @param cash money at the start, in 1e-8
/// @param maxDrawdown the owner's limit, as a fraction
/// @param others further markets, in their order
public record Ground(
    Bars history,
    Costs costs,
    Instrument instrument,
    long cash,
    double maxDrawdown,
    List<Other> others) {

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
    others = List.copyOf(others);
  }

  /// A market beside the one that is traded.
  ///
  /// @param name for example `ETHUSDT`
  public record Other(String name, Bars bars) {
    /// Prices as they stand, any fraction: no lot of another market's stands between two versions.
    Instrument instrument() {
      return new Instrument(name, 0, 0, 0);
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
        USUAL_DRAWDOWN,
        OtherMarkets.builtIn(CHECKING_SEED));
  }

  /// What decisions on the history come to.
  Optional<BacktestResult> played(DecideAnswer.Decided decided, Costs itsCosts) {
    return played(history, instrument, decided, itsCosts);
  }

  /// What decisions on a further market come to.
  Optional<BacktestResult> played(Other market, DecideAnswer.Decided decided) {
    return played(market.bars(), market.instrument(), decided, costs);
  }

  private Optional<BacktestResult> played(
      Bars bars, Instrument traded, DecideAnswer.Decided decided, Costs itsCosts) {
    Backtest backtest = new Backtest(itsCosts, Fill.NEXT_OPEN, cash, traded, ZoneOffset.UTC);
    return switch (Recording.of(decided)) {
      case RecordedDecisions.Reading.Bad _ -> Optional.empty();
      case RecordedDecisions.Reading.Read(RecordedDecisions read) ->
          Optional.of(backtest.run("candidate", bars, read.replay()));
    };
  }

  /// SHA-256 of the history's bars and of how long they are.
  String historyDigest() {
    return digest(history);
  }

  /// The same with those of the further markets.
  String marketsDigest() {
    StringBuilder all = new StringBuilder(historyDigest());
    others.forEach(
        other -> all.append('\n').append(other.name()).append(' ').append(digest(other.bars())));
    return Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(Bars bars) {
    ByteBuffer rows = ByteBuffer.allocate(Long.BYTES + bars.size() * 6 * Long.BYTES);
    rows.putLong(bars.length().millis());
    for (int bar = 0; bar < bars.size(); bar++) {
      rows.putLong(bars.time(bar)).putDouble(bars.open(bar)).putDouble(bars.high(bar));
      rows.putDouble(bars.low(bar)).putDouble(bars.close(bar)).putDouble(bars.volume(bar));
    }
    return Digest.sha256(rows.array());
  }

  /// SHA-256 of the bars and of all else here.
  public String digest() {
    String all =
        marketsDigest() + "\n" + costs + "\n" + instrument + "\n" + cash + "\n" + maxDrawdown;
    return Digest.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  /// What lies in a home now.
  public static Ground of(Home home) throws IOException {
    return new HomeGround(home).ground();
  }
}
