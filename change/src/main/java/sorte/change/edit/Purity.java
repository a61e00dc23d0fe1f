package sorte.change.edit;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a piece of code assigns. Rules assign nothing, by the contract; what does is left alone.
final class Purity {
  private Purity() {}

  /// Whether it assigns anything, or counts up or down.
  static boolean acts(@Nullable Tree tree) {
    return tree != null && !assigned(tree).isEmpty();
  }

  /// The names that it assigns; `?` for what has no plain name.
  static Set<String> assigned(Tree tree) {
    Set<String> names = new TreeSet<>();
    new TreeScanner<Void, Void>() {
      private void take(Tree target) {
        names.add(target instanceof IdentifierTree name ? name.getName().toString() : "?");
      }

      @Override
      public Void visitAssignment(AssignmentTree node, Void unused) {
        take(node.getVariable());
        return super.visitAssignment(node, unused);
      }

      @Override
      public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
        take(node.getVariable());
        return super.visitCompoundAssignment(node, unused);
      }

      @Override
      public Void visitUnary(UnaryTree node, Void unused) {
        switch (node.getKind()) {
          case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
              take(node.getExpression());
          default -> {}
        }
        return super.visitUnary(node, unused);
      }
    }.scan(tree, null);
    return names;
  }
}
