package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.data.store.MarketStore;
import sorte.data.store.Series;
import sorte.data.store.StoreDamaged;
import sorte.data.store.Taking;
import sorte.trading.market.BarsReading;

/// Takes a bars file into the store: all of it, or nothing.
@CommandLine.Command
final class DataImportCommand extends Command {
  /// The number of the first bar's line in a text: the header is the first.
  private static final int AFTER_HEADER = 2;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "data.file")
  private Path file = Path.of("");

  @Option(names = "--symbol", required = true, paramLabel = "S", descriptionKey = "data.symbol")
  private String symbol = "";

  @Option(
      names = "--timeframe",
      required = true,
      paramLabel = "T",
      descriptionKey = "data.timeframe")
  private String timeframe = "";

  @Option(names = "--replace", descriptionKey = "data.replace")
  private boolean replace;

  DataImportCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    DataWords words = new DataWords(screen);
    Series series = words.series(symbol, timeframe);
    MarketStore store = MarketStore.at(home().marketData());
    String name = String.valueOf(file.getFileName());
    int firstRow = name.toLowerCase(Locale.ROOT).contains(".csv") ? AFTER_HEADER : 1;
    try {
      Taking taking =
          switch (store.read(file)) {
            case BarsReading.Bad bad -> new Taking.Unusable(bad);
            case BarsReading.Read read -> store.put(series, read.bars(), name, replace);
          };
      return words.told(taking, file.toString(), firstRow, common.json());
    } catch (StoreDamaged damaged) {
      throw words.damaged(damaged);
    }
  }
}
