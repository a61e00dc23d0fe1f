package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import sorte.data.store.MarketStore;
import sorte.data.store.StoreDamaged;
import sorte.data.store.StoredSeries;
import sorte.trading.door.Json;

/// What the store holds.
@CommandLine.Command
final class DataListCommand extends Command {
  private static final int SHORT_DIGEST = 12;

  @Option(names = "--verify", descriptionKey = "data.verify")
  private boolean verify;

  DataListCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    MarketStore store = MarketStore.at(home().marketData());
    List<StoredSeries> all;
    try {
      all = store.list();
      for (StoredSeries stored : verify ? all : List.<StoredSeries>of()) {
        store.verify(stored);
      }
    } catch (StoreDamaged damaged) {
      Problem problem = new DataWords(screen).damaged(damaged);
      throw verify ? Problem.refused(String.valueOf(problem.getMessage())) : problem;
    }
    if (common.json()) {
      ObjectNode json = Json.object();
      ArrayNode series = json.putArray("series");
      all.forEach(stored -> series.add(DataWords.json(stored)));
      screen.json(json);
    } else if (all.isEmpty()) {
      screen.show("data.empty");
    } else {
      all.forEach(this::show);
      if (verify) {
        screen.show("data.verified", Integer.toString(all.size()));
      }
    }
    return Exit.DONE;
  }

  private void show(StoredSeries stored) {
    screen.show(
        "data.series",
        stored.series(),
        Integer.toString(stored.rows()),
        DataWords.time(stored.first()),
        DataWords.time(stored.last()),
        Integer.toString(stored.gaps()),
        Long.toString(stored.missing()),
        stored.sha256().substring(0, SHORT_DIGEST),
        OneLine.of(String.join(", ", stored.sources())));
  }
}
