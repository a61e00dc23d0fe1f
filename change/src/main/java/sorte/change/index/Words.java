package sorte.change.index;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Name;

/// Every name that a file speaks of, declared or used: what a name means in a file can change only
/// by a change to something of that name.
final class Words extends TreeScanner<Void, Void> {
  private final Set<String> words = new TreeSet<>();

  private Words() {}

  static Set<String> of(CompilationUnitTree unit) {
    Words scanner = new Words();
    scanner.scan(unit, null);
    return scanner.words;
  }

  private void add(Name name) {
    if (!name.isEmpty()) {
      words.add(name.toString());
    }
  }

  @Override
  public Void visitIdentifier(IdentifierTree node, Void unused) {
    add(node.getName());
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void unused) {
    add(node.getIdentifier());
    return super.visitMemberSelect(node, unused);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree node, Void unused) {
    add(node.getName());
    return super.visitMemberReference(node, unused);
  }

  @Override
  public Void visitClass(ClassTree node, Void unused) {
    add(node.getSimpleName());
    return super.visitClass(node, unused);
  }

  @Override
  public Void visitMethod(MethodTree node, Void unused) {
    add(node.getName());
    return super.visitMethod(node, unused);
  }

  @Override
  public Void visitVariable(VariableTree node, Void unused) {
    add(node.getName());
    return super.visitVariable(node, unused);
  }
}
