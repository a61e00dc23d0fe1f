package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.VenueBacktest;
import sorte.trading.exchange.BarPath;
import sorte.trading.exchange.FeeSchedule;
import sorte.trading.exchange.FillModel;
import sorte.trading.exchange.Latency;
import sorte.trading.exchange.Margin;
import sorte.trading.exchange.Slippage;
import sorte.trading.market.Instrument;

/// What makes a backtest go as orders through the simulated exchange: where one of these is given.
final class VenueOptions {
  private static final double USUAL_MAINTENANCE = 0.005;
  private static final double USUAL_LIQUIDATION_FEE = 0.005;
  private static final long LARGEST_FILE = 65_536;

  @Option(names = "--participation", descriptionKey = "backtest.participation")
  private @Nullable Double participation;

  @Option(names = "--slippage-model", descriptionKey = "backtest.slippage-model")
  private @Nullable String slippageModel;

  @Option(names = "--maker-fee", descriptionKey = "backtest.maker-fee")
  private @Nullable Double makerFee;

  @Option(names = "--taker-fee", descriptionKey = "backtest.taker-fee")
  private @Nullable Double takerFee;

  @Option(names = "--fee-tiers", descriptionKey = "backtest.fee-tiers")
  private @Nullable String feeTiers;

  @Option(names = "--latency-ms", descriptionKey = "backtest.latency-ms")
  private @Nullable Long latencyMillis;

  @Option(names = "--latency-bars", descriptionKey = "backtest.latency-bars")
  private @Nullable Integer latencyBars;

  @Option(names = "--tick", descriptionKey = "backtest.tick")
  private @Nullable Double tick;

  @Option(names = "--lot", descriptionKey = "backtest.lot")
  private @Nullable Double lot;

  @Option(names = "--min-notional", descriptionKey = "backtest.min-notional")
  private @Nullable Double minNotional;

  @Option(names = "--borrow-rate", descriptionKey = "backtest.borrow-rate")
  private @Nullable Double borrowRate;

  @Option(names = "--leverage", descriptionKey = "backtest.leverage")
  private @Nullable Double leverage;

  @Option(names = "--maintenance-margin", descriptionKey = "backtest.maintenance-margin")
  private @Nullable Double maintenance;

  @Option(names = "--liquidation-fee", descriptionKey = "backtest.liquidation-fee")
  private @Nullable Double liquidationFee;

  @Option(names = "--path", descriptionKey = "backtest.path")
  private @Nullable String path;

  /// Whether the backtest goes through the exchange.
  boolean given() {
    return Stream.of(
            participation,
            slippageModel,
            makerFee,
            takerFee,
            feeTiers,
            latencyMillis,
            latencyBars,
            tick,
            lot,
            minNotional,
            borrowRate,
            leverage,
            maintenance,
            liquidationFee,
            path)
        .anyMatch(option -> option != null);
  }

  /// The same backtest, with what was said here besides.
  ///
  /// @throws IllegalArgumentException saying which value is out of its bounds
  VenueBacktest through(Backtest plain) throws IOException {
    Instrument instrument =
        new Instrument(plain.instrument().symbol(), or(tick, 0), or(lot, 1), or(minNotional, 0));
    FillModel model =
        new FillModel(
            BarPath.of(path == null ? "worst" : path),
            plain.fill(),
            or(participation, 0),
            slippage(plain.costs().slippage()),
            plain.costs().spread(),
            fees(plain.costs().fee()),
            new Latency(
                latencyMillis == null ? 0 : latencyMillis, latencyBars == null ? 0 : latencyBars),
            or(borrowRate, 0),
            margin());
    return new VenueBacktest(model, plain.cash(), instrument, plain.zone());
  }

  private Slippage slippage(double proportional) {
    if (slippageModel == null) {
      return proportional == 0 ? Slippage.NONE : new Slippage.Proportional(proportional);
    }
    if (proportional != 0) {
      throw new IllegalArgumentException("--slippage or --slippage-model, not both");
    }
    return Slippage.of(slippageModel);
  }

  private FeeSchedule fees(double fee) throws IOException {
    if (feeTiers == null) {
      return FeeSchedule.of(or(makerFee, fee), or(takerFee, fee));
    }
    if (makerFee != null || takerFee != null) {
      throw new IllegalArgumentException("--fee-tiers, or --maker-fee and --taker-fee, not both");
    }
    return FeeSchedule.parse(feeTiers.contains(":") ? feeTiers : read(Path.of(feeTiers)));
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
      throw new IllegalArgumentException(
          "--fee-tiers is VOLUME:MAKER:TAKER, apart by commas, or a file of such lines of at most "
              + LARGEST_FILE
              + " bytes, was "
              + OneLine.of(file.toString()));
    }
    return Files.readString(file);
  }

  private Margin margin() {
    if (leverage == null && maintenance == null && liquidationFee == null) {
      return Margin.WHOLE;
    }
    return new Margin.Isolated(
        or(leverage, 1),
        or(maintenance, USUAL_MAINTENANCE),
        or(liquidationFee, USUAL_LIQUIDATION_FEE));
  }

  private static double or(@Nullable Double given, double otherwise) {
    return given == null ? otherwise : given;
  }
}
