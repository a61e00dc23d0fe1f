package sorte.change.edit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/// What became unused goes: locals, helper methods, fields, own indicators, parameters and imports
/// that were used before the edit and that nobody uses after it.
final class Sweep {
  /// An edit leaves no more than this unused.
  private static final int MOST = 500;

  /// An import that ends in this names nothing that could be looked for in the file.
  private static final String ON_DEMAND = "*";

  private final Set<String> before;

  /// Whether what was not used before goes as well.
  private final boolean idleBefore;

  private final Set<String> swept = new TreeSet<>();

  private Sweep(Set<String> before, boolean idleBefore) {
    this.before = before;
    this.idleBefore = idleBefore;
  }

  /// `text` without the variables, private members and imports that nobody uses. Adds to `touched`
  /// what went.
  static String everything(String text, Set<String> touched) throws Stop {
    Sweep sweep = new Sweep(Names.counted(Shape.read(text).source().unit()).keySet(), true);
    return sweep.swept(text, touched);
  }

  /// `after` without what was used in `before` and is not used any more. Adds to `touched` what
  /// went.
  static String between(String before, String after, Set<String> touched) throws Stop {
    Sweep sweep = new Sweep(Names.counted(Shape.read(before).source().unit()).keySet(), false);
    return sweep.swept(after, touched);
  }

  private String swept(String text, Set<String> touched) throws Stop {
    String now = text;
    for (int i = 0; i < MOST; i++) {
      Optional<String> fewer = once(now);
      if (fewer.isEmpty()) {
        touched.addAll(swept);
        return now;
      }
      now = fewer.get();
    }
    throw Stop.notPossible("too-many-conditions", Integer.toString(MOST));
  }

  private Optional<String> once(String text) throws Stop {
    Shape shape = Shape.read(text);
    Members members = new Members(shape);
    Map<String, Integer> all = Names.counted(shape.source().unit());
    for (MethodTree method : shape.methods()) {
      for (VariableTree local : locals(method)) {
        if (idle(all, local, variable(local))) {
          swept.add("method:" + method.getName());
          return Optional.of(members.without(local));
        }
      }
    }
    for (Tree member : shape.type().getMembers()) {
      if (member == shape.record() || !idle(all, member, keys(member))) {
        continue;
      }
      if (member instanceof VariableTree field && !members.endsItself(field)) {
        throw Stop.notPossible("grouped-fields", field.getName().toString());
      }
      swept.add(label(member));
      return Optional.of(members.without(member));
    }
    if (!shape.parametersAreBuiltHere()) {
      for (VariableTree component : shape.componentTrees()) {
        String name = component.getName().toString();
        List<String> uses = List.of(name, "." + name + "()");
        if (uses.stream().anyMatch(before::contains) && idle(all, component, uses)) {
          swept.add("component:" + name);
          return Optional.of(new Components(shape).withoutComponent(name));
        }
      }
    }
    for (ImportTree line : shape.source().unit().getImports()) {
      String name = Shape.last(line.getQualifiedIdentifier());
      if (!line.isModule()
          && !name.equals(ON_DEMAND)
          && idle(all, line, List.of(name, name + "()"))) {
        swept.add("import:" + line.getQualifiedIdentifier());
        return Optional.of(members.without(line));
      }
    }
    return Optional.empty();
  }

  private static List<String> variable(VariableTree variable) {
    return List.of(variable.getName().toString());
  }

  /// How a member may be used; nothing for members that others may use.
  private static List<String> keys(Tree member) {
    return switch (member) {
      case VariableTree field when !isPublic(field.getModifiers().getFlags()) -> variable(field);
      case MethodTree method
          when method.getModifiers().getFlags().contains(Modifier.PRIVATE)
              && method.getReturnType() != null ->
          List.of(method.getName() + "()", "." + method.getName() + "()");
      case ClassTree type when !isPublic(type.getModifiers().getFlags()) ->
          List.of(type.getSimpleName().toString());
      default -> List.of();
    };
  }

  private static boolean isPublic(Set<Modifier> flags) {
    return flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
  }

  private static String label(Tree member) {
    return switch (member) {
      case VariableTree field -> "field:" + field.getName();
      case MethodTree method -> "method:" + method.getName();
      case ClassTree type -> "type:" + type.getSimpleName();
      default -> throw new IllegalStateException("not a member: " + member.getKind());
    };
  }

  /// Used before, and now by nobody but itself.
  private boolean idle(Map<String, Integer> uses, Tree member, List<String> keys) {
    if (keys.isEmpty() || !idleBefore && keys.stream().noneMatch(before::contains)) {
      return false;
    }
    if (member instanceof VariableTree variable && Purity.acts(variable.getInitializer())) {
      return false;
    }
    Map<String, Integer> own = member instanceof ImportTree ? Map.of() : Names.counted(member);
    return keys.stream().allMatch(key -> uses.getOrDefault(key, 0) - own.getOrDefault(key, 0) == 0);
  }

  private static List<VariableTree> locals(MethodTree method) {
    List<VariableTree> locals = new ArrayList<>();
    if (method.getBody() != null) {
      for (Tree statement : method.getBody().getStatements()) {
        if (statement instanceof VariableTree local) {
          locals.add(local);
        }
      }
    }
    return locals;
  }
}
