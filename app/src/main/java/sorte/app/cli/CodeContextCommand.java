package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.change.index.Asked;
import sorte.change.index.Context;
import sorte.change.index.Declaration;

/// What a reader, or a model, has to see of the code to change one thing in it, within a budget.
@CommandLine.Command
final class CodeContextCommand extends CodeQuery {
  private static final int BUDGET_MOST = 1_000_000;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "code.name")
  private String name = "";

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "4000",
      descriptionKey = "code.budget")
  private int budget;

  CodeContextCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    new Numbers(screen).between("--budget", budget, 1, BUDGET_MOST);
    IndexedCode code = opened();
    return switch (asked(code, name)) {
      case Asked.One(Declaration declaration) ->
          show(declaration, new Context(code.index(), code.files()).of(declaration, budget));
      case Asked unclear -> unclear(unclear, name);
    };
  }

  private int show(Declaration declaration, Context.Shown shown) {
    if (common.json()) {
      ObjectNode json = json(declaration).put("budget", budget).put("tokens", shown.tokens());
      ArrayNode pieces = json.put("leftOut", shown.leftOut()).putArray("pieces");
      for (Context.Piece piece : shown.pieces()) {
        pieces
            .addObject()
            .put("reason", piece.reason().name().toLowerCase(Locale.ROOT))
            .put("key", piece.key())
            .put("path", piece.path())
            .put("line", piece.line())
            .put("tokens", piece.tokens())
            .put("text", piece.text());
      }
      screen.json(json);
      return Exit.DONE;
    }
    for (Context.Piece piece : shown.pieces()) {
      screen
          .out()
          .println(
              "// "
                  + place(piece.path(), piece.line())
                  + " ("
                  + screen
                      .words()
                      .say("code.reason." + piece.reason().name().toLowerCase(Locale.ROOT))
                  + ")");
      screen.out().println(piece.text());
      screen.out().println();
    }
    screen.tell(
        "code.context",
        Integer.toString(shown.tokens()),
        Integer.toString(budget),
        Integer.toString(shown.leftOut()));
    return Exit.DONE;
  }
}
