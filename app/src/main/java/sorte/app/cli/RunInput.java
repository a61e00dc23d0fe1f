package sorte.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sorte.trading.backtest.Backtest;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Fill;

/// The options that say what is run over which bars, with what costs.
final class RunInput {
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
  private String data = "";

  @Mixin private final PaperOptions paper = new PaperOptions();

  @Option(names = "--fill", defaultValue = "next-open", descriptionKey = "backtest.fill")
  private String fill = "next-open";

  @Option(names = "--from", paramLabel = "TIME", descriptionKey = "backtest.from")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", descriptionKey = "backtest.to")
  private @Nullable String to;

  @Option(names = "--set", paramLabel = "PARAMETER=VALUE", descriptionKey = "backtest.set")
  private List<String> set = List.of();

  Backtest backtest(Screen screen) {
    long cash = paper.cash(screen);
    if (!fill.equals("next-open") && !fill.equals("close")) {
      throw Problem.usage(
          screen
              .words()
              .say("error.usage", "--fill next-open | --fill close, " + OneLine.of(fill)));
    }
    return new Backtest(
        paper.costs(screen), Fill.of(fill), cash, Instrument.wholeUnits("DATA"), ZoneOffset.UTC);
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

  Bars bars(Screen screen, Home home) throws IOException {
    Bars bars = new ChosenBars(screen, home).bars(data);
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
