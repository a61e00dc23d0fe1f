package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.data.store.MarketStore;
import sorte.data.store.StoreQuery;
import sorte.trading.door.Json;

/// Asks the store in SQL, to read.
@CommandLine.Command
final class DataSqlCommand extends Command {
  private static final int WIDEST = 40;

  @Parameters(index = "0", paramLabel = "SQL", descriptionKey = "data.sql")
  private String sql = "";

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "" + StoreQuery.USUAL_ROWS,
      descriptionKey = "data.rows")
  private int rows = StoreQuery.USUAL_ROWS;

  DataSqlCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    if (rows < 1 || rows > StoreQuery.MOST_ROWS) {
      throw Problem.usage(
          screen
              .words()
              .say(
                  "error.number",
                  "--rows",
                  "1",
                  Integer.toString(StoreQuery.MOST_ROWS),
                  Integer.toString(rows)));
    }
    return switch (MarketStore.at(home().marketData()).query().ask(sql, rows)) {
      case StoreQuery.Refused(String rule, String said) ->
          throw Problem.usage(screen.words().say("error." + rule, said));
      case StoreQuery.Answered answered -> {
        if (common.json()) {
          screen.json(json(answered));
        } else {
          show(answered);
        }
        yield Exit.DONE;
      }
    };
  }

  private static ObjectNode json(StoreQuery.Answered answered) {
    ObjectNode json = Json.object();
    ArrayNode columns = json.putArray("columns");
    answered.columns().forEach(columns::add);
    json.set("rows", Json.tree(answered.rows()));
    return json.put("more", answered.more());
  }

  private void show(StoreQuery.Answered answered) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(answered.columns().stream().map(DataSqlCommand::cell).toList());
    for (List<@Nullable Object> row : answered.rows()) {
      lines.add(row.stream().map(DataSqlCommand::cell).toList());
    }
    int[] widths = new int[answered.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).repeat(" ", widths[i] - line.get(i).length() + 2);
      }
      screen.out().println(text.toString().stripTrailing());
    }
    if (answered.more()) {
      screen.tell("data.more", Integer.toString(answered.rows().size()));
    }
  }

  private static String cell(@Nullable Object value) {
    String text = OneLine.of(String.valueOf(value));
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
