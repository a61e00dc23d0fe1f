package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.change.index.Asked;
import sorte.change.index.CodeIndex;
import sorte.change.index.Declaration;
import sorte.trading.door.Json;

/// Who uses it: each place, how, and the member that it stands in.
@CommandLine.Command
final class CodeUsesCommand extends CodeQuery {
  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "code.name")
  private String name = "";

  @Option(names = "--all", descriptionKey = "code.all")
  private boolean all;

  CodeUsesCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    IndexedCode code = opened();
    return switch (asked(code, name)) {
      case Asked.One(Declaration declaration) -> show(code.index(), List.of(declaration));
      case Asked.Several(List<Declaration> several) when all -> show(code.index(), several);
      case Asked unclear -> unclear(unclear, name);
    };
  }

  private int show(CodeIndex index, List<Declaration> declarations) {
    ObjectNode json = Json.object().put("name", name);
    ArrayNode answers = json.putArray("of");
    for (Declaration declaration : declarations) {
      List<CodeIndex.Place> places = index.uses(declaration);
      if (common.json()) {
        ObjectNode answer = json(declaration);
        ArrayNode uses = answer.putArray("uses");
        places.forEach(place -> uses.add(json(place)));
        answers.add(answer);
      } else {
        screen.out().println(line(declaration));
        screen.show("code.used", Integer.toString(places.size()));
        List<String> lines = new ArrayList<>();
        places.forEach(place -> lines.add(line(place)));
        show(lines);
      }
    }
    if (common.json()) {
      screen.json(json);
    }
    return Exit.DONE;
  }

  private static ObjectNode json(CodeIndex.Place place) {
    return Json.object()
        .put("manner", place.use().manner().word())
        .put("within", place.use().within())
        .put("path", place.path())
        .put("line", place.use().line());
  }

  private String line(CodeIndex.Place place) {
    return place(place.path(), place.use().line())
        + "  "
        + screen
            .words()
            .say("code.manner." + place.use().manner().word(), place.use().shortWithin());
  }
}
