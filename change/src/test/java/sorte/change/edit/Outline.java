package sorte.change.edit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A strategy's source as the tests read it: by the JDK's parser, cut into parts that cover all of
/// its code. It shares no code with the editor.
final class Outline {
  /// A stretch of code with a name: `field:fast`, `component:stopLoss`, `method:enterLong`.
  record Part(String label, int from, int to) {}

  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final LinkedHashMap<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, MethodTree> methods = new LinkedHashMap<>();
  private final Map<String, VariableTree> fields = new LinkedHashMap<>();
  private final Map<String, VariableTree> components = new LinkedHashMap<>();

  private Outline(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  static Outline of(String withMark) {
    String text = withMark.startsWith("\uFEFF") ? withMark.substring(1) : withMark;
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(file(text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      Outline outline = new Outline(text, unit, Trees.instance(task).getSourcePositions());
      outline.read();
      return outline;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JavaFileObject file(String text) {
    return new SimpleJavaFileObject(URI.create("string:///Read.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private void read() {
    if (unit.getPackage() != null) {
      put("package", unit.getPackage());
    }
    for (ImportTree line : unit.getImports()) {
      put("import:" + line.getQualifiedIdentifier().toString().replace(" ", ""), line);
    }
    for (Tree tree : unit.getTypeDecls()) {
      if (!(tree instanceof ClassTree type)) {
        continue;
      }
      if (type.getExtendsClause() != null
          && type.getExtendsClause().toString().matches("(.*\\.)?Strategy<.*")) {
        add("header", start(type), brace(start(type), end(type), "{"));
        type.getMembers().forEach(this::member);
        add("end", end(type) - 1, end(type));
      } else if (type.getKind() == Tree.Kind.RECORD) {
        record(type);
      } else {
        put("top:" + type.getSimpleName(), type);
      }
    }
  }

  private void member(Tree member) {
    if (end(member) <= start(member)) {
      return; // made by the compiler
    }
    switch (member) {
      case VariableTree field -> {
        fields.put(field.getName().toString(), field);
        put("field:" + field.getName(), field);
      }
      case MethodTree method -> {
        methods.putIfAbsent(method.getName().toString(), method);
        put("method:" + method.getName(), method);
      }
      case ClassTree type when type.getKind() == Tree.Kind.RECORD && carriesUnits(type) ->
          record(type);
      case ClassTree type -> put("type:" + type.getSimpleName(), type);
      default -> put("member", member);
    }
  }

  /// The record of the parameters: its components carry units, or it has none.
  private boolean carriesUnits(ClassTree type) {
    List<VariableTree> all = componentsOf(type);
    String simple = type.getSimpleName().toString();
    return text.contains("<" + simple + ">")
        || text.replaceAll("\\s", "").contains("." + simple + ">")
        || all.stream().anyMatch(c -> !c.getModifiers().getAnnotations().isEmpty());
  }

  private static List<VariableTree> componentsOf(ClassTree type) {
    List<VariableTree> all = new ArrayList<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree variable
          && !variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
        all.add(variable);
      }
    }
    return all;
  }

  private void record(ClassTree type) {
    int name = start(type);
    for (var lexeme : Lexemes.of(text, start(type), end(type))) {
      if (lexeme.is("record")) {
        name = lexeme.to();
        break;
      }
    }
    int open = brace(name, end(type), "(");
    add("record:" + type.getSimpleName(), start(type), open);
    int last = open;
    for (VariableTree component : componentsOf(type)) {
      components.put(component.getName().toString(), component);
      put("component:" + component.getName(), component);
      last = end(component);
    }
    add("body:" + type.getSimpleName(), brace(last, end(type), ")") - 1, end(type));
  }

  /// Behind the first such sign in a stretch, comments and literals aside.
  private int brace(int from, int to, String sign) {
    return Lexemes.of(text, from, to).stream()
        .filter(l -> l.kind() == Lexemes.Kind.SIGN && l.is(sign))
        .findFirst()
        .orElseThrow()
        .to();
  }

  private void put(String label, Tree tree) {
    add(label, start(tree), end(tree));
  }

  private void add(String label, int from, int to) {
    if (!parts.isEmpty() && parts.sequencedValues().getLast().to() > from) {
      Part grouped = parts.sequencedValues().getLast(); // int a = 1, b = 2;
      parts.put(grouped.label(), new Part(grouped.label(), grouped.from(), to));
      return;
    }
    String unique = label;
    for (int n = 2; parts.containsKey(unique); n++) {
      unique = label + "#" + n;
    }
    parts.put(unique, new Part(unique, from, to));
  }

  String text() {
    return text;
  }

  Map<String, Part> parts() {
    return parts;
  }

  String of(Part part) {
    return text.substring(part.from(), part.to());
  }

  String of(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  Map<String, VariableTree> fields() {
    return fields;
  }

  Map<String, VariableTree> components() {
    return components;
  }

  Map<String, MethodTree> methods() {
    return methods;
  }

  /// What a method returns, where that is the last of its statements and the only return.
  Optional<ExpressionTree> returned(@Nullable MethodTree method) {
    if (method == null || method.getBody() == null || method.getBody().getStatements().isEmpty()) {
      return Optional.empty();
    }
    StatementTree last = method.getBody().getStatements().getLast();
    return last instanceof ReturnTree returned
        ? Optional.ofNullable(returned.getExpression())
        : Optional.empty();
  }
}
