package sorte.change.index;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;

/// Where the parts of a file stand in its text.
final class Places {
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  Places(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  Declaration.Span span(Tree tree, String name, int from) {
    int first = (int) unit.getLineMap().getLineNumber(start(tree));
    int last = (int) unit.getLineMap().getLineNumber(Math.max(start(tree), end(tree) - 1));
    int at = Math.max(from, start(tree));
    int found = wordAt(name, at);
    int line = (int) unit.getLineMap().getLineNumber(found < 0 || found >= end(tree) ? at : found);
    return new Declaration.Span(first, line, Math.max(line, last));
  }

  private int wordAt(String name, int from) {
    int at = text.indexOf(name, from);
    while (at >= 0
        && (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))
            || at + name.length() < text.length()
                && Character.isJavaIdentifierPart(text.charAt(at + name.length())))) {
      at = text.indexOf(name, at + 1);
    }
    return at;
  }

  /// The line of the name that a tree ends with: a chain of calls may run over many lines.
  int line(Tree tree) {
    int at =
        switch (tree) {
          case MemberSelectTree select -> end(select) - select.getIdentifier().length();
          case MemberReferenceTree reference -> end(reference) - 1;
          case IdentifierTree name -> start(name);
          case MethodTree method ->
              method.getReturnType() == null ? start(method) : end(method.getReturnType());
          default -> start(tree);
        };
    return (int) unit.getLineMap().getLineNumber(Math.max(0, at));
  }

  int afterModifiers(Tree tree, ModifiersTree modifiers) {
    return Math.max(start(tree), end(modifiers));
  }

  int afterAnnotations(Tree tree, ModifiersTree modifiers) {
    int at = start(tree);
    for (ExpressionTree annotation : modifiers.getAnnotations()) {
      at = Math.max(at, end(annotation));
    }
    return at;
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }
}
