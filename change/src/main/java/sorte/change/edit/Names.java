package sorte.change.edit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/// How often names are used, by how they are written: `x` a variable or type, `x()` a call without
/// a receiver, `.x()` one with. A name counts as used where it might be meant, so that nothing goes
/// that somebody needs.
final class Names {
  /// No more of a word that is no name is said back.
  private static final int LONGEST_SHOWN = 60;

  private Names() {}

  static Map<String, Integer> counted(Tree tree) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    new Counter(counts).scan(tree, null);
    return counts;
  }

  /// The names used in the types of a file; its imports are not uses.
  static Map<String, Integer> counted(CompilationUnitTree unit) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    new Counter(counts).scan(unit.getTypeDecls(), null);
    return counts;
  }

  static Set<String> used(Tree tree) {
    return counted(tree).keySet();
  }

  /// The names of all variables declared anywhere in `tree`, and those every strategy has.
  static Set<String> declared(Tree tree) {
    Set<String> names = new TreeSet<>(List.of("p", "open", "high", "low", "close", "volume"));
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        names.add(node.getName().toString());
        return super.visitVariable(node, unused);
      }
    }.scan(tree, null);
    return names;
  }

  /// A word that may be a name in Java; refused where it may not.
  static String checked(String word) throws Stop {
    if (!SourceVersion.isIdentifier(word) || SourceVersion.isKeyword(word)) {
      String shown = word.replaceAll("[^\\p{L}\\p{N}_ .-]", "?");
      throw Stop.notPossible(
          "bad-identifier", shown.substring(0, Math.min(LONGEST_SHOWN, shown.length())));
    }
    return word;
  }

  private static final class Counter extends TreeScanner<Void, Void> {
    private final Map<String, Integer> counts;

    Counter(Map<String, Integer> counts) {
      this.counts = counts;
    }

    private void count(String name) {
      counts.merge(name, 1, Integer::sum);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
      ExpressionTree select = node.getMethodSelect();
      switch (select) {
        case IdentifierTree name -> count(name.getName() + "()");
        case MemberSelectTree member -> {
          count("." + member.getIdentifier() + "()");
          scan(member.getExpression(), null);
        }
        default -> scan(select, null);
      }
      scan(node.getTypeArguments(), null);
      scan(node.getArguments(), null);
      return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void unused) {
      count(node.getName().toString());
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void unused) {
      count(node.getIdentifier().toString());
      return super.visitMemberSelect(node, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
      count(node.getName() + "()");
      count("." + node.getName() + "()");
      return super.visitMemberReference(node, unused);
    }
  }
}
