package sorte.guardian.compile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.CompileTask;
import sorte.guardian.child.WarmChildren;

/// Compiles the strategy's file alone, against the strategy API, in a confined child; then, there
/// too, its tests over what came of it. What became of the tests is for the gate of tests to say.
public final class CompileGate implements Gate {

  private static final int FINDINGS_MOST = 20;
  private static final String MAIN = "strategies/src/main/java/";
  private static final String TEST = "strategies/src/test/java/";
  private static final String IMPORT = "import sorte.strategy.*;";
  private static final Pattern PACKAGE_OR_IMPORT = Pattern.compile("(?m)^\\s*(package|import)\\b");

  /// Compiles one file.
  @FunctionalInterface
  public interface Compiler {
    ChildOutcome<CompileAnswer> compile(CompileTask task);
  }

  private final Compiler compiler;

  public CompileGate(WarmChildren children) {
    this(children::compile);
  }

  public CompileGate(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    CompileTask task;
    try {
      task =
          new CompileTask(
              new TreeMap<>(Map.of(relative(dossier.path()), complete(dossier.source()))),
              tests(dossier));
    } catch (IllegalArgumentException e) {
      return Judgement.fail(
          Finding.at("compile.task", dossier.path(), 0, String.valueOf(e.getMessage())));
    }
    return switch (compiler.compile(task)) {
      case ChildOutcome.Answered<CompileAnswer>(CompileAnswer answer, long _) -> {
        if (!answer.compiled()) {
          yield Judgement.failIfAny(errors(dossier.path(), answer));
        }
        dossier.compiled(answer.classes(), answer.tests());
        yield Judgement.pass();
      }
      case ChildOutcome.Ended<CompileAnswer>(ChildOutcome.End end, String detail) ->
          Judgement.fail(Finding.at("compile.ended", dossier.path(), 0, end, detail));
      case ChildOutcome.Unconfined<CompileAnswer>(String reason) ->
          Judgement.fail(Finding.of("child.unconfined", reason));
    };
  }

  /// The strategy's own test and the tests that the change brings.
  private static SortedMap<String, String> tests(Dossier dossier) {
    String own = dossier.path().replace(MAIN, TEST).replaceAll("\\.java$", "Test.java");
    SortedMap<String, String> tests = new TreeMap<>();
    dossier
        .candidate()
        .tree()
        .forEach((path, text) -> {
          boolean changed = dossier.candidate().files().containsKey(path);
          if (path.startsWith(TEST) && path.endsWith(".java") && (changed || path.equals(own))) {
            tests.put(path.substring(TEST.length()), text);
          }
        });
    return tests;
  }

  /// A lone file that names neither a package nor an import is meant to see the strategy API: the
  /// import goes before its first character, so that lines stay.
  public static String complete(String source) {
    return PACKAGE_OR_IMPORT.matcher(withoutComments(source)).find() ? source : IMPORT + source;
  }

  private static String withoutComments(String source) {
    StringBuilder code = new StringBuilder();
    int i = 0;
    while (i < source.length()) {
      int end;
      if (source.startsWith("//", i)) {
        end = source.indexOf('\n', i);
      } else if (source.startsWith("/*", i)) {
        int close = source.indexOf("*/", i + 2);
        end = close < 0 ? close : close + 2;
      } else {
        code.append(source.charAt(i));
        end = i + 1;
      }
      if (end < 0) {
        return code.toString();
      }
      i = end;
    }
    return code.toString();
  }

  /// The path below the source folder: javac holds a public class to its file's name.
  public static String relative(String path) {
    int at = path.indexOf("/java/");
    return at < 0 ? path : path.substring(at + "/java/".length());
  }

  private static List<Finding> errors(String path, CompileAnswer answer) {
    List<Finding> findings =
        answer.notes().stream()
            .filter(note -> note.kind().equals("ERROR"))
            .limit(FINDINGS_MOST)
            .map(note -> Finding.at("compile.error", path, note.line(), note.words()))
            .toList();
    return findings.isEmpty()
        ? List.of(Finding.at("compile.error", path, 0, "no words"))
        : findings;
  }
}
