package sorte.change.index;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// What other files see of a file. Two readings with the same face differ in bodies alone, and
/// nothing outside of the file can mean another thing for it.
final class Face {
  /// The part that holds the imports: they decide what all other parts mean.
  static final String IMPORTS = "imports";

  /// Begins the name of a part that is a type's header.
  static final String HEADER = "type ";

  /// Begins the name of a part that holds the abstract methods of an interface: they decide what a
  /// lambda is.
  static final String SHAPE = "shape ";

  /// Stands in a part before the value of a constant.
  static final String VALUE = " = ";

  private static final Set<Modifier> SEEN =
      Set.of(
          Modifier.STATIC, Modifier.DEFAULT, Modifier.PRIVATE, Modifier.PUBLIC, Modifier.PROTECTED);

  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final SortedMap<String, String> parts = new TreeMap<>();

  Face(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  static String packageOf(CompilationUnitTree unit) {
    ExpressionTree name = unit.getPackageName();
    return name == null ? "" : name.toString();
  }

  /// The parts, each with its types and modifiers: not its layout, its comments, its bodies.
  SortedMap<String, String> parts() {
    String imports =
        unit.getImports().stream()
            .map(line -> line.getQualifiedIdentifier().toString())
            .distinct()
            .sorted()
            .collect(Collectors.joining(";"));
    parts.put(IMPORTS, packageOf(unit) + ".*;" + imports);
    String within = packageOf(unit).isEmpty() ? "" : packageOf(unit) + ".";
    for (Tree top : unit.getTypeDecls()) {
      if (top instanceof ClassTree type) {
        type(within, type);
      }
    }
    return Collections.unmodifiableSortedMap(parts);
  }

  /// What the imports of a face bring, and the package that it stands in.
  static Set<String> imported(SortedMap<String, String> parts) {
    return new TreeSet<>(Arrays.asList(parts.getOrDefault(IMPORTS, "").split(";")));
  }

  private void type(String within, ClassTree type) {
    String name = within + type.getSimpleName();
    parts.put(
        HEADER + name,
        type.getKind()
            + modifiers(type.getModifiers().getFlags())
            + type.getTypeParameters()
            + type.getExtendsClause()
            + type.getImplementsClause());
    for (Tree member : type.getMembers()) {
      switch (member) {
        case ClassTree nested -> type(name + ".", nested);
        case MethodTree method -> method(name, type, method);
        case VariableTree field -> field(name, type, field);
        default -> {} // a block is nobody's to see
      }
    }
  }

  private void method(String owner, ClassTree type, MethodTree method) {
    Set<Modifier> flags = method.getModifiers().getFlags();
    if (flags.contains(Modifier.PRIVATE)) {
      return;
    }
    boolean constructor = method.getReturnType() == null;
    String name = constructor ? type.getSimpleName().toString() : method.getName().toString();
    String said =
        modifiers(flags)
            + method.getTypeParameters()
            + method.getReturnType()
            + method.getParameters().stream()
                .map(p -> p.getType() + (isVarargs(p) ? "..." : ""))
                .toList();
    parts.merge(owner + "#" + name, said, Face::both);
    if (type.getKind() == Tree.Kind.INTERFACE
        && !flags.contains(Modifier.DEFAULT)
        && !flags.contains(Modifier.STATIC)) {
      parts.merge(SHAPE + owner, name + said, Face::both);
    }
  }

  private boolean isVarargs(VariableTree parameter) {
    int start = (int) positions.getStartPosition(unit, parameter);
    int end = (int) positions.getEndPosition(unit, parameter);
    return start >= 0 && end > start && text.substring(start, end).contains("...");
  }

  private void field(String owner, ClassTree type, VariableTree field) {
    boolean component = isComponent(type, field);
    String value = value(type, field);
    boolean unseen = field.getModifiers().getFlags().contains(Modifier.PRIVATE);
    if (component || !unseen || !value.isEmpty()) {
      String said = modifiers(field.getModifiers().getFlags()) + field.getType() + value;
      parts.merge(owner + "#" + field.getName(), said, Face::both);
      if (component) {
        parts.merge(owner + "#" + type.getSimpleName(), said, (a, b) -> a + ";" + b);
      }
    }
  }

  /// What others count with: the bounds of a parameter may be a constant of another file.
  private static String value(ClassTree type, VariableTree field) {
    boolean counted =
        field.getModifiers().getFlags().contains(Modifier.FINAL)
            || type.getKind() == Tree.Kind.INTERFACE
            || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
    return counted && isConstant(field) && field.getInitializer() != null
        ? VALUE + field.getInitializer()
        : "";
  }

  /// Overloads in any order are the same.
  private static String both(String a, String b) {
    return java.util.stream.Stream.concat(
            Arrays.stream(a.split("\n")), java.util.stream.Stream.of(b))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String modifiers(Set<Modifier> flags) {
    return flags.stream()
        .filter(SEEN::contains)
        .sorted()
        .map(m -> m + " ")
        .collect(Collectors.joining());
  }

  static boolean isComponent(ClassTree type, VariableTree field) {
    return type.getKind() == Tree.Kind.RECORD
        && !field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  /// The text of each type at the top, without bodies and without what fields begin with, so that
  /// the compiler has little to read where only the face is asked for.
  SortedMap<String, String> types() {
    SortedMap<String, String> types = new TreeMap<>();
    String head = text.substring(0, headEnd());
    String within = packageOf(unit).isEmpty() ? "" : packageOf(unit) + ".";
    for (Tree top : unit.getTypeDecls()) {
      if (top instanceof ClassTree type) {
        types.put(within + type.getSimpleName(), head + "\n" + stripped(type));
      }
    }
    return types;
  }

  private int headEnd() {
    int end = 0;
    if (unit.getPackage() != null) {
      end = (int) positions.getEndPosition(unit, unit.getPackage());
    }
    for (ImportTree line : unit.getImports()) {
      end = Math.max(end, (int) positions.getEndPosition(unit, line));
    }
    return end;
  }

  private record Cut(int from, int to, String instead) {}

  private String stripped(ClassTree type) {
    List<Cut> cuts = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        if (method.getBody() != null) {
          cut(cuts, method.getBody(), "{}");
        }
        return null;
      }

      @Override
      public Void visitBlock(BlockTree block, Void unused) {
        cut(cuts, block, "{}");
        return null;
      }

      @Override
      public Void visitVariable(VariableTree field, Void unused) {
        if (field.getInitializer() != null && !isEnumConstant(field) && !isConstant(field)) {
          cut(cuts, field.getInitializer(), "null");
        }
        return null;
      }
    }.scan(type.getMembers(), null);
    cuts.sort(Comparator.comparingInt(Cut::from));
    StringBuilder out = new StringBuilder();
    int at = (int) positions.getStartPosition(unit, type);
    for (Cut cut : cuts) {
      if (cut.from() >= at) {
        out.append(text, at, cut.from()).append(cut.instead());
        at = cut.to();
      }
    }
    return out.append(text, at, (int) positions.getEndPosition(unit, type)).toString();
  }

  private void cut(List<Cut> cuts, Tree tree, String instead) {
    int from = (int) positions.getStartPosition(unit, tree);
    int to = (int) positions.getEndPosition(unit, tree);
    if (from >= 0 && to > from) {
      cuts.add(new Cut(from, to, instead));
    }
  }

  /// A constant of an enum has its type nowhere in the text: the parser puts it at the name.
  private boolean isEnumConstant(VariableTree field) {
    String name = field.getName().toString();
    int type = (int) positions.getStartPosition(unit, field.getType());
    return type < 0 || text.startsWith(name, type) && !field.getType().toString().equals(name);
  }

  /// Whether the value can be one that the compiler counts with.
  private static boolean isConstant(VariableTree field) {
    return field.getType() instanceof PrimitiveTypeTree
        || field.getType().toString().equals("String");
  }
}
