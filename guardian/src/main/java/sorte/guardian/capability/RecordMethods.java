package sorte.guardian.capability;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.ArrayList;
import java.util.List;

/// `equals`, `hashCode` and `toString` as the compiler writes them for a record.
final class RecordMethods {
  private RecordMethods() {}

  /// Whether a method is what the compiler writes and nothing beside it: the arguments, the call of
  /// the record's own methods, the return. A call of another kind beside it is no proof: whoever
  /// writes an equality by hand can put a lambda into it.
  static boolean generated(CodeModel body) {
    List<Instruction> all = new ArrayList<>();
    for (CodeElement element : body) {
      if (element instanceof Instruction instruction) {
        all.add(instruction);
      }
    }
    int last = all.size() - 1;
    return last >= 2
        && all.subList(0, last - 1).stream().allMatch(i -> i instanceof LoadInstruction)
        && all.get(last - 1) instanceof InvokeDynamicInstruction site
        && Calls.internal(site.bootstrapMethod()).equals("java/lang/runtime/ObjectMethods")
        && all.get(last) instanceof ReturnInstruction;
  }
}
