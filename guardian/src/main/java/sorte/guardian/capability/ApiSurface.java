package sorte.guardian.capability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.strategy.Strategy;

/// The methods of strategy-api that a strategy may call: those that its class files declare, open
/// to strategies, and that nothing can override. Read from the files; nothing is loaded.
final class ApiSurface {

  /// What every enum has: an array a call, and names.
  private static final Set<String> OF_ENUMS = Set.of("values", "valueOf");

  private final SortedMap<String, Optional<ClassModel>> read = new TreeMap<>();

  boolean allows(String type, String name, String descriptor) {
    String at = type;
    while (Allowed.api(at)) {
      Optional<ClassModel> model = read.computeIfAbsent(at, ApiSurface::parse);
      if (model.isEmpty()) {
        return false;
      }
      for (MethodModel method : model.get().methods()) {
        if (method.methodName().equalsString(name)
            && method.methodType().equalsString(descriptor)) {
          return open(model.get(), method) && !OF_ENUMS.contains(name);
        }
      }
      at = model.get().superclass().map(entry -> entry.asInternalName()).orElse("");
    }
    return false;
  }

  private static boolean open(ClassModel owner, MethodModel method) {
    AccessFlags flags = method.flags();
    boolean seen = flags.has(AccessFlag.PUBLIC) || flags.has(AccessFlag.PROTECTED);
    boolean fixed =
        flags.has(AccessFlag.FINAL)
            || flags.has(AccessFlag.STATIC)
            || owner.flags().has(AccessFlag.FINAL);
    return seen
        && fixed
        && !List.of("equals", "hashCode", "toString").contains(method.methodName().stringValue());
  }

  private static Optional<ClassModel> parse(String type) {
    try (InputStream in = Strategy.class.getResourceAsStream("/" + type + ".class")) {
      return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
