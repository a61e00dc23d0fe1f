package sorte.change.index;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/// What is written down of a declaration: signature, documentation, role, place, bounds.
final class Description {
  private static final Set<String> TESTS =
      Set.of(
          "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property");
  private static final Set<String> AROUND =
      Set.of("BeforeEach", "BeforeAll", "AfterEach", "AfterAll");
  private static final String SOURCE_OF_VALUES = "MethodSource";

  private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R|(?m)^\\s*@");
  private static final Pattern COMMENT = Pattern.compile("(?m)//.*$|/\\*(?s:.*?)\\*/");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ANNOTATION =
      Pattern.compile("@\\w+(\\.\\w+)*(\\s*\\((?:[^()\"]|\"[^\"]*\")*\\))?\\s*");

  private final SourceFile file;
  private final Symbols symbols;
  private final Places places;

  Description(SourceFile file, Symbols symbols, Places places) {
    this.file = file;
    this.symbols = symbols;
    this.places = places;
  }

  Declaration type(TreePath path, ClassTree type, String key) {
    String name = type.getSimpleName().toString();
    int body = bodyOf(type);
    String header =
        oneLine(file.text().substring(places.afterAnnotations(type, type.getModifiers()), body));
    Kind kind =
        switch (type.getKind()) {
          case INTERFACE -> Kind.INTERFACE;
          case RECORD -> Kind.RECORD;
          case ENUM -> Kind.ENUM;
          case ANNOTATION_TYPE -> Kind.ANNOTATION;
          default -> Kind.CLASS;
        };
    int nested = key.length() - name.length() - 1;
    String owner = nested < 0 ? "" : key.substring(0, nested);
    String signature = kind == Kind.RECORD ? withoutAnnotations(header) : header;
    return new Declaration(
        kind,
        key,
        name,
        owner,
        signature,
        doc(path),
        Declaration.Role.PLAIN,
        file.path(),
        places.span(type, name, places.afterModifiers(type, type.getModifiers())),
        null);
  }

