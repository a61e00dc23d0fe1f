package sorte.guardian.analysis;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import sorte.guardian.analysis.Parameters.Declared;
import sorte.guardian.child.AnalyseAnswer.Seen;

/// What hangs on how large a number is, and so is looked at each time: parameters against their
/// bounds, and comparisons of a line that stays within bounds with a number. Read off the compiled
/// classes, where annotations and constants are numbers already.
final class Numbers {

  static final String TOOL = "numbers";

  private static final Set<String> COMPARISONS =
      Set.of("above", "below", "atOrAbove", "atOrBelow", "crossesAbove", "crossesBelow");
  private static final String WITH_A_NUMBER = "(D)Z";
  private static final String LINE = "sorte/strategy/Line";
  private static final String PRICE = "sorte/strategy/Price";
  private static final Set<String> PRICES = Set.of("open", "high", "low", "close", "volume");

  private final Optional<Parameters> parameters;
  private final List<Seen> seen = new ArrayList<>();

  private Numbers(Optional<Parameters> parameters) {
    this.parameters = parameters;
  }

  static List<Seen> look(SortedMap<String, byte[]> classes) {
    List<ClassModel> models =
        classes.values().stream().map(bytes -> ClassFile.of().parse(bytes)).toList();
    Numbers numbers = new Numbers(Parameters.of(models));
    numbers.bounds();
    for (ClassModel model : models) {
      for (MethodModel method : model.methods()) {
        method.code().ifPresent(code -> numbers.comparisons(member(model, method), code));
      }
    }
    return numbers.seen;
  }

  private void bounds() {
    parameters.ifPresent(record -> {
      record.unbounded().forEach(name -> saw("unbounded-parameter", name, 0, ""));
      record
          .known()
          .forEach((name, one) -> {
            if (!one.inBounds()) {
              saw(
                  "parameter-out-of-bounds",
                  name,
                  0,
                  one.value() + " " + one.min() + " " + one.max());
            }
          });
    });
  }

  /// A receiver, a number, a comparison, one after the other: `rsi.above(p.overbought())`.
  private void comparisons(String member, CodeModel code) {
    List<Instruction> before = new ArrayList<>();
    int line = 0;
    for (CodeElement element : code) {
      if (element instanceof LineNumber number) {
        line = number.line();
      } else if (element instanceof Instruction instruction) {
        if (instruction instanceof InvokeInstruction call
            && COMPARISONS.contains(call.name().stringValue())
            && call.type().equalsString(WITH_A_NUMBER)) {
          comparison(member, line, call.name().stringValue(), before);
        }
        before.add(instruction);
      }
    }
  }

  private void comparison(String member, int line, String name, List<Instruction> before) {
    int end = before.size();
    if (end > 0 && before.get(end - 1) instanceof ConvertInstruction) {
      end--;
    }
    Optional<Operand> number = operand(before, end);
    if (number.isEmpty()) {
      return;
    }
    Optional<Range> range = receiver(before, number.get().start());
    if (range.isEmpty()) {
      return;
    }
    switch (range.get().compared(name, number.get().range())) {
      case NEVER -> saw("never-true", member, line, name + " " + number.get().words());
      case ALWAYS -> saw("always-true", member, line, name + " " + number.get().words());
      case EITHER -> {
        if (range.get().compared(name, number.get().now()) == Range.Answer.NEVER) {
          saw("not-true-as-set", member, line, name + " " + number.get().words());
        }
      }
    }
  }

  /// A number on its way to a comparison.
  ///
  /// @param range where it can be set
  /// @param now where it is set
  /// @param start the first of its instructions
  private record Operand(Range range, Range now, String words, int start) {}

  private Optional<Operand> operand(List<Instruction> before, int end) {
    if (end < 1) {
      return Optional.empty();
    }
    Instruction last = before.get(end - 1);
    if (last instanceof ConstantInstruction constant
        && constant.constantValue() instanceof Number number
        && !Double.isNaN(number.doubleValue())) {
      Range exact = Range.of(number.doubleValue());
      return Optional.of(new Operand(exact, exact, number.toString(), end - 1));
    }
    // aload_0, getfield p, checkcast, invokevirtual
    if (last instanceof InvokeInstruction call && end >= 4 && parameters.isPresent()) {
      Declared declared =
          call.owner().asInternalName().equals(parameters.get().record())
              ? parameters.get().known().get(call.name().stringValue())
              : null;
      if (declared != null && declared.inBounds()) {
        return Optional.of(
            new Operand(
                declared.range(), Range.of(declared.value()), call.name().stringValue(), end - 4));
      }
    }
    return Optional.empty();
  }

  private static Optional<Range> receiver(List<Instruction> before, int end) {
    if (end < 1) {
      return Optional.empty();
    }
    return switch (before.get(end - 1)) {
      case FieldInstruction field -> {
        String type = internal(field.type().stringValue());
        boolean price = type.equals(LINE) && PRICES.contains(field.name().stringValue());
        yield Range.ofLine(price ? PRICE : type);
      }
      case InvokeInstruction call -> Range.ofLine(call.owner().asInternalName());
      default -> Optional.empty();
    };
  }

  private static String internal(String descriptor) {
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }

  private void saw(String rule, String member, int line, String words) {
    seen.add(new Seen(TOOL, rule, "", member, line, words));
  }

  private static String member(ClassModel model, MethodModel method) {
    String owner = model.thisClass().asInternalName();
    return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.')
        + "."
        + method.methodName().stringValue();
  }
}
