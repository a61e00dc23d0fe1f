package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.data.store.MarketStore;
import sorte.data.store.Series;
import sorte.data.store.StoreDamaged;
import sorte.data.store.StoredSeries;
import sorte.trading.market.BarsFile;

/// Writes a series to a file of its own.
@CommandLine.Command
final class DataExportCommand extends Command {
  @Parameters(index = "0", paramLabel = "SERIES", descriptionKey = "data.series")
  private String name = "";

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "data.out")
  private Path file = Path.of("");

  DataExportCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    DataWords words = new DataWords(screen);
    Series series = words.series(name);
    String ending = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean parquet = ending.endsWith(".parquet");
    if (!parquet && !ending.endsWith(".csv") && !ending.endsWith(".csv.gz")) {
      throw Problem.usage(screen.words().say("error.export-kind", file));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw Problem.usage(screen.words().say("error.export-place", file));
    }
    MarketStore store = MarketStore.at(home().marketData());
    try {
      StoredSeries stored = store.stored(series).orElseThrow(() -> words.missing(series));
      if (parquet) {
        store.export(stored, file);
      } else {
        BarsFile.write(file, store.bars(series).orElseThrow().bars());
      }
      if (common.json()) {
        screen.json(DataWords.json(stored).put("file", file.toString()));
      } else {
        screen.show("data.exported", series, Integer.toString(stored.rows()), file);
      }
      return Exit.DONE;
    } catch (StoreDamaged damaged) {
      throw words.damaged(damaged);
    }
  }
}
