package sorte.change.index;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/// Walks one file that the compiler has named, and writes down what it declares and what it uses.
final class Named extends TreePathScanner<Void, Void> {
  private final CompilationUnitTree unit;
  private final Symbols symbols;
  private final Places places;
  private final Description description;
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final Deque<String> within = new ArrayDeque<>();
  private final Map<Tree, List<AnnotationTree>> written;

  /// What a file declares and uses, in the order of its text.
  record Found(List<Declaration> declarations, List<Use> uses) {}

  Named(
      SourceFile file,
      CompilationUnitTree unit,
      Symbols symbols,
      Map<Tree, List<AnnotationTree>> written) {
    this.written = written;
    this.unit = unit;
    this.symbols = symbols;
    this.places = new Places(file.text(), unit, symbols.trees.getSourcePositions());
    this.description = new Description(file, symbols, places);
  }

  /// The annotations of the components of records as they are written: the compiler takes those
  /// that are for components alone off the fields, once it has named them.
  static Map<Tree, List<AnnotationTree>> annotationsOfComponents(List<CompilationUnitTree> units) {
    IdentityHashMap<Tree, List<AnnotationTree>> written = new IdentityHashMap<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void unused) {
        for (Tree member : type.getMembers()) {
          if (member instanceof VariableTree field && Face.isComponent(type, field)) {
            written.put(field, List.copyOf(field.getModifiers().getAnnotations()));
          }
        }
        return super.visitClass(type, null);
      }
    }.scan(units, null);
    return written;
  }

  Found found() {
    scan(unit, null);
    return new Found(List.copyOf(declarations), List.copyOf(uses));
  }

  @Override
  public Void visitPackage(PackageTree node, Void unused) {
    return null;
  }

  @Override
  public Void visitImport(ImportTree node, Void unused) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree node, Void unused) {
    Optional<String> key = keyHere();
    if (key.isEmpty()) {
      extending(node);
      scan(node.getMembers(), null); // of a local type all belongs to the member it stands in
      return null;
    }
    declarations.add(description.type(getCurrentPath(), node, key.get()));
    within.push(key.get());
    scan(node.getModifiers(), null);
    scan(node.getTypeParameters(), null);
    extending(node);
    scan(node.getMembers(), null);
    within.pop();
    return null;
  }

  private void extending(ClassTree node) {
    List<Tree> above = new ArrayList<>(node.getImplementsClause());
    if (node.getExtendsClause() != null) {
      above.add(node.getExtendsClause());
    }
    for (Tree type : above) {
      element(type).ifPresent(e -> use(e, Manner.EXTENDS, type));
      scan(type, null);
    }
    for (Tree type : node.getPermitsClause()) {
      element(type).ifPresent(e -> use(e, Manner.PERMITS, type));
    }
  }

  @Override
  public Void visitMethod(MethodTree node, Void unused) {
    Element element = symbols.trees.getElement(getCurrentPath());
    if (element == null || description.isMade(node) || symbols.isMade(element)) {
      return null; // the compiler's own, written by nobody
    }
    Optional<String> key = keyHere();
    if (key.isPresent()) {
      declarations.add(description.method(getCurrentPath(), node, key.get()));
      within.push(key.get());
    }
    if (element instanceof ExecutableElement method && !within.isEmpty()) {
      for (ExecutableElement above : symbols.overridden(method)) {
        symbols.key(above).ifPresent(target -> add(target, Manner.OVERRIDES, places.line(node)));
      }
      description
          .sources(node, within.peek())
          .forEach(target -> add(target, Manner.REFERS, places.line(node)));
    }
    super.visitMethod(node, null);
    if (key.isPresent()) {
      within.pop();
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree node, Void unused) {
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    Optional<String> key = parent instanceof ClassTree ? keyHere() : Optional.empty();
    if (key.isPresent()) {
      declarations.add(description.field(getCurrentPath(), node, (ClassTree) parent, key.get()));
      within.push(key.get());
      super.visitVariable(node, null);
      List<? extends AnnotationTree> kept = node.getModifiers().getAnnotations();
      for (AnnotationTree annotation : written.getOrDefault(node, List.of())) {
        if (!kept.contains(annotation)) {
          scan(annotation, null);
        }
      }
      within.pop();
    } else {
      super.visitVariable(node, null);
    }
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree node, Void unused) {
    named(node);
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void unused) {
    named(node);
    return super.visitMemberSelect(node, null);
  }

  private void named(ExpressionTree node) {
    Element element = symbols.trees.getElement(getCurrentPath());
    if (element != null) {
      switch (element.getKind()) {
        case METHOD, CONSTRUCTOR -> use(element, Manner.CALLS, node);
        case FIELD, ENUM_CONSTANT ->
            use(element, writes(node) ? Manner.WRITES : Manner.READS, node);
        case CLASS, INTERFACE, RECORD, ENUM, ANNOTATION_TYPE -> use(element, Manner.NAMES, node);
        default -> {} // locals, packages and type variables have no key
      }
    }
  }

  /// Whether the place is one that is assigned to.
  private boolean writes(ExpressionTree node) {
    return switch (getCurrentPath().getParentPath().getLeaf()) {
      case AssignmentTree assignment -> assignment.getVariable() == node;
      case CompoundAssignmentTree assignment -> assignment.getVariable() == node;
      case UnaryTree unary ->
          switch (unary.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
          };
      default -> false;
    };
  }

  @Override
  public Void visitNewClass(NewClassTree node, Void unused) {
    Element constructor = symbols.trees.getElement(getCurrentPath());
    if (constructor != null && symbols.key(constructor).isPresent()) {
      use(constructor, Manner.CREATES, node);
    } else if (node.getClassBody() != null) {
      element(node.getIdentifier()).ifPresent(e -> use(e, Manner.EXTENDS, node));
    }
    return super.visitNewClass(node, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree node, Void unused) {
    Element element = symbols.trees.getElement(getCurrentPath());
    if (element != null) {
      boolean creates = element.getKind() == ElementKind.CONSTRUCTOR;
      use(element, creates ? Manner.CREATES : Manner.REFERS, node);
    }
    return super.visitMemberReference(node, null);
  }

  @Override
  public Void visitDeconstructionPattern(DeconstructionPatternTree node, Void unused) {
    if (element(node.getDeconstructor()).orElse(null) instanceof TypeElement type) {
      for (RecordComponentElement component : type.getRecordComponents()) {
        if (symbols.isOwn(type)) {
          symbols
              .key(type)
              .ifPresent(
                  key -> add(key + "#" + component.getSimpleName(), Manner.READS, line(node)));
        }
      }
    }
    return super.visitDeconstructionPattern(node, null);
  }

  @Override
  public Void visitAnnotation(AnnotationTree node, Void unused) {
    scan(node.getAnnotationType(), null);
    for (ExpressionTree argument : node.getArguments()) {
      scan(argument instanceof AssignmentTree set ? set.getExpression() : argument, null);
    }
    return null;
  }

  private Optional<Element> element(Tree type) {
    Tree named =
        type instanceof com.sun.source.tree.ParameterizedTypeTree generic
            ? generic.getType()
            : type instanceof com.sun.source.tree.AnnotatedTypeTree annotated
                ? annotated.getUnderlyingType()
                : type;
    @Nullable TreePath path = TreePath.getPath(getCurrentPath(), named);
    return Optional.ofNullable(path == null ? null : symbols.trees.getElement(path));
  }

  private Optional<String> keyHere() {
    Element element = symbols.trees.getElement(getCurrentPath());
    return element == null ? Optional.empty() : symbols.key(element);
  }

  private void use(Element element, Manner manner, Tree at) {
    if (symbols.isOwn(element)) {
      symbols.key(element).ifPresent(target -> add(target, manner, line(at)));
    }
  }

  private void add(String target, Manner manner, int line) {
    if (!within.isEmpty()) {
      uses.add(new Use(target, manner, within.peek(), line));
    }
  }

  /// The line of the name itself: a chain of calls may run over many.
  private int line(Tree tree) {
    return places.line(tree);
  }
}
