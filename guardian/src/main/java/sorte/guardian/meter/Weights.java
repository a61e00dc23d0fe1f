package sorte.guardian.meter;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.OperatorInstruction;

/// What an instruction costs, in steps.
final class Weights {

  static final int PLAIN = 1;
  static final int CALL = 5;
  static final int DIVISION = 10;
  static final int FLOATING_REMAINDER = 200;

  /// StrictMath's functions, written in Java: as long as a remainder of doubles.
  static final int TRANSCENDENTAL = 200;

  static final int NEW = 10;

  private Weights() {}

  static int of(Instruction instruction) {
    return switch (instruction) {
      case OperatorInstruction operator -> operator(operator.opcode());
      case InvokeInstruction call ->
          call.owner().asInternalName().equals("java/lang/StrictMath")
                  || call.name().equalsString("fma") // without the instruction: big numbers
              ? TRANSCENDENTAL
              : CALL;
      // a switch over types tries its labels, and a record compares its parts, one after another
      case InvokeDynamicInstruction site -> DIVISION + CALL + site.bootstrapArgs().size();
      case NewObjectInstruction _ -> NEW;
      default -> PLAIN;
    };
  }

  private static int operator(Opcode opcode) {
    return switch (opcode) {
      case DREM, FREM -> FLOATING_REMAINDER;
      case IDIV, LDIV, IREM, LREM -> DIVISION;
      default -> PLAIN;
    };
  }
}
