package sorte.guardian.capability;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;

/// Source lines, as the compiler left them in the classes.
final class Lines {
  private Lines() {}

  /// The first line of a method; 0 where it has none.
  static int first(MethodModel method) {
    if (method.code().isEmpty()) {
      return 0;
    }
    for (CodeElement element : method.code().get()) {
      if (element instanceof LineNumber line) {
        return line.line();
      }
    }
    return 0;
  }

  /// The first line with an instruction that names a type; 0 where none does.
  static int naming(ClassModel model, String type) {
    for (MethodModel method : model.methods()) {
      if (method.code().isEmpty()) {
        continue;
      }
      int line = 0;
      for (CodeElement element : method.code().get()) {
        if (element instanceof LineNumber number) {
          line = number.line();
        } else if (element instanceof Instruction && names(element, type)) {
          return line;
        }
      }
    }
    return 0;
  }

  private static boolean names(CodeElement element, String type) {
    return switch (element) {
      case InvokeInstruction call ->
          call.owner().asInternalName().equals(type)
              || call.type().stringValue().contains("L" + type + ";");
      case FieldInstruction field ->
          field.owner().asInternalName().equals(type)
              || field.type().stringValue().contains("L" + type + ";");
      case NewObjectInstruction made -> made.className().asInternalName().equals(type);
      case TypeCheckInstruction check -> check.type().asInternalName().equals(type);
      case InvokeDynamicInstruction site -> site.type().stringValue().contains("L" + type + ";");
      default -> false;
    };
  }
}
