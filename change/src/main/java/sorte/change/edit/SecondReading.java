package sorte.change.edit;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The same file read by another parser, as named parts and the tokens of each: imports, components
/// of the parameters, fields, methods. Two readings show what an edit changed, independently of how
/// it was made.
final class SecondReading {
  private final Map<String, String> parts;

  private SecondReading(Map<String, String> parts) {
    this.parts = parts;
  }

  static SecondReading of(String text) throws Stop {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
            .setAttributeComments(false);
    ParseResult<CompilationUnit> result;
    try {
      result = new JavaParser(configuration).parse(text);
    } catch (StackOverflowError _) {
      throw Stop.notPossible("too-deep", Integer.toString(JavaSource.DEEPEST));
    }
    Optional<CompilationUnit> unit = result.getResult();
    if (!result.isSuccessful() || unit.isEmpty()) {
      throw Stop.notPossible("second-parser", result.getProblems().getFirst().getMessage());
    }
    Map<String, String> parts = new LinkedHashMap<>();
    unit.get().getPackageDeclaration().ifPresent(p -> put(parts, "package", p));
    for (ImportDeclaration line : unit.get().getImports()) {
      put(parts, "import:" + line.getNameAsString(), line);
    }
    String record = recordOf(unit.get());
    for (TypeDeclaration<?> type : unit.get().getTypes()) {
      if (!extendsStrategy(type)) {
        if (type.getNameAsString().equals(record)) {
          member(parts, type);
        } else {
          put(parts, "top:" + type.getNameAsString(), type);
        }
        continue;
      }
      parts.put("header", header(type));
      for (BodyDeclaration<?> member : type.getMembers()) {
        member(parts, member);
      }
    }
    return new SecondReading(parts);
  }

  /// The name of the parameters' record, which may stand beside the strategy.
  private static String recordOf(CompilationUnit unit) {
    for (TypeDeclaration<?> type : unit.getTypes()) {
      if (extendsStrategy(type)) {
        return type.asClassOrInterfaceDeclaration()
            .getExtendedTypes()
            .getFirst()
            .orElseThrow()
            .getTypeArguments()
            .flatMap(arguments -> arguments.getFirst())
            .map(name -> name.toString().replaceAll(".*\\.", ""))
            .orElse("");
      }
    }
    return "";
  }

  private static boolean extendsStrategy(TypeDeclaration<?> type) {
    return type.isClassOrInterfaceDeclaration()
        && type.asClassOrInterfaceDeclaration().getExtendedTypes().stream()
            .anyMatch(t -> t.getNameAsString().equals("Strategy"));
  }

  private static void member(Map<String, String> parts, BodyDeclaration<?> member) {
    switch (member) {
      case FieldDeclaration field ->
          put(parts, "field:" + field.getVariable(0).getNameAsString(), field);
      case RecordDeclaration record -> {
        for (Parameter component : record.getParameters()) {
          put(parts, "component:" + component.getNameAsString(), component);
        }
        for (BodyDeclaration<?> inner : record.getMembers()) {
          put(parts, "inner:" + record.getNameAsString(), inner);
        }
        put(parts, "record:" + record.getNameAsString(), record.getName());
      }
      case CallableDeclaration<?> callable -> put(parts, "method:" + name(callable), callable);
      case TypeDeclaration<?> type -> put(parts, "type:" + type.getNameAsString(), type);
      default -> put(parts, "member", member);
    }
  }

  private static String name(CallableDeclaration<?> callable) {
    return callable.isConstructorDeclaration() ? "<init>" : callable.getNameAsString();
  }

  /// The tokens of a type before its body.
  private static String header(TypeDeclaration<?> type) {
    StringBuilder out = new StringBuilder();
    for (JavaToken token : type.getTokenRange().orElseThrow()) {
      if (token.getText().equals("{")) {
        break;
      }
      append(out, token);
    }
    return out.toString();
  }

  private static void put(Map<String, String> parts, String label, Node node) {
    StringBuilder out = new StringBuilder();
    for (JavaToken token : node.getTokenRange().orElseThrow()) {
      append(out, token);
    }
    parts.merge(label, out.toString(), (a, b) -> a + "\n" + b);
  }

  private static void append(StringBuilder out, JavaToken token) {
    if (!token.getCategory().isWhitespaceOrComment()) {
      out.append(token.getText()).append(' ');
    }
  }

  Map<String, String> parts() {
    return new TreeMap<>(parts);
  }

  /// The labels of the parts that are not the same in both.
  Set<String> differsFrom(SecondReading other) {
    Set<String> labels = new TreeSet<>(parts.keySet());
    labels.addAll(other.parts.keySet());
    labels.removeIf(l -> java.util.Objects.equals(parts.get(l), other.parts.get(l)));
    return labels;
  }
}
