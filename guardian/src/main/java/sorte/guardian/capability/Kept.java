package sorte.guardian.capability;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.guardian.Finding;

/// What a value can hold, and through it what a strategy can keep. Records and lambdas hold no
/// value of their own kind, however indirectly, and few parts in all: else they chain up without a
/// bound, and comparing two would take time that no loop shows. What an enum holds is the same for
/// every run, so it is nothing that can change.
final class Kept {

  /// Parts of one value, counted through all records within it.
  static final int PARTS_MOST = 64;

  private static final int TOO_MANY = PARTS_MOST + 1;

  private final String path;
  private final Code code;
  private final SortedMap<String, SortedSet<String>> captured = new TreeMap<>();
  private final Map<String, Integer> parts = new HashMap<>(); // asked, never walked

  Kept(String path, Code code) {
    this.path = path;
    this.code = code;
    code.methods().values().forEach(this::capture);
  }

  void look(List<Finding> findings) {
    for (ClassModel model : code.classes().values()) {
      String type = model.thisClass().asInternalName();
      String parent = code.superclass(type);
      if (parent.equals("java/lang/Record") && parts("L" + type + ";") > PARTS_MOST) {
        findings.add(Finding.at("capability.chain", path, line(model), shown(type), PARTS_MOST));
      }
      if (code.foreign(type).equals("java/lang/Enum")) { // bodies of single constants as well
        constants(findings, model);
      }
    }
    for (String made : captured.keySet()) {
      if (parts(made) > PARTS_MOST) {
        findings.add(Finding.at("capability.chain", path, 0, shown(made), PARTS_MOST));
      }
    }
  }

  private void constants(List<Finding> findings, ClassModel model) {
    for (FieldModel field : model.fields()) {
      String type = field.fieldType().stringValue();
      if (!field.flags().has(AccessFlag.STATIC) && !unchanging(type)) {
        String name = field.fieldName().stringValue();
        findings.add(Finding.at("capability.enum-keeps", path, line(model), name));
      }
    }
  }

  private boolean unchanging(String type) {
    if (type.length() == 1 || type.equals("Ljava/lang/String;")) {
      return true;
    }
    String internal = internal(type);
    boolean constant = type.equals("Lsorte/strategy/Seed;") || enumeration(internal);
    boolean function = Allowed.FUNCTIONS.containsKey(internal) || functional(internal);
    return constant
        || (function
            && captured.getOrDefault(type, new TreeSet<>()).stream()
                .allMatch(held -> held.length() == 1));
  }

  private boolean functional(String type) {
    return code.own(type)
        && code.model(type).flags().has(AccessFlag.INTERFACE)
        && implementations(type).isEmpty();
  }

  /// Parts that one value of a type can hold, itself included; TOO_MANY where there is no bound.
  private int parts(String type) {
    Integer known = parts.get(type);
    if (known != null) {
      return known;
    }
    parts.put(type, TOO_MANY); // met again while it is counted: it can hold its own kind
    int count = Math.min(TOO_MANY, count(type));
    parts.put(type, count);
    return count;
  }

  private int count(String type) {
    String internal = internal(type);
    if (type.length() == 1 || type.startsWith("[") || enumeration(internal)) {
      return 1;
    }
    if (code.own(internal)) {
      return switch (code.foreign(internal)) {
        case "java/lang/Record" -> sum(components(code.model(internal)));
        case "java/lang/Object" -> most(type, implementations(internal));
        default -> 1; // indicators and the strategy are made once, not per bar
      };
    }
    if (Allowed.FUNCTIONS.containsKey(internal)) {
      return most(type, List.of());
    }
    boolean plain =
        Allowed.api(internal)
            || internal.equals("java/lang/String")
            || internal.equals("java/lang/Enum");
    return plain ? 1 : TOO_MANY;
  }

  private int most(String type, List<String> implementations) {
    int most = sum(captured.getOrDefault(type, new TreeSet<>()));
    for (String one : implementations) {
      most = Math.max(most, parts(one));
    }
    return most;
  }

  private int sum(Iterable<String> types) {
    long sum = 1;
    for (String type : types) {
      sum += parts(type);
    }
    return (int) Math.min(TOO_MANY, sum);
  }

  private List<String> implementations(String type) {
    return code.classes().keySet().stream()
        .filter(other -> !other.equals(type) && code.isA(other, type))
        .map(other -> "L" + other + ";")
        .toList();
  }

  /// By its fields, not by what the class says of itself.
  private static List<String> components(ClassModel model) {
    return model.fields().stream()
        .filter(field -> !field.flags().has(AccessFlag.STATIC))
        .map(field -> field.fieldType().stringValue())
        .toList();
  }

  private boolean enumeration(String type) {
    return code.own(type) && code.foreign(type).equals("java/lang/Enum");
  }

  private void capture(MethodModel model) {
    for (InvokeDynamicInstruction site : Calls.sites(model)) {
      if (Calls.internal(site.bootstrapMethod()).equals("java/lang/invoke/LambdaMetafactory")) {
        SortedSet<String> held =
            captured.computeIfAbsent(
                site.typeSymbol().returnType().descriptorString(), _ -> new TreeSet<>());
        site.typeSymbol().parameterList().stream()
            .map(ClassDesc::descriptorString)
            .forEach(held::add);
      }
    }
  }

  private static int line(ClassModel model) {
    return model.methods().stream().mapToInt(Lines::first).filter(n -> n > 0).min().orElse(0);
  }

  private static String internal(String type) {
    return type.startsWith("L") ? type.substring(1, type.length() - 1) : type;
  }

  private static String shown(String type) {
    String name = internal(type);
    return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
  }
}
