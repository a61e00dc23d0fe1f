package sorte.guardian.capability;

import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import sorte.guardian.Finding;
import sorte.guardian.capability.Code.Method;

/// What holds over calls: no recursion anywhere; what a decision can reach makes nothing but small
/// records, and assigns nothing but an indicator's own state.
final class CallLanguage {

  private static final int RECORD_MOST = 64;
  private static final int HEADER = 12;

  /// Bytes of stack that a decision takes at most, along its longest line of calls.
  private static final int STACK_MOST = 32 * 1024;

  private static final int FRAME = 96;
  private static final int SLOT = 8;

  private final String path;
  private final Code code;
  private final String top;
  private final Calls calls;
  private final SortedMap<Method, Integer> stack = new TreeMap<>();

  CallLanguage(String path, Code code, String top) {
    this.path = path;
    this.code = code;
    this.top = top;
    this.calls = new Calls(code);
  }

  void look(List<Finding> findings) {
    Optional<Method> recursion = calls.recursion();
    if (recursion.isPresent()) {
      Method method = recursion.get();
      MethodModel model = code.method(method);
      int line = model == null ? 0 : Lines.first(model);
      findings.add(Finding.at("capability.recursion", path, line, CapabilityGate.words(method)));
      return;
    }
    int initialisers = initialisers();
    code.methods().keySet().stream()
        .filter(method -> stack(method) + initialisers > STACK_MOST)
        .findFirst()
        .ifPresent(method ->
            add(findings, "capability.stack", 0, CapabilityGate.words(method), STACK_MOST));
    List<Method> methods = List.copyOf(code.methods().keySet());
    SortedSet<Method> rules = calls.reachable(methods.stream().filter(this::rule).toList());
    SortedSet<Method> asked = calls.reachable(methods.stream().filter(this::terms).toList());
    SortedSet<Method> decisions = calls.reachable(methods.stream().filter(this::entry).toList());
    code.methods()
        .forEach((method, model) -> {
          if (decisions.contains(method)) {
            decision(findings, method, model);
          }
          if (rules.contains(method) || asked.contains(method)) {
            pure(findings, method, model);
          }
        });
  }

  /// Bytes of stack under one method, itself included; ends because there is no recursion.
  private int stack(Method method) {
    Integer known = stack.get(method);
    if (known != null) {
      return known;
    }
    int below = 0;
    for (Method next : calls.of(method)) {
      below = Math.max(below, stack(next));
    }
    MethodModel model = code.method(method);
    int own = FRAME;
    if (model != null && model.code().orElse(null) instanceof CodeAttribute body) {
      own += SLOT * (body.maxLocals() + body.maxStack());
    }
    stack.put(method, below + own);
    return below + own;
  }

  /// Bytes of stack of all initialisers of classes, each at its deepest: one may run inside of
  /// another, wherever a constant is first named, and so again below the very methods above it.
  private int initialisers() {
    long all = 0;
    for (Method method : code.methods().keySet()) {
      if (method.name().equals("<clinit>")) {
        all += stack(method);
      }
    }
    return (int) Math.min(all, STACK_MOST);
  }

  private boolean rule(Method method) {
    return method.owner().equals(top) && Allowed.DECISIONS.contains(method.name());
  }

  private boolean terms(Method method) {
    return method.owner().equals(top) && method.name().equals("terms");
  }

  /// What a rule or the terms can reach assigns nothing at all, an indicator's state included.
  private void pure(List<Finding> findings, Method method, MethodModel model) {
    if (model.code().isEmpty()) {
      return;
    }
    boolean record =
        method.constructor() && code.superclass(method.owner()).equals("java/lang/Record");
    int line = 0;
    for (CodeElement element : model.code().get()) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case ArrayStoreInstruction _ -> add(findings, "capability.assign", line, "[]");
        case FieldInstruction field -> {
          if (field.opcode() == Opcode.PUTFIELD && !record) {
            add(findings, "capability.assign", line, field.name().stringValue());
          }
        }
        default -> {}
      }
    }
  }

  /// The rules, and what brings an indicator up to date.
  private boolean entry(Method method) {
    boolean next =
        method.name().equals("next")
            && code.foreign(method.owner()).equals(Allowed.API + "Indicator");
    return rule(method) || next;
  }

  private void decision(List<Finding> findings, Method method, MethodModel model) {
    if (model.code().isEmpty()) {
      return;
    }
    boolean indicator = code.foreign(method.owner()).equals(Allowed.API + "Indicator");
    int line = 0;
    for (CodeElement element : model.code().get()) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case NewPrimitiveArrayInstruction _ -> add(findings, "capability.decision-array", line);
        case NewReferenceArrayInstruction _ -> add(findings, "capability.decision-array", line);
        case NewObjectInstruction made -> {
          String type = made.className().asInternalName();
          if (!type.equals("java/lang/MatchException") && !smallRecord(type)) {
            findings.add(
                Finding.at(
                    "capability.decision-new", path, line, type.replace('/', '.'), RECORD_MOST));
          }
        }
        case ArrayStoreInstruction _ -> {
          if (!indicator) {
            add(findings, "capability.assign", line, "[]");
          }
        }
        case FieldInstruction field -> {
          boolean record = method.constructor() && smallRecord(method.owner());
          if (field.opcode() == Opcode.PUTFIELD && !indicator && !record) {
            add(findings, "capability.assign", line, field.name().stringValue());
          }
        }
        case InvokeInstruction call -> declares(findings, call, line);
        default -> {}
      }
    }
  }

  /// A list made, or an indicator declared, in a decision.
  private void declares(List<Finding> findings, InvokeInstruction call, int line) {
    String name = call.name().stringValue();
    String owner = call.owner().asInternalName();
    boolean clones = owner.startsWith("[") && name.equals("clone");
    boolean list = owner.equals("java/util/List") && name.equals("of");
    if (clones || list) {
      add(findings, "capability.decision-array", line);
    }
    boolean indicator =
        code.foreign(owner).equals(Allowed.API + "Strategy")
            && code.declared(owner, name, call.type().stringValue()).isEmpty();
    boolean overSlower =
        owner.equals(Allowed.API + "Series")
            && !call.type().stringValue().equals("()L" + Allowed.API + "Line;");
    if (owner.equals(Allowed.API + "Terms")
        || overSlower
        || owner.equals(Allowed.API + "TradingHours")
        || indicator) {
      add(findings, "capability.decision-new", line, name, RECORD_MOST);
    }
  }

  private boolean smallRecord(String type) {
    if (!code.superclass(type).equals("java/lang/Record")) {
      return false;
    }
    int bytes = HEADER;
    for (FieldModel field : code.model(type).fields()) {
      if (!field.flags().has(AccessFlag.STATIC)) {
        String descriptor = field.fieldType().stringValue();
        bytes += descriptor.equals("D") || descriptor.equals("J") ? 8 : 4;
      }
    }
    return bytes <= RECORD_MOST;
  }

  private void add(List<Finding> findings, String rule, int line, Object... values) {
    findings.add(Finding.at(rule, path, line, values));
  }
}
