package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.change.index.Asked;
import sorte.change.index.Declaration;
import sorte.change.index.Impact;

/// What a change to it can be felt in, and the tests that would have to be run.
@CommandLine.Command
final class CodeImpactCommand extends CodeQuery {
  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "code.name")
  private String name = "";

  CodeImpactCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    IndexedCode code = opened();
    return switch (asked(code, name)) {
      case Asked.One(Declaration declaration) ->
          show(declaration, new Impact(code.index()).of(declaration));
      case Asked unclear -> unclear(unclear, name);
    };
  }

  private int show(Declaration declaration, Impact.Report report) {
    TreeSet<String> classes = new TreeSet<>();
    report.tests().forEach(test -> classes.add(test.owner()));
    if (common.json()) {
      ObjectNode json = json(declaration);
      ArrayNode users = json.putArray("users");
      report.users().forEach(u -> users.add(json(u.declaration()).put("distance", u.distance())));
      json.set("tests", array(report.tests()));
      ArrayNode named = json.putArray("testClasses");
      classes.forEach(named::add);
      screen.json(json);
      return Exit.DONE;
    }
    screen.out().println(line(declaration));
    screen.show("code.felt", Integer.toString(report.users().size()));
    show(report.users().stream().map(u -> u.distance() + "  " + line(u.declaration())).toList());
    screen.show(
        "code.tests", Integer.toString(report.tests().size()), Integer.toString(classes.size()));
    show(List.copyOf(classes));
    return Exit.DONE;
  }
}
