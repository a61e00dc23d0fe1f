package sorte.guardian.capability;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.List;
import sorte.guardian.Finding;
import sorte.guardian.capability.Code.Method;

/// The instructions of one method: what it calls, makes, reads and writes.
final class BodyLanguage {

  private static final String MATCH = "java/lang/MatchException";

  private final ApiSurface api = new ApiSurface();
  private final String path;
  private final Code code;
  private final Method id;
  private final CodeModel body;
  private final List<CodeElement> elements;
  private int line;

  BodyLanguage(String path, Code code, Method id, CodeModel body) {
    this.path = path;
    this.code = code;
    this.id = id;
    this.body = body;
    this.elements = new ArrayList<>(body.elementList());
  }

  void look(List<Finding> findings) {
    for (CodeElement element : elements) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case ExceptionCatch handler -> handler(findings, handler);
        case InvokeInstruction call -> call(findings, call);
        case InvokeDynamicInstruction site -> dynamic(findings, site);
        case FieldInstruction field -> field(findings, field);
        case MonitorInstruction _ -> add(findings, "capability.synchronized");
        case DiscontinuedInstruction _ -> add(findings, "capability.instruction", "jsr");
        case NewMultiArrayInstruction _ -> add(findings, "capability.array-type", id.name());
        case NewReferenceArrayInstruction array -> array(findings, array);
        case NewObjectInstruction made -> made(findings, made);
        case ConstantInstruction.LoadConstantInstruction constant -> constant(findings, constant);
        case TypeCheckInstruction check -> cast(findings, check);
        default -> {}
      }
    }
  }

  private void call(List<Finding> findings, InvokeInstruction call) {
    String type = call.owner().asInternalName();
    String name = call.name().stringValue();
    String descriptor = call.type().stringValue();
    boolean identity = // differs from run to run, or builds texts
        name.equals("hashCode") || (name.equals("toString") && !type.equals("java/lang/Throwable"));
    if (identity) {
      add(findings, "capability.call", shown(type) + "." + name);
      return;
    }
    if (type.startsWith("[")) {
      boolean values = // what the compiler writes into an enum's values()
          enumeration()
              && id.name().equals("values")
              && name.equals("clone")
              && type.equals("[L" + id.owner() + ";");
      if (!values) {
        add(findings, "capability.call", type + "." + name);
      }
      return;
    }
    if (code.declared(type, name, descriptor).isPresent()) {
      return;
    }
    String foreign = code.own(type) ? code.foreign(type) : type;
    if (!foreign(foreign, name, descriptor, call.opcode(), code.own(type))) {
      add(findings, "capability.call", shown(foreign) + "." + name);
    }
  }

  /// Whether a method that the candidate does not declare may be called.
  private boolean foreign(
      String type, String name, String descriptor, Opcode opcode, boolean inherited) {
    if (name.equals("<init>")) {
      return constructor(type, descriptor);
    }
    if (Allowed.FUNCTIONS.containsKey(type)) {
      return name.equals(Allowed.FUNCTIONS.get(type));
    }
    if (Allowed.api(type)) {
      return api.allows(type, name, descriptor)
          && !(type.equals(Allowed.API + "Strategy") && !inherited);
    }
    return switch (type) {
      case "java/lang/Enum" ->
          name.equals("ordinal")
              || name.equals("equals")
              || name.equals("compareTo")
              || (name.equals("valueOf") && enumeration() && id.name().equals("valueOf"));
      case "java/lang/Throwable" ->
          name.equals("toString") && opcode == Opcode.INVOKEVIRTUAL && hasMatchHandler();
      default -> {
        var names = Allowed.METHODS.get(type);
        yield names != null && names.contains(name);
      }
    };
  }

  private boolean constructor(String type, String descriptor) {
    return switch (type) {
      case "java/lang/Object", "java/lang/Record" -> id.constructor();
      case "java/lang/Enum" -> id.constructor() && enumeration();
      case "sorte/strategy/Strategy", "sorte/strategy/Indicator" -> id.constructor();
      case MATCH -> descriptor.equals("(Ljava/lang/String;Ljava/lang/Throwable;)V");
      default -> false;
    };
  }

  private void dynamic(List<Finding> findings, InvokeDynamicInstruction site) {
    DirectMethodHandleDesc bootstrap = site.bootstrapMethod();
    String factory = Calls.internal(bootstrap);
    if (!Allowed.bootstrap(factory, bootstrap.methodName())) {
      String rule =
          factory.endsWith("StringConcatFactory") ? "capability.concat" : "capability.bootstrap";
      add(findings, rule, shown(factory), bootstrap.methodName());
      return;
    }
    switch (factory) {
      case "java/lang/invoke/LambdaMetafactory" -> lambda(findings, site);
      case "java/lang/runtime/ObjectMethods" -> {
        boolean record = code.superclass(id.owner()).equals("java/lang/Record");
        if (!record || !List.of("toString", "hashCode", "equals").contains(id.name())) {
          add(findings, "capability.bootstrap", shown(factory), bootstrap.methodName());
        }
      }
      default -> {}
    }
  }

  private void lambda(List<Finding> findings, InvokeDynamicInstruction site) {
    ClassDesc made = site.typeSymbol().returnType();
    String type = made.descriptorString();
    String internal = type.substring(1, Math.max(1, type.length() - 1));
    boolean ours = code.own(internal) && primitive(code, internal);
    if (!ours && !Allowed.FUNCTIONS.containsKey(internal)) {
      add(findings, "capability.lambda", shown(internal));
      return;
    }
    if (!(site.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc target)) {
      add(findings, "capability.lambda", shown(internal));
      return;
    }
    String owner = Calls.internal(target);
    boolean declared =
        code.declared(owner, target.methodName(), target.lookupDescriptor()).isPresent();
    var names = Allowed.METHODS.get(owner);
    boolean listed = names != null && names.contains(target.methodName());
    String foreign = code.own(owner) ? code.foreign(owner) : owner;
    boolean line =
        !foreign.equals(Allowed.API + "Strategy")
            && api.allows(foreign, target.methodName(), target.lookupDescriptor());
    if (!declared && !listed && !line) {
      add(findings, "capability.call", shown(owner) + "." + target.methodName());
    }
  }

  /// An interface of the candidate's whose every method speaks in primitives.
  private static boolean primitive(Code code, String type) {
    return code.model(type).methods().stream()
        .allMatch(m -> !m.methodType().stringValue().contains("L"));
  }

  private void field(List<Finding> findings, FieldInstruction field) {
    String type = field.owner().asInternalName();
    String name = field.name().stringValue();
    switch (field.opcode()) {
      case PUTSTATIC -> {
        if (!(enumeration() && id.name().equals("<clinit>") && type.equals(id.owner()))) {
          add(findings, "capability.static", name);
        }
      }
      case GETSTATIC -> {
        if (!code.own(type) && !type.equals(Allowed.API + "Seed")) {
          add(findings, "capability.call", shown(type) + "." + name);
        }
      }
      case PUTFIELD -> {
        boolean indicator = code.foreign(id.owner()).equals(Allowed.API + "Indicator");
        if (!type.equals(id.owner()) || !(id.constructor() || indicator)) {
          add(findings, "capability.assign", name);
        }
      }
      default -> {}
    }
  }

  private void array(List<Finding> findings, NewReferenceArrayInstruction array) {
    String type = array.componentType().asInternalName();
    boolean lines = Allowed.api(type);
    boolean values = enumeration() && type.equals(id.owner());
    if (!lines && !values) {
      add(findings, "capability.array-type", id.name());
    }
  }

  private void made(List<Finding> findings, NewObjectInstruction made) {
    String type = made.className().asInternalName();
    boolean match = type.equals(MATCH) && thrown(made);
    if (!code.own(type) && !match) {
      add(findings, "capability.new", shown(type));
    }
  }

  /// Whether an exception is made to be thrown at once, as the compiler does where no case fits:
  /// one that is kept holds another and the state of the stack.
  private boolean thrown(NewObjectInstruction made) {
    boolean after = false;
    boolean called = false;
    for (CodeElement element : elements) {
      if (element == made) {
        after = true;
      } else if (after && element instanceof Instruction instruction) {
        switch (instruction) {
          case ThrowInstruction _ -> {
            return called;
          }
          case InvokeInstruction call -> {
            boolean init =
                call.name().equalsString("<init>") && call.owner().asInternalName().equals(MATCH);
            if (called || !(init || call.name().equalsString("toString"))) {
              return false;
            }
            called = init;
          }
          case ConstantInstruction _, LoadInstruction _ -> {
            if (called) {
              return false;
            }
          }
          default -> {
            if (called || instruction.opcode() != Opcode.DUP) {
              return false;
            }
          }
        }
      }
    }
    return false;
  }

  private void constant(
      List<Finding> findings, ConstantInstruction.LoadConstantInstruction constant) {
    Object value = constant.constantValue();
    boolean itself = // what the compiler writes into an enum's valueOf
        id.name().equals("valueOf")
            && enumeration()
            && value instanceof ClassDesc type
            && type.descriptorString().equals("L" + id.owner() + ";");
    if (!(value instanceof Number) && !(value instanceof String) && !itself) {
      add(findings, "capability.constant", String.valueOf(value));
    }
  }

  /// A cast to the strategies' own base reaches rules past the list of calls.
  private void cast(List<Finding> findings, TypeCheckInstruction check) {
    String type = check.type().asInternalName();
    if (type.equals(Allowed.API + "Strategy") || type.equals(Allowed.API + "Market")) {
      add(findings, "capability.cast", shown(type));
    }
  }

  /// Only the handler that the compiler makes of a record pattern: it turns whatever an accessor
  /// threw into a MatchException.
  private void handler(List<Finding> findings, ExceptionCatch handler) {
    if (!matchHandler(handler.handler())) {
      Integer at = lineOf(handler.tryStart());
      findings.add(Finding.at("capability.handler", path, at));
    }
  }

  private boolean hasMatchHandler() {
    return body.exceptionHandlers().stream().anyMatch(h -> matchHandler(h.handler()));
  }

  private boolean matchHandler(Label at) {
    List<Instruction> next = new ArrayList<>();
    boolean seen = false;
    for (CodeElement element : elements) {
      if (element instanceof LabelTarget target && target.label().equals(at)) {
        seen = true;
      } else if (seen && element instanceof Instruction instruction && next.size() < 8) {
        next.add(instruction);
      }
    }
    return next.size() == 8
        && next.get(0) instanceof StoreInstruction
        && next.get(1) instanceof NewObjectInstruction made
        && made.className().asInternalName().equals(MATCH)
        && next.get(2).opcode() == Opcode.DUP
        && next.get(3) instanceof LoadInstruction
        && next.get(4) instanceof InvokeInstruction words
        && words.name().equalsString("toString")
        && next.get(5) instanceof LoadInstruction
        && next.get(6) instanceof InvokeInstruction init
        && init.owner().asInternalName().equals(MATCH)
        && next.get(7) instanceof ThrowInstruction;
  }

  private int lineOf(Label label) {
    int seen = 0;
    for (CodeElement element : elements) {
      if (element instanceof LineNumber number) {
        seen = number.line();
      } else if (element instanceof LabelTarget target && target.label().equals(label)) {
        return nextLine(element, seen);
      }
    }
    return seen;
  }

  private int nextLine(CodeElement from, int otherwise) {
    for (int i = elements.indexOf(from); i < elements.size(); i++) {
      if (elements.get(i) instanceof LineNumber number) {
        return number.line();
      }
      if (elements.get(i) instanceof Instruction) {
        return otherwise;
      }
    }
    return otherwise;
  }

  private boolean enumeration() {
    return code.superclass(id.owner()).equals("java/lang/Enum")
        || code.superclass(code.superclass(id.owner())).equals("java/lang/Enum");
  }

  private void add(List<Finding> findings, String rule, Object... values) {
    findings.add(Finding.at(rule, path, line, values));
  }

  private static String shown(String internal) {
    return internal.replace('/', '.').replace('$', '.');
  }
}
