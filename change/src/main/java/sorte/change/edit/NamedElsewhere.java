package sorte.change.edit;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.strategy.run.ParameterSpec;

/// The other files of a workspace that name a parameter which took another name: the tests of its
/// strategy, which name it in words (`"rsi.overbought"`, `"rsiOverbought"`). All of them follow, or
/// none does.
public final class NamedElsewhere {
  private static final String SPOKEN = "[A-Za-z][A-Za-z0-9]*([ ._-][A-Za-z0-9]+)*";
  private static final String JAVA = ".java";

  private final String strategy;
  private final String from;
  private final String to;

  private NamedElsewhere(String strategy, String from, String to) {
    this.strategy = strategy;
    this.from = from;
    this.to = to;
  }

  /// What became of the other files.
  public sealed interface Followed {
    /// Those that change, by path; often none.
    record Files(SortedMap<String, String> texts) implements Followed {}

    record Not(EditOutcome why) implements Followed {}
  }

  /// @param before the strategy's file before its edits
  /// @param after and after them
  /// @param path where it stands
  /// @param files the whole workspace as it was
  public static Followed follow(
      String before, String after, String path, Map<String, String> files) {
    SortedMap<String, String> changed = new TreeMap<>();
    try {
      Shape was = Shape.read(bare(before));
      Shape is = Shape.read(bare(after));
      int components = was.componentTrees().size();
      if (components != is.componentTrees().size()) {
        return new Followed.Files(changed);
      }
      for (int i = 0; i < components; i++) {
        String from = was.componentTrees().get(i).getName().toString();
        String to = is.componentTrees().get(i).getName().toString();
        if (!from.equals(to)) {
          new NamedElsewhere(was.className(), from, to).in(path, files, changed);
        }
      }
      return new Followed.Files(changed);
    } catch (Stop stop) {
      return new Followed.Not(stop.outcome());
    }
  }

  private static String bare(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void in(String path, Map<String, String> files, SortedMap<String, String> changed)
      throws Stop {
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().equals(path) || !file.getKey().endsWith(JAVA)) {
        continue;
      }
      String text = changed.getOrDefault(file.getKey(), file.getValue());
      if (!text.contains(strategy) || text.startsWith("\uFEFF")) {
        continue;
      }
      String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
      String now = renamed(text, name, files);
      if (!now.equals(text)) {
        changed.put(file.getKey(), now);
      }
    }
  }

  private String renamed(String text, String file, Map<String, String> files) throws Stop {
    JavaSource source = JavaSource.read(text);
    boolean[] seen = {false, false, false};
    Splices splices = new Splices();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree node, Void unused) {
        String name = node.getName().toString();
        seen[0] |= name.equals(strategy);
        seen[1] |= !name.equals(strategy) && hasParameter(name, files);
        return super.visitIdentifier(node, unused);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
        seen[2] |=
            node.getArguments().isEmpty()
                && node.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals(from);
        return super.visitMethodInvocation(node, unused);
      }

      @Override
      public Void visitLiteral(LiteralTree node, Void unused) {
        if (node.getValue() instanceof String word
            && word.matches(SPOKEN)
            && Shape.folded(word).equals(Shape.folded(from))
            && source.of(node).equals('"' + word + '"')) {
          splices.replace(
              source.start(node) + 1, source.end(node) - 1, word.equals(from) ? to : spoken(to));
        }
        return super.visitLiteral(node, unused);
      }
    }.scan(source.unit(), null);
    if (!seen[0]) {
      return text;
    }
    String now = splices.on(text);
    boolean reads = seen[2] && source.word("Parameters", 0) >= 0;
    if (reads || seen[1] && !now.equals(text)) {
      throw Stop.notPossible("unclear-use", from, file);
    }
    return now;
  }

  /// Whether another strategy of the workspace has a parameter of that name.
  private boolean hasParameter(String type, Map<String, String> files) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith("/" + type + JAVA)) {
        try {
          return Shape.read(bare(file.getValue())).component(from).isPresent();
        } catch (Stop _) {
          return false; // no strategy
        }
      }
    }
    return false;
  }

  /// `rsi.overbought` for `rsiOverbought`.
  private static String spoken(String parameter) {
    return new ParameterSpec(parameter, ParameterSpec.Kind.LEVEL, 0, 0, 0).spoken();
  }
}
