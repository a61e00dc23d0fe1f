package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.change.index.Conventions;
import sorte.change.index.SourceFile;
import sorte.trading.door.Json;

/// What the authors of files are used to.
@CommandLine.Command
final class CodeConventionsCommand extends CodeQuery {
  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", descriptionKey = "code.path")
  private String path = "";

  CodeConventionsCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    IndexedCode code = opened();
    List<SourceFile> files =
        code.files().stream()
            .filter(f -> path.isEmpty() || f.path().equals(path) || f.path().startsWith(folder()))
            .toList();
    if (files.isEmpty()) {
      throw Problem.unavailable(screen.words().say("code.no-path", OneLine.of(path)));
    }
    Conventions found = Conventions.of(code.index(), files);
    Map<String, Conventions.Habit> habits = habits(found);
    List<String> order = found.order().stream().map(Conventions.Group::word).toList();
    if (common.json()) {
      ObjectNode json = Json.object().put("files", files.size());
      habits.forEach((name, habit) ->
          json.putObject(name)
              .put("form", habit.form())
              .put("agreed", habit.agreed())
              .put("seen", habit.seen()));
      ArrayNode groups = json.putArray("order");
      order.forEach(groups::add);
      screen.json(json);
      return Exit.DONE;
    }
    habits.forEach((name, habit) -> {
      if (habit.isKnown()) {
        screen.show(
            "code.habit",
            screen.words().say("code.habit." + name),
            habit.form(),
            Integer.toString(habit.agreed()),
            Integer.toString(habit.seen()));
      }
    });
    screen.show(
        "code.order",
        order.stream()
            .map(group -> screen.words().say("code.group." + group))
            .collect(Collectors.joining(", ")));
    return Exit.DONE;
  }

  private String folder() {
    return path.endsWith("/") ? path : path + "/";
  }

  private static Map<String, Conventions.Habit> habits(Conventions found) {
    Map<String, Conventions.Habit> habits = new LinkedHashMap<>();
    habits.put("indentation", found.indentation());
    habits.put("lineEnd", found.lineEnd());
    habits.put("finalNewline", found.finalNewline());
    habits.put("brace", found.brace());
    habits.put("fields", found.fields());
    habits.put("constants", found.constants());
    habits.put("methods", found.methods());
    habits.put("parameters", found.parameters());
    return habits;
  }
}
