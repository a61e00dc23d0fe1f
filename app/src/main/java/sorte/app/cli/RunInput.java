package sorte.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sorte.trading.analysis.ParameterGrid;
import sorte.trading.backtest.Backtest;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;

/// The options that say what is run over which bars, with what costs.
final class RunInput {
  @Option(
      names = "--strategy",
      required = true,
      paramLabel = "NAME|FILE.java",
      descriptionKey = "backtest.strategy")
  String strategy = "";

  @Option(names = "--data", required = true, paramLabel = "FILE", descriptionKey = "backtest.data")
  private Path data = Path.of("");

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

  @Option(names = "--range", paramLabel = "PARAMETER=A..B:STEP", descriptionKey = "analyse.range")
  private List<String> ranges = List.of();

  Backtest backtest(Screen screen) {
    between(screen, "--cash", cash, 1e-8, 90_000_000_000.0);
    between(screen, "--fee", fee, 0, 0.5);
    between(screen, "--spread", spread, 0, 0.5);
    between(screen, "--slippage", slippage, 0, 0.5);
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

  static void between(Screen screen, String option, double value, double min, double max) {
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

  SortedMap<String, Double> settings(Screen screen) {
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

  /// What `--range` spans; refused where there is none.
  ParameterGrid grid(Screen screen) {
    List<ParameterGrid.Axis> axes = new ArrayList<>();
    try {
      for (String range : ranges) {
        axes.add(ParameterGrid.Axis.of(range));
      }
      return new ParameterGrid(axes);
    } catch (IllegalArgumentException _) {
      throw Problem.usage(
          screen
              .words()
              .say(
                  "error.analysis-range",
                  OneLine.of(String.join(" ", ranges)),
                  Integer.toString(ParameterGrid.MOST_POINTS)));
    }
  }

  Bars bars(Screen screen) throws IOException {
    Bars bars =
        switch (BarsFile.read(data)) {
          case BarsReading.Read read -> read.bars();
          case BarsReading.Bad bad -> throw BadBars.problem(screen, bad);
        };
    Bars cut =
        bars.between(
            from == null ? Long.MIN_VALUE : millis(screen, "--from", from),
            to == null ? Long.MAX_VALUE : millis(screen, "--to", to));
    if (cut.isEmpty()) {
      throw Problem.usage(screen.words().say("error.no-range", data));
    }
    return cut;
  }

  private static long millis(Screen screen, String option, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException _) {
      throw Problem.usage(screen.words().say("error.date", option, OneLine.of(text)));
    }
  }
}
