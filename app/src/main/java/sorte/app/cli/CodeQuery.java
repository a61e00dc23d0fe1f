package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sorte.change.index.Asked;
import sorte.change.index.Bounds;
import sorte.change.index.Declaration;
import sorte.change.index.Problem.Kind;
import sorte.change.index.Search;
import sorte.trading.door.Json;

/// A question to the index of the source.
abstract class CodeQuery extends Command {
  /// The most lines of one answer on a screen; `--json` has all.
  static final int LINES_MOST = 60;

  @Option(names = "--source", paramLabel = "DIR", descriptionKey = "code.source")
  private @Nullable Path source;

  CodeQuery(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  /// Opens the source asked for; files that could not be read are told.
  final IndexedCode opened() throws IOException {
    IndexedCode code;
    Path folder = source;
    if (folder == null) {
      code =
          IndexedCode.ofSorte(
              Starting.build().toAbsolutePath().normalize(),
              home(),
              files -> screen.tell("code.reading", Integer.toString(files)));
    } else if (Files.isDirectory(folder)) {
      code = IndexedCode.ofFolder(folder);
    } else {
      throw Problem.usage(screen.words().say("code.no-folder", folder));
    }
    for (sorte.change.index.Problem unread : code.index().problems()) {
      screen.tell(
          unread.kind() == Kind.DECLARED_ELSEWHERE ? "code.declared-elsewhere" : "code.unread",
          unread.line() == 0 ? unread.path() : unread.path() + ":" + unread.line(),
          OneLine.of(unread.what()));
    }
    return code;
  }

  /// What to say of a name that does not speak of one thing, with the exit code.
  final int unclear(Asked asked, String name) {
    return switch (asked) {
      case Asked.One one -> throw new IllegalArgumentException("clear: " + one);
      case Asked.Several(List<Declaration> candidates) -> {
        if (common.json()) {
          ObjectNode json = Json.object().put("name", name);
          screen.json(json.set("candidates", array(candidates)));
        } else {
          screen.tell("code.several", OneLine.of(name), Integer.toString(candidates.size()));
          candidates.stream().limit(LINES_MOST).forEach(c -> screen.err().println("  " + line(c)));
          screen.tell("code.which");
        }
        yield Exit.REFUSED;
      }
      case Asked.Unknown(List<Declaration> near) -> {
        if (common.json()) {
          screen.json(Json.object().put("name", name).set("near", array(near)));
        } else {
          screen.tell("code.unknown", OneLine.of(name));
          near.forEach(n -> screen.err().println("  " + line(n)));
        }
        yield Exit.UNAVAILABLE;
      }
    };
  }

  static Asked asked(IndexedCode code, String name) {
    return new Search(code.index()).one(name);
  }

  final ArrayNode array(List<Declaration> declarations) {
    ArrayNode array = Json.object().putArray("all");
    declarations.forEach(d -> array.add(json(d)));
    return array;
  }

  static ObjectNode json(Declaration declaration) {
    ObjectNode json =
        Json.object()
            .put("kind", declaration.kind().word())
            .put("name", declaration.shortName())
            .put("key", declaration.key())
            .put("signature", declaration.signature())
            .put("doc", declaration.doc())
            .put("path", declaration.path())
            .put("line", declaration.line())
            .put("endLine", declaration.span().last())
            .put("test", declaration.role() == Declaration.Role.TEST);
    declaration
        .bounds()
        .ifPresent(b ->
            json.putObject("bounds")
                .put("unit", b.unit())
                .put("value", b.value())
                .put("min", b.min())
                .put("max", b.max()));
    return json;
  }

  /// `path:line kind Name` in one line.
  final String line(Declaration declaration) {
    return place(declaration.path(), declaration.line())
        + "  "
        + screen.words().say("code.kind." + declaration.kind().word())
        + " "
        + declaration.shortName()
        + declaration.bounds().map(this::range).orElse("");
  }

  final String range(Bounds bounds) {
    return " "
        + screen
            .words()
            .say("code.range", bounds.unit(), bounds.value(), bounds.min(), bounds.max());
  }

  static String place(String path, int line) {
    return path + ":" + line;
  }

  /// Lines of an answer, as many as a screen takes.
  final void show(List<String> lines) {
    lines.stream().limit(LINES_MOST).forEach(line -> screen.out().println("  " + line));
    if (lines.size() > LINES_MOST) {
      screen.show("code.more", Integer.toString(lines.size() - LINES_MOST));
    }
  }
}
