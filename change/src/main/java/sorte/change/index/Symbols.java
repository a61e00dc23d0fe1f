package sorte.change.index;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/// What the compiler made of names, as keys.
final class Symbols {
  private static final Pattern ANNOTATIONS = Pattern.compile("@[\\w.]+(\\([^)]*\\))? ?");

  final Trees trees;
  private final Elements elements;
  private final Types types;
  private final Set<String> owned;
  private final Map<Element, Optional<String>> keys = new HashMap<>();

  Symbols(JavacTask task, Set<String> owned) {
    this.trees = Trees.instance(task);
    this.elements = task.getElements();
    this.types = task.getTypes();
    this.owned = owned;
  }

  /// The key of what has a name beyond the method it stands in; nothing for locals and for what was
  /// not understood.
  Optional<String> key(Element element) {
    Optional<String> known = keys.get(element);
    if (known == null) {
      known = made(element);
      keys.put(element, known);
    }
    return known;
  }

  private Optional<String> made(Element element) {
    return switch (element) {
      case TypeElement type -> typeKey(type);
      case ExecutableElement method ->
          ofOwner(method).map(o -> o + "#" + method.getSimpleName() + parameters(method));
      case VariableElement field
          when field.getKind() == ElementKind.FIELD
              || field.getKind() == ElementKind.ENUM_CONSTANT ->
          ofOwner(field).map(o -> o + "#" + field.getSimpleName());
      default -> Optional.empty();
    };
  }

  private Optional<String> ofOwner(Element member) {
    return member.getEnclosingElement() instanceof TypeElement owner
        ? typeKey(owner)
        : Optional.empty();
  }

  private static Optional<String> typeKey(TypeElement type) {
    for (Element at = type; at instanceof TypeElement each; at = at.getEnclosingElement()) {
      NestingKind nesting = each.getNestingKind();
      if (nesting == NestingKind.ANONYMOUS || nesting == NestingKind.LOCAL) {
        return Optional.empty();
      }
    }
    String name = type.getQualifiedName().toString();
    return name.isEmpty() || type.asType().getKind() == TypeKind.ERROR
        ? Optional.empty()
        : Optional.of(name);
  }

  private String parameters(ExecutableElement method) {
    List<String> erased = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      erased.add(bare(types.erasure(parameter.asType())));
    }
    return "(" + String.join(",", erased) + ")";
  }

  /// A type without the annotations on its uses.
  private static String bare(TypeMirror type) {
    String said = type.toString();
    return said.indexOf('@') < 0 ? said : ANNOTATIONS.matcher(said).replaceAll("");
  }

  /// Whether the tree has the source of it.
  boolean isOwn(Element element) {
    PackageElement of = elements.getPackageOf(element);
    return of != null && owned.contains(of.getQualifiedName().toString());
  }

  /// Whether nobody wrote it: the constructor of a class that has none, what a record comes with.
  boolean isMade(Element element) {
    return elements.getOrigin(element) != Elements.Origin.EXPLICIT;
  }

  /// The methods that a method overrides, nearest first.
  List<ExecutableElement> overridden(ExecutableElement method) {
    List<ExecutableElement> found = new ArrayList<>();
    if (method.getKind() != ElementKind.METHOD
        || !(method.getEnclosingElement() instanceof TypeElement type)) {
      return found;
    }
    for (TypeElement above : above(type)) {
      for (ExecutableElement other : ElementFilter.methodsIn(above.getEnclosedElements())) {
        if (other.getSimpleName().equals(method.getSimpleName())
            && elements.overrides(method, other, type)) {
          found.add(other);
        }
      }
    }
    return found;
  }

  private Set<TypeElement> above(TypeElement type) {
    Set<TypeElement> seen = new LinkedHashSet<>();
    Deque<TypeMirror> open = new ArrayDeque<>(types.directSupertypes(type.asType()));
    while (!open.isEmpty()) {
      if (open.poll() instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement above
          && seen.add(above)) {
        open.addAll(types.directSupertypes(declared));
      }
    }
    return seen;
  }
}
