package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.change.index.Asked;
import sorte.change.index.CodeIndex;
import sorte.change.index.Declaration;

/// The members of a type in order: signatures, first sentences, parameters with their bounds.
@CommandLine.Command
final class CodeOutlineCommand extends CodeQuery {
  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "code.type")
  private String name = "";

  CodeOutlineCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    IndexedCode code = opened();
    return switch (typeOf(code, asked(code, name))) {
      case Asked.One(Declaration type) -> {
        if (common.json()) {
          screen.json(outline(code.index(), type));
        } else {
          screen.out().println(place(type.path(), type.line()));
          List<String> lines = new ArrayList<>();
          outline(code.index(), type, "", lines);
          lines.forEach(screen.out()::println);
        }
        yield Exit.DONE;
      }
      case Asked unclear -> unclear(unclear, name);
    };
  }

  /// Of what has the name, the types; of a member, the type it is a member of.
  private static Asked typeOf(IndexedCode code, Asked asked) {
    return switch (asked) {
      case Asked.One(Declaration one) when !one.kind().isType() -> {
        Declaration owner = code.index().declarations().get(one.owner());
        yield owner == null ? asked : new Asked.One(owner);
      }
      case Asked.Several(List<Declaration> several) -> {
        List<Declaration> types = several.stream().filter(d -> d.kind().isType()).toList();
        yield types.size() == 1 ? new Asked.One(types.getFirst()) : asked;
      }
      default -> asked;
    };
  }

  private static ObjectNode outline(CodeIndex index, Declaration type) {
    ObjectNode json = json(type);
    ArrayNode members = json.putArray("members");
    for (Declaration member : index.members(type)) {
      members.add(member.kind().isType() ? outline(index, member) : json(member));
    }
    return json;
  }

  private void outline(CodeIndex index, Declaration type, String indent, List<String> lines) {
    lines.add(indent + type.signature() + said(type));
    for (Declaration member : index.members(type)) {
      if (member.kind().isType()) {
        outline(index, member, indent + "  ", lines);
      } else {
        lines.add(
            indent
                + "  "
                + member.signature()
                + member.bounds().map(this::range).orElse("")
                + said(member));
      }
    }
  }

  private static String said(Declaration declaration) {
    return declaration.doc().isEmpty() ? "" : "  // " + OneLine.of(declaration.doc());
  }
}
