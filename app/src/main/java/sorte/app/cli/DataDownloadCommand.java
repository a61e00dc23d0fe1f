package sorte.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.data.download.BinanceDownload;
import sorte.data.download.DownloadFailed;
import sorte.data.download.Pace;
import sorte.data.download.Progress;
import sorte.data.store.MarketStore;
import sorte.data.store.Series;
import sorte.data.store.StoreDamaged;
import sorte.data.store.Taking;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsReading;

/// Downloads an exchange's past into the store.
@CommandLine.Command
final class DataDownloadCommand extends Command {
  private static final String SOURCE = "download binance";

  @Parameters(index = "0", paramLabel = "EXCHANGE", descriptionKey = "data.exchange")
  private String exchange = "";

  @Parameters(index = "1", paramLabel = "SYMBOL", descriptionKey = "data.symbol")
  private String symbol = "";

  @Parameters(index = "2", paramLabel = "TIMEFRAME", descriptionKey = "data.timeframe")
  private String timeframe = "";

  @Option(names = "--from", required = true, paramLabel = "DATE", descriptionKey = "data.from")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "DATE", descriptionKey = "data.to")
  private String to = "";

  /// For tests, which play the exchange on this machine.
  @Option(names = "--archive-url", hidden = true)
  private URI archive = BinanceDownload.ARCHIVE;

  @Option(names = "--api-url", hidden = true)
  private URI api = BinanceDownload.API;

  DataDownloadCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataWords words = new DataWords(screen);
    if (!exchange.equals("binance")) {
      throw Problem.usage(screen.words().say("error.exchange", OneLine.of(exchange)));
    }
    Series series = words.series(symbol, timeframe);
    BinanceDownload.Order order = order(series);
    Home home = home();
    MarketStore store = MarketStore.at(home.marketData());
    Path parts = home.marketData().resolve("download").resolve("binance-" + symbol(series));
    try (BinanceDownload download = open()) {
      Bars known = store.bars(series).map(BarsReading.Read::bars).orElse(Bars.NONE);
      Bars bars = download.download(order, known, parts);
      if (bars.isEmpty()) {
        return nothingNew(words, store, series);
      }
      Taking taking = store.put(series, bars, SOURCE, false);
      if (taking instanceof Taking.Taken) {
        download.finished(parts);
      }
      return words.told(taking, SOURCE, 1, common.json());
    } catch (DownloadFailed failed) {
      throw Problem.unavailable(screen.words().say("error.download", OneLine.of(failed.what())));
    } catch (StoreDamaged damaged) {
      throw words.damaged(damaged);
    }
  }

  private BinanceDownload open() {
    try {
      return new BinanceDownload(
          archive,
          api,
          InstantSource.system(),
          Pace.real(),
          new ProgressLines(screen),
          BinanceDownload.LONGEST);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(
          screen.words().say("error.order", OneLine.of(String.valueOf(e.getMessage()))));
    }
  }

  private static String symbol(Series series) {
    return series.symbol() + "-" + series.timeframe().text();
  }

  private int nothingNew(DataWords words, MarketStore store, Series series) throws IOException {
    var stored = store.stored(series);
    if (stored.isEmpty()) {
      throw Problem.unavailable(screen.words().say("error.nothing-there", series, from, to));
    }
    Taking.Taken same = new Taking.Taken(stored.get(), 0, 0, java.util.List.of());
    return words.told(same, SOURCE, 1, common.json());
  }

  private BinanceDownload.Order order(Series series) {
    LocalDate first = date("--from", from);
    LocalDate end = date("--to", to);
    try {
      return new BinanceDownload.Order(series, first, end);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(
          screen.words().say("error.order", OneLine.of(String.valueOf(e.getMessage()))));
    }
  }

  private LocalDate date(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw Problem.usage(screen.words().say("error.day", option, OneLine.of(text)));
    }
  }

  /// A line a part, with a bar of how much is done; it goes to standard error.
  private record ProgressLines(Screen screen) implements Progress {
    private static final int WIDTH = 24;

    @Override
    public void part(String name, Source source, int done, int all) {
      int full = WIDTH * done / all;
      screen.tell(
          "download.part",
          "#".repeat(full) + "-".repeat(WIDTH - full),
          Integer.toString(done),
          Integer.toString(all),
          name,
          screen
              .words()
              .say(
                  switch (source) {
                    case ARCHIVE -> "download.archive";
                    case REST -> "download.rest";
                    case KEPT -> "download.kept";
                    case STORED -> "download.stored";
                  }));
    }

    @Override
    public void waiting(String why, long seconds) {
      screen.tell("download.waiting", OneLine.of(why), Long.toString(seconds));
    }
  }
}
