package sorte.guardian.meter;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sorte.guardian.capability.Calls;
import sorte.guardian.capability.Code;
import sorte.guardian.capability.Code.Method;

/// Which methods carry the meter: those with a backward jump, and those whose straight cost, with
/// everything unmetered that they call, is more than a bound. Without the second, calls of calls
/// would grow without a loop.
final class StraightCost {

  /// The most steps that run unpaid behind one call.
  static final int UNPAID_MOST = 4_000;

  private final Code code;
  private final Calls calls;
  private final Map<Method, Integer> unpaid = new TreeMap<>();

  StraightCost(Code code) {
    this.code = code;
    this.calls = new Calls(code);
  }

  boolean metered(Method method) {
    return unpaid(method) == 0 && hasCode(method);
  }

  /// What a call of this instruction costs: the call, and what runs unpaid behind it.
  int of(InvokeInstruction call) {
    int worst = 0;
    for (Method target : calls.targets(call)) {
      worst = Math.max(worst, unpaid(target));
    }
    return Weights.of(call) + worst;
  }

  private boolean hasCode(Method method) {
    MethodModel model = code.method(method);
    return model != null && model.code().isPresent();
  }

  /// Steps that run unpaid in a method without a meter; 0 for one that has it. Ends because the
  /// capability gate refused recursion.
  private int unpaid(Method method) {
    Integer known = unpaid.get(method);
    if (known != null) {
      return known;
    }
    int cost = compute(method);
    unpaid.put(method, cost);
    return cost;
  }

  private int compute(Method method) {
    MethodModel model = code.method(method);
    if (model == null || model.code().isEmpty()) {
      return 0;
    }
    CodeModel body = model.code().get();
    if (jumpsBack(body)) {
      return 0;
    }
    long cost = 0;
    for (CodeElement element : body) {
      if (element instanceof InvokeInstruction call) {
        cost += of(call);
      } else if (element instanceof Instruction instruction) {
        cost += Weights.of(instruction);
      }
    }
    return cost > UNPAID_MOST ? 0 : (int) cost;
  }

  static boolean jumpsBack(CodeModel body) {
    Map<Label, Integer> at = new HashMap<>();
    List<CodeElement> elements = body.elementList();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof LabelTarget target) {
        at.put(target.label(), i);
      }
    }
    for (int i = 0; i < elements.size(); i++) {
      for (Label target : targets(elements.get(i))) {
        if (at.getOrDefault(target, -1) <= i) {
          return true;
        }
      }
    }
    return false;
  }

  static List<Label> targets(CodeElement element) {
    return switch (element) {
      case BranchInstruction branch -> List.of(branch.target());
      case LookupSwitchInstruction s -> labels(s.cases(), s.defaultTarget());
      case TableSwitchInstruction s -> labels(s.cases(), s.defaultTarget());
      default -> List.of();
    };
  }

  private static List<Label> labels(List<SwitchCase> cases, Label otherwise) {
    List<Label> labels = new java.util.ArrayList<>();
    cases.forEach(one -> labels.add(one.target()));
    labels.add(otherwise);
    return labels;
  }
}
