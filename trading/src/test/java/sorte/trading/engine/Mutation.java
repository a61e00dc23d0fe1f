package sorte.trading.engine;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One defect, put into one instruction of a compiled class: a condition the other way round,
/// another arithmetic, a call left out, a constant off by one, another result.
///
/// @param method number of the method in its class
/// @param instruction number of the instruction in its method
record Mutation(String type, int method, int instruction, String words) {

  private static final Map<Opcode, Opcode> NEGATED =
      bothWays(
          Map.of(
              Opcode.IFEQ, Opcode.IFNE,
              Opcode.IFLT, Opcode.IFGE,
              Opcode.IFGT, Opcode.IFLE,
              Opcode.IF_ICMPEQ, Opcode.IF_ICMPNE,
              Opcode.IF_ICMPLT, Opcode.IF_ICMPGE,
              Opcode.IF_ICMPGT, Opcode.IF_ICMPLE,
              Opcode.IF_ACMPEQ, Opcode.IF_ACMPNE,
              Opcode.IFNULL, Opcode.IFNONNULL));

  private static final Map<Opcode, Opcode> OTHER_ARITHMETIC =
      bothWays(
          Map.of(
              Opcode.DADD, Opcode.DSUB,
              Opcode.DMUL, Opcode.DDIV,
              Opcode.LADD, Opcode.LSUB,
              Opcode.IADD, Opcode.ISUB));

  private static Map<Opcode, Opcode> bothWays(Map<Opcode, Opcode> one) {
    Map<Opcode, Opcode> both = new java.util.EnumMap<>(one);
    one.forEach((a, b) -> both.put(b, a));
    return both;
  }

  /// Every place of a class where one can be put.
  static List<Mutation> of(String type, byte[] classFile) {
    List<Mutation> found = new ArrayList<>();
    ClassModel model = ClassFile.of().parse(classFile);
    for (int m = 0; m < model.methods().size(); m++) {
      MethodModel method = model.methods().get(m);
      String name = method.methodName().stringValue();
      if (name.equals("<clinit>") || name.equals("toString") || method.code().isEmpty()) {
        continue;
      }
      int line = 0;
      int number = 0;
      for (CodeElement element : method.code().get()) {
        if (element instanceof LineNumber l) {
          line = l.line();
        }
        if (element instanceof Instruction instruction) {
          String what = kind(method, instruction);
          if (!what.isEmpty()) {
            String where = type.substring(type.lastIndexOf('.') + 1) + "." + name + ":" + line;
            found.add(new Mutation(type, m, number, where + " " + what));
          }
          number++;
        }
      }
    }
    return found;
  }

  private static String kind(MethodModel method, Instruction instruction) {
    return switch (instruction) {
      case BranchInstruction b when NEGATED.containsKey(b.opcode()) ->
          "condition turned: " + b.opcode();
      case OperatorInstruction o when OTHER_ARITHMETIC.containsKey(o.opcode()) ->
          o.opcode() + " becomes " + OTHER_ARITHMETIC.get(o.opcode());
      case InvokeInstruction i
          when i.typeSymbol().returnType().equals(ConstantDescs.CD_void)
              && i.opcode() != Opcode.INVOKESPECIAL ->
          "call left out: " + i.name().stringValue();
      case ConstantInstruction c when c.constantValue() instanceof Integer i && i >= 0 && i < 128 ->
          "constant " + i + " becomes " + (i + 1);
      case ReturnInstruction r when changes(method, r) -> "another result";
      default -> "";
    };
  }

  private static boolean changes(MethodModel method, ReturnInstruction r) {
    return switch (r.typeKind()) {
      case BOOLEAN, INT, LONG, DOUBLE -> !method.flags().has(AccessFlag.SYNTHETIC);
      default -> false;
    };
  }

  /// The class with this defect in it.
  byte[] into(byte[] classFile) {
    ClassFile files = ClassFile.of();
    ClassModel model = files.parse(classFile);
    MethodModel target = model.methods().get(method);
    ClassTransform transform =
        (builder, element) -> {
          if (element instanceof MethodModel m && m == target) {
            builder.transformMethod(
                m,
                (methods, part) -> {
                  if (part instanceof CodeModel code) {
                    int[] number = new int[1];
                    methods.transformCode(code, (to, e) -> put(to, e, number));
                  } else {
                    methods.with(part);
                  }
                });
          } else {
            builder.with(element);
          }
        };
    return files.transformClass(model, transform);
  }

  private void put(CodeBuilder to, CodeElement element, int[] number) {
    if (element instanceof Instruction i && number[0]++ == instruction) {
      change(to, i);
    } else {
      to.with(element);
    }
  }

  private static void change(CodeBuilder to, Instruction instruction) {
    switch (instruction) {
      case BranchInstruction b -> to.branch(NEGATED.get(b.opcode()), b.target());
      case OperatorInstruction o ->
          to.with(OperatorInstruction.of(OTHER_ARITHMETIC.get(o.opcode())));
      case InvokeInstruction i -> leaveOut(to, i);
      case ConstantInstruction c -> to.loadConstant((Integer) c.constantValue() + 1);
      case ReturnInstruction r -> {
        switch (r.typeKind()) {
          case DOUBLE -> to.dneg();
          case LONG -> to.lconst_1().ladd();
          default -> to.iconst_1().ixor();
        }
        to.with(r);
      }
      default -> throw new IllegalStateException("no defect fits " + instruction);
    }
  }

  private static void leaveOut(CodeBuilder to, InvokeInstruction call) {
    List<ClassDesc> parameters = call.typeSymbol().parameterList();
    for (int p = parameters.size() - 1; p >= 0; p--) {
      if (TypeKind.from(parameters.get(p)).slotSize() == 2) {
        to.pop2();
      } else {
        to.pop();
      }
    }
    if (call.opcode() != Opcode.INVOKESTATIC) {
      to.pop();
    }
  }
}
