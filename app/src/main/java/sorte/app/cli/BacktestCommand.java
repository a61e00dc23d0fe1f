package sorte.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import sorte.change.observe.Figures;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.VenueBacktest;
import sorte.trading.backtest.VenueResult;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;

/// Runs a strategy over recorded bars.
@CommandLine.Command
class BacktestCommand extends Command {
  @Option(
      names = "--strategy",
      required = true,
      paramLabel = "NAME|FILE.java",
      descriptionKey = "backtest.strategy")
  String strategy = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE|SERIES",
      descriptionKey = "backtest.data")
  String data = "";

  @Option(names = "--cash", defaultValue = "10000", descriptionKey = "backtest.cash")
  private double cash = 10_000;

  @Option(names = "--fee", defaultValue = "0.002", descriptionKey = "backtest.fee")
  private double fee = 0.002;

  @Option(names = "--spread", defaultValue = "0", descriptionKey = "backtest.spread")
  private double spread;

  @Option(names = "--slippage", defaultValue = "0", descriptionKey = "backtest.slippage")
  private double slippage;

  @Option(names = "--fill", defaultValue = "next-open", descriptionKey = "backtest.fill")
  private String fill = "next-open";

  @Option(names = "--from", paramLabel = "TIME", descriptionKey = "backtest.from")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", descriptionKey = "backtest.to")
  private @Nullable String to;

  @Option(names = "--set", paramLabel = "PARAMETER=VALUE", descriptionKey = "backtest.set")
  private List<String> set = List.of();

  @CommandLine.Mixin private final VenueOptions venue = new VenueOptions();

  @Option(names = "--report", paramLabel = "FILE", descriptionKey = "backtest.report")
  private @Nullable Path report;

  BacktestCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Backtest backtest = backtest();
    Optional<VenueBacktest> exchange = exchange(backtest);
    ReportOption asked = ReportOption.of(screen, report);
    SortedMap<String, Double> settings = settings();
    Bars bars = cut(read());
    StrategyChoice choice = new StrategyChoice(screen, home(), common.json());
    StrategyChoice.Chosen chosen = choice.decisions(strategy, bars, settings);
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
    VenueResult result = exchange.run(chosen.name(), bars, chosen.decisions());
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

  final Backtest backtest() {
    between("--cash", cash, 1e-8, 90_000_000_000.0);
    between("--fee", fee, 0, 0.5);
    between("--spread", spread, 0, 0.5);
    between("--slippage", slippage, 0, 0.5);
    if (!fill.equals("next-open") && !fill.equals("close")) {
      throw Problem.usage(
          screen
              .words()
              .say("error.usage", "--fill next-open | --fill close, " + OneLine.of(fill)));
    }
    return new Backtest(
        new Costs(fee, spread, slippage),
        Fill.of(fill),
        Money.of(cash),
        Instrument.wholeUnits("DATA"),
        ZoneOffset.UTC);
  }

  private void between(String option, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw Problem.usage(
          screen
              .words()
              .say(
                  "error.number",
                  option,
                  BigDecimal.valueOf(min).toPlainString(),
                  BigDecimal.valueOf(max).toPlainString(),
                  Double.toString(value)));
    }
  }

  final SortedMap<String, Double> settings() {
    SortedMap<String, Double> settings = new TreeMap<>();
    for (String one : set) {
      int equals = one.indexOf('=');
      if (equals < 1) {
        throw Problem.usage(screen.words().say("error.setting", OneLine.of(one)));
      }
      String value = one.substring(equals + 1);
      try {
        settings.put(one.substring(0, equals), Double.valueOf(value));
      } catch (NumberFormatException _) {
        throw Problem.usage(
            screen.words().say("error.setting-value", one.substring(0, equals), OneLine.of(value)));
      }
    }
    return settings;
  }

  final Bars read() throws IOException {
    return new ChosenBars(screen, home()).bars(data);
  }

  /// What runs plain backtests alone says so, where it was asked to go through the exchange.
  final void refuseExchange() {
    if (venue.given() || report != null) {
      throw Problem.usage(screen.words().say("error.no-exchange"));
    }
  }

  final Bars cut(Bars bars) {
    long first = from == null ? Long.MIN_VALUE : millis("--from", from);
    long end = to == null ? Long.MAX_VALUE : millis("--to", to);
    Bars cut = bars.between(first, end);
    if (cut.isEmpty()) {
      throw Problem.usage(screen.words().say("error.no-range", data));
    }
    return cut;
  }

  private long millis(String option, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException _) {
      throw Problem.usage(screen.words().say("error.date", option, OneLine.of(text)));
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
