package sorte.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sorte.change.observe.Figures;
import sorte.data.store.Timeframe;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.PortfolioBacktest;
import sorte.trading.backtest.PortfolioLeg;
import sorte.trading.backtest.PortfolioResult;
import sorte.trading.market.Bar;
import sorte.trading.market.BarBuilder;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;

/// Runs several strategies, instruments and timeframes in one account over recorded bars.
@CommandLine.Command
final class PortfolioCommand extends Command {
  /// No limit: larger than anything an account can be.
  private static final double UNLIMITED = Double.MAX_VALUE;

  @Option(
      names = "--leg",
      required = true,
      paramLabel = "STRATEGY@FILE[@TIMEFRAME]=SHARE",
      descriptionKey = "portfolio.leg")
  private List<String> legs = List.of();

  @Mixin private final PaperOptions paper = new PaperOptions();

  @Option(names = "--max-exposure", descriptionKey = "portfolio.max-exposure")
  private double maxExposure = UNLIMITED;

  @Option(names = "--daily-loss", descriptionKey = "portfolio.daily-loss")
  private double dailyLoss = UNLIMITED;

  @Option(names = "--max-drawdown", descriptionKey = "portfolio.max-drawdown")
  private double maxDrawdown = UNLIMITED;

  private final Map<String, Bars> read = new HashMap<>();

  PortfolioCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    PortfolioBacktest account = account();
    List<PortfolioLeg> chosen = new ArrayList<>();
    for (String leg : legs) {
      chosen.add(leg(leg));
    }
    Optional<String> problem = PortfolioBacktest.problem(chosen);
    if (problem.isPresent()) {
      throw Problem.usage(screen.words().say("error.portfolio", problem.get()));
    }
    long start = System.nanoTime();
    PortfolioResult result = account.run(chosen);
    if (common.json()) {
      screen.json(result.toJson(System.nanoTime() - start));
    } else {
      show(result);
    }
    return Exit.DONE;
  }

  private PortfolioBacktest account() {
    limit("--max-exposure", maxExposure, 100);
    limit("--daily-loss", dailyLoss, 1);
    limit("--max-drawdown", maxDrawdown, 1);
    boolean limited = Math.min(maxExposure, Math.min(dailyLoss, maxDrawdown)) < UNLIMITED;
    Limits limits =
        new Limits(UNLIMITED, maxExposure, UNLIMITED, dailyLoss, maxDrawdown, Integer.MAX_VALUE);
    return new PortfolioBacktest(
        paper.costs(screen),
        paper.cash(screen),
        limited ? Optional.of(limits) : Optional.empty(),
        ZoneOffset.UTC);
  }

  private void limit(String option, double value, double most) {
    if (value != UNLIMITED) {
      new Numbers(screen).between(option, value, 1e-4, most);
    }
  }

  private PortfolioLeg leg(String text) throws IOException {
    LegOption leg =
        LegOption.of(text)
            .orElseThrow(() -> Problem.usage(screen.words().say("error.leg", OneLine.of(text))));
    Bars bars = bars(leg);
    if (bars.size() < 2) {
      throw Problem.usage(screen.words().say("error.leg-short", leg.file()));
    }
    StrategyChoice choice = new StrategyChoice(screen, home(), common.json());
    StrategyChoice.Chosen chosen = choice.decisions(leg.strategy(), bars, new TreeMap<>());
    return new PortfolioLeg(
        leg.name(), Instrument.wholeUnits(leg.symbol()), bars, chosen.decisions(), leg.share());
  }

  private Bars bars(LegOption leg) throws IOException {
    String data = leg.file().toString();
    Bars known = read.get(data);
    if (known == null) {
      known = new ChosenBars(screen, home()).bars(data);
      read.put(data, known);
    }
    return leg.timeframe() == null ? known : longer(known, leg.timeframe(), leg);
  }

  /// Bars of the timeframe made of the file's smaller ones; the last one only when it is whole.
  private Bars longer(Bars smaller, String timeframe, LegOption leg) {
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < smaller.size(); i++) {
      shortest = Math.min(shortest, smaller.time(i) - smaller.time(i - 1));
    }
    try {
      BarBuilder builder = new BarBuilder(Timeframe.of(timeframe).millis());
      List<Bar> made = new ArrayList<>();
      for (int i = 0; i < smaller.size(); i++) {
        made.addAll(builder.bar(smaller.bar(i), shortest));
      }
      return Bars.of(made);
    } catch (IllegalArgumentException refused) {
      throw Problem.usage(
          screen.words().say("error.leg-timeframe", leg.file(), OneLine.of(timeframe)));
    }
  }

  private void show(PortfolioResult result) {
    screen.show(
        "backtest.money",
        rounded(Money.toDouble(result.startEquity())),
        rounded(Money.toDouble(result.finalEquity())),
        rounded(result.returnPct()),
        rounded(Money.toDouble(result.feesPaid())));
    screen.show(
        "portfolio.figures",
        rounded(result.maxDrawdownPct()),
        rounded(result.sharpe()),
        rounded(Money.toDouble(result.house())),
        Integer.toString(result.denied().size()));
    for (PortfolioResult.Leg leg : result.legs()) {
      BacktestResult alone = leg.result();
      screen.show(
          "portfolio.leg",
          alone.strategy(),
          Instant.ofEpochMilli(alone.start()).toString(),
          Instant.ofEpochMilli(alone.end()).toString(),
          rounded(alone.returnPct()),
          Integer.toString(alone.trades().size()));
    }
  }

  private String rounded(double value) {
    return new Figures(screen.language()).fixed(value, 2);
  }
}
