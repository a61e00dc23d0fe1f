package sorte.change.edit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// One text of a source file with its syntax tree, read by the JDK's parser: nothing is resolved,
/// run or written, and no processor or plug-in is looked for.
final class JavaSource {
  /// The longest file that is edited, in characters.
  static final int LONGEST = 128 * 1024;

  /// The deepest nesting of brackets that is edited.
  static final int DEEPEST = 100;

  private final String text;
  private final Layout layout;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private JavaSource(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.layout = new Layout(text);
    this.unit = unit;
    this.positions = positions;
  }

  /// Reads `text`, which has no byte-order mark.
  static JavaSource read(String text) throws Stop {
    refuseStrange(text);
    JavaCompiler compiler =
        Objects.requireNonNull(
            ToolProvider.getSystemJavaCompiler(), "the JDK's compiler is not there: run on a JDK");
    DiagnosticCollector<JavaFileObject> words = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                null,
                words,
                List.of("-proc:none", "-processorpath", ""),
                null,
                List.of(new Text(text)));
    task.setLocale(Locale.ROOT);
    CompilationUnitTree unit;
    try {
      unit = task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StackOverflowError _) {
      throw Stop.notPossible("too-deep", DEEPEST);
    }
    for (Diagnostic<? extends JavaFileObject> word : words.getDiagnostics()) {
      if (word.getKind() == Diagnostic.Kind.ERROR) {
        throw Stop.notPossible(
            "does-not-parse", Long.toString(word.getLineNumber()), word.getMessage(Locale.ROOT));
      }
    }
    return new JavaSource(text, unit, Trees.instance(task).getSourcePositions());
  }

  private static void refuseStrange(String text) throws Stop {
    if (text.length() > LONGEST) {
      throw Stop.notPossible("too-long", Integer.toString(LONGEST));
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u' && isEscape(text, i)) {
        throw Stop.notPossible("unicode-escape", Integer.toString(line(text, i)));
      }
      if (Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0
          || Character.isSurrogate(c) && !isPaired(text, i)) {
        throw Stop.notPossible("control-character", Integer.toString(line(text, i)));
      }
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0 && depth > 0) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw Stop.notPossible("too-deep", Integer.toString(DEEPEST));
      }
    }
  }

  private static boolean isEscape(String text, int backslash) {
    int before = 0;
    while (backslash - before > 0 && text.charAt(backslash - before - 1) == '\\') {
      before++;
    }
    return before % 2 == 0;
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static int line(String text, int at) {
    return 1
        + (int) text.substring(0, at).lines().count()
        - (at > 0 && !Layout.isBreak(text.charAt(at - 1)) ? 1 : 0);
  }

  String text() {
    return text;
  }

  Layout layout() {
    return layout;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  String of(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  /// Where a whole word stands in the code from `from` on; -1 where it does not.
  int word(String word, int from) {
    if (word.isEmpty()) {
      return -1;
    }
    for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean whole =
          (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
              && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
      if (whole && layout.at(at) == Layout.Piece.CODE) {
        return at;
      }
    }
    return -1;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