  /// Where the body's brace is: the header has none, but in annotations, which stand before.
  private int bodyOf(ClassTree type) {
    int from = places.afterModifiers(type, type.getModifiers());
    int end = places.end(type);
    int depth = 0;
    for (int i = from; i < end; i++) {
      char c = file.text().charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '{' && depth == 0) {
        return i;
      }
    }
    return end;
  }

  Declaration method(TreePath path, MethodTree method, String key) {
    boolean constructor = method.getReturnType() == null;
    String owner = Keys.type(key);
    String name = constructor ? Keys.simple(owner) : method.getName().toString();
    int from = places.afterAnnotations(method, method.getModifiers());
    int to = method.getBody() == null ? places.end(method) : places.start(method.getBody());
    String signature = oneLine(file.text().substring(from, Math.max(from, to)));
    int nameFrom =
        constructor
            ? places.afterModifiers(method, method.getModifiers())
            : places.end(method.getReturnType());
    return new Declaration(
        constructor ? Kind.CONSTRUCTOR : Kind.METHOD,
        key,
        name,
        owner,
        signature.endsWith(";") ? signature.substring(0, signature.length() - 1) : signature,
        doc(path),
        role(method),
        file.path(),
        places.span(method, name, nameFrom),
        null);
  }

  Declaration field(TreePath path, VariableTree field, ClassTree type, String key) {
    String name = field.getName().toString();
    boolean component = Face.isComponent(type, field);
    @Nullable Bounds bounds = component ? bounds(symbols.trees.getElement(path)) : null;
    boolean constant = isConstant(field, name);
    int typeEnd = constant ? -1 : places.end(field.getType());
    String modifiers =
        component
            ? ""
            : field.getModifiers().getFlags().stream()
                .map(m -> m + " ")
                .collect(Collectors.joining());
    String signature =
        constant ? name : modifiers + oneLine(field.getType().toString()) + " " + name;
    Kind kind =
        constant
            ? Kind.CONSTANT
            : !component ? Kind.FIELD : bounds == null ? Kind.COMPONENT : Kind.PARAMETER;
    return new Declaration(
        kind,
        key,
        name,
        Keys.type(key),
        signature,
        doc(path),
        Declaration.Role.PLAIN,
        file.path(),
        places.span(field, name, Math.max(typeEnd, places.start(field))),
        bounds);
  }

  /// A constant of an enum has its type nowhere in the text.
  private boolean isConstant(VariableTree field, String name) {
    int type = places.start(field.getType());
    return type < 0
        || file.text().startsWith(name, type) && !field.getType().toString().equals(name);
  }

  /// A parameter's annotation is one that has a value, a least and a most. Which of field and
  /// component carries it is for its own declaration to say.
  private static @Nullable Bounds bounds(@Nullable Element field) {
    if (field == null || !(field.getEnclosingElement() instanceof TypeElement owner)) {
      return null;
    }
    List<AnnotationMirror> annotations = new ArrayList<>(field.getAnnotationMirrors());
    for (RecordComponentElement component : owner.getRecordComponents()) {
      if (component.getSimpleName().equals(field.getSimpleName())) {
        annotations.addAll(component.getAnnotationMirrors());
      }
    }
    for (AnnotationMirror annotation : annotations) {
      Map<String, String> values = values(annotation);
      if (values.keySet().containsAll(Set.of("value", "min", "max"))) {
        return new Bounds(
            annotation.getAnnotationType().asElement().getSimpleName().toString(),
            values.getOrDefault("value", ""),
            values.getOrDefault("min", ""),
            values.getOrDefault("max", ""));
      }
    }
    return null;
  }

  private static Map<String, String> values(AnnotationMirror annotation) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> value :
        annotation.getElementValues().entrySet()) {
      values.put(
          value.getKey().getSimpleName().toString(), String.valueOf(value.getValue().getValue()));
    }
    return values;
  }

  private static Declaration.Role role(MethodTree method) {
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      String name = Keys.simple(annotation.getAnnotationType().toString());
      if (TESTS.contains(name)) {
        return Declaration.Role.TEST;
      }
      if (AROUND.contains(name)) {
        return Declaration.Role.AROUND_TESTS;
      }
    }
    return Declaration.Role.PLAIN;
  }

  /// Keys of the methods that give a parameterized test its values: named in a string, or after the
  /// test itself.
  List<String> sources(MethodTree method, String key) {
    List<String> keys = new ArrayList<>();
    String owner = Keys.type(key);
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      if (Keys.simple(annotation.getAnnotationType().toString()).equals(SOURCE_OF_VALUES)) {
        List<String> names = new ArrayList<>();
        annotation.getArguments().forEach(argument -> strings(argument, names));
        if (names.isEmpty()) {
          names.add(method.getName().toString());
        }
        names.stream()
            .filter(n -> n.matches("\\w+"))
            .forEach(n -> keys.add(owner + "#" + n + "()"));
      }
    }
    return keys;
  }

  private static void strings(Tree argument, List<String> into) {
    switch (argument) {
      case LiteralTree literal when literal.getValue() instanceof String value -> into.add(value);
      case NewArrayTree array when array.getInitializers() != null ->
          array.getInitializers().forEach(each -> strings(each, into));
      case com.sun.source.tree.AssignmentTree set -> strings(set.getExpression(), into);
      default -> {} // a constant that only the compiler could tell
    }
  }

  /// Whether nobody wrote the method: the compiler puts what it adds at the place of its type.
  boolean isMade(MethodTree method) {
    int start = places.start(method);
    return start < 0 || places.end(method) <= start;
  }

  /// The first sentence of the documentation, on one line.
  private String doc(TreePath path) {
    String whole = symbols.trees.getDocComment(path);
    if (whole == null) {
      return "";
    }
    String first = PARAGRAPH.split(whole.strip(), 2)[0];
    String line = oneLine(first);
    for (int i = 0; i + 1 < line.length(); i++) {
      if (".!?".indexOf(line.charAt(i)) >= 0 && line.charAt(i + 1) == ' ') {
        return line.substring(0, i + 1);
      }
    }
    return line;
  }

  private static String withoutAnnotations(String header) {
    return oneLine(ANNOTATION.matcher(header).replaceAll("")).replace("( ", "(");
  }

  private static String oneLine(String text) {
    return SPACE.matcher(COMMENT.matcher(text).replaceAll(" ").strip()).replaceAll(" ");
  }
}
