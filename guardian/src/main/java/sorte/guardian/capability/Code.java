package sorte.guardian.capability;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All classes of a candidate, with their own hierarchy: which method a call may reach.
public final class Code {

  /// A method by its class, name and descriptor.
  public record Method(String owner, String name, String descriptor) implements Comparable<Method> {
    @Override
    public int compareTo(Method other) {
      int byOwner = owner.compareTo(other.owner);
      int byName = byOwner != 0 ? byOwner : name.compareTo(other.name);
      return byName != 0 ? byName : descriptor.compareTo(other.descriptor);
    }

    public boolean constructor() {
      return name.equals("<init>");
    }
  }

  private final SortedMap<String, ClassModel> classes = new TreeMap<>();
  private final SortedMap<Method, MethodModel> methods = new TreeMap<>();
  private final SortedMap<String, TreeSet<String>> above = new TreeMap<>();

  public Code(Iterable<ClassModel> models) {
    for (ClassModel model : models) {
      String owner = model.thisClass().asInternalName();
      classes.put(owner, model);
      for (MethodModel method : model.methods()) {
        methods.put(
            new Method(owner, method.methodName().stringValue(), method.methodType().stringValue()),
            method);
      }
    }
  }

  public SortedMap<String, ClassModel> classes() {
    return new TreeMap<>(classes);
  }

  public SortedMap<Method, MethodModel> methods() {
    return new TreeMap<>(methods);
  }

  /// What stands behind a method's name; null where the candidate declares none.
  public @Nullable MethodModel method(Method method) {
    return methods.get(method);
  }

  /// One of the candidate's own classes.
  ClassModel model(String type) {
    ClassModel model = classes.get(type);
    if (model == null) {
      throw new IllegalArgumentException(type + " is not the candidate's");
    }
    return model;
  }

  public boolean own(String type) {
    return classes.containsKey(type);
  }

  /// The name of the superclass; empty for what is not the candidate's.
  public String superclass(String type) {
    ClassModel model = classes.get(type);
    return model == null ? "" : model.superclass().map(entry -> entry.asInternalName()).orElse("");
  }

  /// The first class that is not the candidate's, going up from `type`.
  public String foreign(String type) {
    String at = type;
    for (int i = 0; own(at) && i <= classes.size(); i++) {
      at = superclass(at);
    }
    return at;
  }

  /// The candidate's own class that declares what a call names, going up; empty when it is
  /// inherited from a class that is not the candidate's.
  public Optional<Method> declared(String owner, String name, String descriptor) {
    TreeSet<String> seen = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(owner));
    while (!open.isEmpty()) {
      String at = open.removeFirst();
      ClassModel model = classes.get(at);
      if (model == null || !seen.add(at)) {
        continue;
      }
      Method method = new Method(at, name, descriptor);
      if (methods.containsKey(method)) {
        return Optional.of(method);
      }
      model.superclass().ifPresent(entry -> open.add(entry.asInternalName()));
      model.interfaces().forEach(entry -> open.add(entry.asInternalName()));
    }
    return Optional.empty();
  }

  /// Whether one of the candidate's own classes is, going up, another one.
  public boolean isA(String type, String other) {
    return above(type).contains(other);
  }

  /// Every method of the candidate that a call on `owner` may reach: of that name and descriptor,
  /// in a class that an object of that type can be of, or that such a class inherits from.
  public List<Method> reached(String owner, String name, String descriptor) {
    TreeSet<String> owners = new TreeSet<>();
    for (String type : classes.keySet()) {
      TreeSet<String> above = above(type);
      if (above.contains(owner)) {
        owners.addAll(above);
      }
    }
    return owners.stream()
        .map(type -> new Method(type, name, descriptor))
        .filter(methods::containsKey)
        .toList();
  }

  /// A class of the candidate's with all of its own above it.
  private TreeSet<String> above(String type) {
    return above.computeIfAbsent(type, this::goingUp);
  }

  private TreeSet<String> goingUp(String type) {
    TreeSet<String> seen = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(type));
    while (!open.isEmpty()) {
      ClassModel model = classes.get(open.getLast());
      String at = open.removeLast();
      if (model != null && seen.add(at)) {
        model.superclass().ifPresent(entry -> open.add(entry.asInternalName()));
        model.interfaces().forEach(entry -> open.add(entry.asInternalName()));
      }
    }
    return seen;
  }
}
