package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import sorte.change.observe.Figures;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.VenueBacktest;
import sorte.trading.backtest.VenueResult;
import sorte.trading.market.Bars;
import sorte.trading.money.Money;

/// Runs a strategy over recorded bars.
@CommandLine.Command
class BacktestCommand extends Command {
  @CommandLine.Mixin final RunInput input = new RunInput();

  @CommandLine.Mixin private final VenueOptions venue = new VenueOptions();

  @Option(names = "--report", paramLabel = "FILE", descriptionKey = "backtest.report")
  private @Nullable Path report;

  BacktestCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Backtest backtest = input.backtest(screen);
    Optional<VenueBacktest> exchange = exchange(backtest);
    ReportOption asked = ReportOption.of(screen, report);
    SortedMap<String, Double> settings = input.settings(screen);
    Bars bars = input.bars(screen, home());
    StrategyChoice choice = new StrategyChoice(screen, home(), common.json());
    StrategyChoice.Chosen chosen = choice.decisions(input.strategy, bars, settings);
    if (exchange.isPresent()) {
      return throughTheExchange(exchange.get(), bars, chosen, asked);
    }
    long start = System.nanoTime();
    BacktestResult result = backtest.run(chosen.name(), bars, chosen.decisions());
    long elapsed = System.nanoTime() - start;
    asked.write(result, bars);
    if (common.json()) {
      screen.json(result.toJson(elapsed + chosen.nanos()));
    } else {
      show(result);
    }
    return Exit.DONE;
  }

  /// Where one of its options is given.
  private Optional<VenueBacktest> exchange(Backtest plain) throws IOException {
    try {
      return venue.given() ? Optional.of(venue.through(plain)) : Optional.empty();
    } catch (IllegalArgumentException refused) {
      throw Problem.usage(screen.words().say("error.usage", String.valueOf(refused.getMessage())));
    }
  }

  private Integer throughTheExchange(
      VenueBacktest exchange, Bars bars, StrategyChoice.Chosen chosen, ReportOption asked)
      throws IOException {
    long start = System.nanoTime();
    VenueResult result;
    try {
      result = exchange.run(chosen.name(), bars, chosen.decisions());
    } catch (IllegalArgumentException refused) {
      throw Problem.usage(screen.words().say("error.usage", String.valueOf(refused.getMessage())));
    }
    long elapsed = System.nanoTime() - start;
    asked.write(result.result(), bars);
    if (common.json()) {
      screen.json(result.toJson(elapsed + chosen.nanos()));
      return Exit.DONE;
    }
    show(result.result());
    screen.show(
        "backtest.exchange",
        rounded(Money.toDouble(result.borrowPaid())),
        Integer.toString(result.liquidations()),
        Integer.toString(result.rejected()));
    result.refusals().forEach(why -> screen.show("backtest.refusal", why));
    return Exit.DONE;
  }

  /// What runs plain backtests alone says so, where it was asked to go through the exchange.
  final void refuseExchange() {
    if (venue.given() || report != null) {
      throw Problem.usage(screen.words().say("error.no-exchange"));
    }
  }

  private void show(BacktestResult result) {
    screen.show(
        "backtest.line",
        result.strategy(),
        Integer.toString(result.bars()),
        Instant.ofEpochMilli(result.start()).toString(),
        Instant.ofEpochMilli(result.end()).toString());
    screen.show(
        "backtest.money",
        rounded(Money.toDouble(result.startEquity())),
        rounded(Money.toDouble(result.finalEquity())),
        rounded(result.returnPct()),
        rounded(Money.toDouble(result.feesPaid())));
    screen.show(
        "backtest.figures",
        rounded(result.maxDrawdownPct()),
        rounded(result.sharpe()),
        rounded(result.winRatePct()),
        rounded(result.exposurePct()),
        Integer.toString(result.trades().size()));
  }

  final String rounded(double value) {
    return new Figures(screen.language()).fixed(value, 2);
  }
}
