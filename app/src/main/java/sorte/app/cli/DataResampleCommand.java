package sorte.app.cli;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.data.store.MarketStore;
import sorte.data.store.Resampling;
import sorte.data.store.Series;
import sorte.data.store.StoreDamaged;
import sorte.data.store.Taking;
import sorte.trading.door.Json;

/// Makes longer bars out of shorter ones, as a series of its own.
@CommandLine.Command
final class DataResampleCommand extends Command {
  private static final String SOURCE = "resampled from ";

  @Parameters(index = "0", paramLabel = "SYMBOL", descriptionKey = "data.symbol")
  private String symbol = "";

  @Parameters(index = "1", paramLabel = "FROM", descriptionKey = "data.resample-from")
  private String from = "";

  @Parameters(index = "2", paramLabel = "TO", descriptionKey = "data.resample-to")
  private String to = "";

  @Option(names = "--whole", descriptionKey = "data.whole")
  private boolean whole;

  DataResampleCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    DataWords words = new DataWords(screen);
    Series shorter = words.series(symbol, from);
    Series longer = words.series(symbol, to);
    Resampling resampling;
    try {
      resampling = new Resampling(shorter.timeframe(), longer.timeframe());
    } catch (IllegalArgumentException _) {
      throw Problem.usage(screen.words().say("error.resample", from, to));
    }
    MarketStore store = MarketStore.at(home().marketData());
    try {
      var bars = store.bars(shorter).orElseThrow(() -> words.missing(shorter)).bars();
      Resampling.Resampled made = resampling.of(bars, whole);
      if (made.bars().isEmpty()) {
        throw Problem.usage(screen.words().say("error.nothing-whole", shorter, to));
      }
      boolean own =
          store
              .stored(longer)
              .filter(known -> known.sources().stream().allMatch(s -> s.startsWith(SOURCE)))
              .isPresent();
      Taking taking = store.put(longer, made.bars(), SOURCE + from, own);
      if (common.json() && taking instanceof Taking.Taken taken) {
        screen.json(
            Json.object()
                .put("partial", made.partial())
                .put("cut", made.cut())
                .setAll(DataWords.json(taken, 1)));
        return Exit.DONE;
      }
      int exit = words.told(taking, shorter.toString(), 1, false);
      screen.tell("data.resampled", Integer.toString(made.partial()), Integer.toString(made.cut()));
      return exit;
    } catch (StoreDamaged damaged) {
      throw words.damaged(damaged);
    }
  }
}
