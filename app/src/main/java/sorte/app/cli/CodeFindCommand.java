package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.change.index.Asked;
import sorte.change.index.Search;
import sorte.trading.door.Json;

/// Finds types, members and parameters by name, by its beginning or by its humps.
@CommandLine.Command
final class CodeFindCommand extends CodeQuery {
  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "code.find-name")
  private String name = "";

  CodeFindCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Search search = new Search(opened().index());
    List<Search.Found> found = search.find(name);
    if (found.isEmpty()) {
      return unclear(new Asked.Unknown(search.near(name)), name);
    }
    if (common.json()) {
      ObjectNode json = Json.object().put("name", name);
      ArrayNode all = json.putArray("found");
      found.forEach(
          f -> all.add(json(f.declaration()).put("fit", f.fit().name().toLowerCase(Locale.ROOT))));
      screen.json(json);
    } else {
      show(found.stream().map(f -> line(f.declaration())).toList());
    }
    return Exit.DONE;
  }
}
