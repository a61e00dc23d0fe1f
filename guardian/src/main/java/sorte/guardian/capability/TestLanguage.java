package sorte.guardian.capability;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.guardian.Finding;

/// What the tests of strategies may name. They run confined while a change is judged, but whoever
/// has the change runs them as well, on a machine that confines nothing: code that does harm there
/// needs types that no test of a strategy does.
public final class TestLanguage {

  private static final int FINDINGS_MOST = 10;
  private static final Pattern TYPE = Pattern.compile("L([^;<]+)[;<]");

  /// Packages of which everything may be named. JUnit's for files and for extensions are others.
  private static final Set<String> PACKAGES =
      Set.of(
          "sorte/strategy",
          "sorte/strategy/run",
          "org/junit/jupiter/api",
          "org/junit/jupiter/api/function",
          "org/opentest4j",
          "java/math",
          "java/time",
          "java/util/function",
          "java/util/stream",
          "java/lang/runtime");

  private static final Set<String> LANG =
      Set.of(
          "AssertionError",
          "ArithmeticException",
          "AutoCloseable",
          "Boolean",
          "Byte",
          "CharSequence",
          "Character",
          "Class",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "FunctionalInterface",
          "IllegalArgumentException",
          "IllegalStateException",
          "IndexOutOfBoundsException",
          "Integer",
          "Iterable",
          "Long",
          "MatchException",
          "Math",
          "NullPointerException",
          "Number",
          "Object",
          "Override",
          "Record",
          "RuntimeException",
          "SafeVarargs",
          "Short",
          "StrictMath",
          "String",
          "StringBuilder",
          "SuppressWarnings",
          "Throwable",
          "UnsupportedOperationException",
          "Void");

  /// What is made of a lambda, a text or a switch, and what its bookkeeping names.
  private static final Set<String> INVOKE =
      Set.of(
          "CallSite",
          "LambdaMetafactory",
          "MethodHandle",
          "MethodHandles",
          "MethodHandles$Lookup",
          "MethodType",
          "StringConcatFactory",
          "TypeDescriptor");

  private static final Set<String> UTIL =
      Set.of(
          "ArrayDeque",
          "ArrayList",
          "Arrays",
          "Collection",
          "Collections",
          "Comparator",
          "Deque",
          "HashMap",
          "HashSet",
          "Iterator",
          "LinkedHashMap",
          "LinkedHashSet",
          "List",
          "Locale",
          "Map",
          "Map$Entry",
          "NoSuchElementException",
          "Objects",
          "Optional",
          "OptionalDouble",
          "OptionalInt",
          "OptionalLong",
          "Random",
          "Set",
          "SortedMap",
          "SortedSet",
          "SplittableRandom",
          "StringJoiner",
          "TreeMap",
          "TreeSet");

  /// Of a class a test may know the name.
  private static final Set<String> OF_CLASSES =
      Set.of("desiredAssertionStatus", "getName", "getSimpleName");

  private static final Set<String> FACTORIES =
      Set.of("metafactory", "makeConcat", "makeConcatWithConstants");

  private final String path;
  private final Set<String> own;
  private final List<Finding> findings = new ArrayList<>();

  private TestLanguage(String path, Set<String> own) {
    this.path = path;
    this.own = own;
  }

  /// What in these classes no test of a strategy needs.
  ///
  /// @param strategy the classes under test, by binary name
  public static List<Finding> look(
      String path, SortedMap<String, byte[]> tests, Set<String> strategy) {
    Set<String> own = new java.util.TreeSet<>();
    tests.keySet().forEach(name -> own.add(name.replace('.', '/')));
    strategy.forEach(name -> own.add(name.replace('.', '/')));
    TestLanguage look = new TestLanguage(path, own);
    tests.values().forEach(bytes -> look.one(ClassFile.of().parse(bytes)));
    return look.findings.stream().distinct().limit(FINDINGS_MOST).toList();
  }

  private void one(ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> type(type.asInternalName());
        case NameAndTypeEntry pair -> descriptor(pair.type().stringValue());
        case MethodTypeEntry type -> descriptor(type.descriptor().stringValue());
        case MemberRefEntry member -> member(member);
        default -> {}
      }
    }
    model.fields().forEach(field -> descriptor(field.fieldType().stringValue()));
    for (MethodModel method : model.methods()) {
      descriptor(method.methodType().stringValue());
    }
  }

  /// Of classes and of what makes lambdas, only what needs no name in a text: from one, everything
  /// can be reached.
  private void member(MemberRefEntry member) {
    String owner = member.owner().asInternalName();
    String name = member.name().stringValue();
    boolean open =
        owner.equals("java/lang/Class")
            ? OF_CLASSES.contains(name)
            : !owner.startsWith("java/lang/invoke/") || FACTORIES.contains(name);
    if (!open) {
      add(owner.replace('/', '.') + "." + name);
    }
  }

  private void descriptor(String descriptor) {
    Matcher types = TYPE.matcher(descriptor);
    while (types.find()) {
      type(types.group(1));
    }
  }

  private void type(String internal) {
    if (internal.startsWith("[")) {
      descriptor(internal);
      return;
    }
    int slash = internal.lastIndexOf('/');
    String in = slash < 0 ? "" : internal.substring(0, slash);
    String name = internal.substring(slash + 1);
    boolean known =
        switch (in) {
          case "java/lang" -> LANG.contains(name);
          case "java/util" -> UTIL.contains(name);
          case "java/lang/invoke" -> INVOKE.contains(name);
          default -> PACKAGES.contains(in);
        };
    if (!known && !own.contains(internal)) {
      add(internal.replace('/', '.').replace('$', '.'));
    }
  }

  private void add(String name) {
    findings.add(Finding.at("tests.language", path, 0, name));
  }
}
