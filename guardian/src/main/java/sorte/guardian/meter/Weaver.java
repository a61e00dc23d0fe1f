package sorte.guardian.meter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.capability.Code;
import sorte.guardian.capability.Code.Method;

/// Weaves the meter into classes that speak the language of strategies. The same classes give the
/// same bytes everywhere.
///
/// A method that carries the meter pays at the start of each of its blocks for all of the block.
/// Arrays are paid by their length, anywhere.
public final class Weaver {

  private static final ClassDesc METER = ClassDesc.of("sorte.meter.Meter");
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final MethodTypeDesc SPEND =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc MAX =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int);

  private final Code code;
  private final StraightCost cost;

  private Weaver(Code code) {
    this.code = code;
    this.cost = new StraightCost(code);
  }

  /// The same classes, metered.
  ///
  /// @param classes by binary name; all of one strategy, without recursion
  public static SortedMap<String, byte[]> weave(SortedMap<String, byte[]> classes) {
    ClassFile plain = ClassFile.of();
    SortedMap<String, ClassModel> models = new TreeMap<>();
    classes.forEach((name, bytes) -> models.put(name, plain.parse(bytes)));
    Weaver weaver = new Weaver(new Code(models.values()));
    ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy(models)));
    SortedMap<String, byte[]> woven = new TreeMap<>();
    models.forEach((name, model) -> woven.put(name, file.transformClass(model, weaver::element)));
    return woven;
  }

  private void element(ClassBuilder builder, ClassElement element) {
    if (!(element instanceof MethodModel method) || method.code().isEmpty()) {
      builder.with(element);
      return;
    }
    Method id =
        new Method(
            method.parent().orElseThrow().thisClass().asInternalName(),
            method.methodName().stringValue(),
            method.methodType().stringValue());
    boolean metered = cost.metered(id);
    builder.transformMethod(
        method,
        (to, part) -> {
          if (part instanceof CodeModel body) {
            to.withCode(out -> body(out, body, metered));
          } else {
            to.with(part);
          }
        });
  }

  private void body(CodeBuilder out, CodeModel body, boolean metered) {
    List<CodeElement> elements = body.elementList();
    Set<Label> starts = starts(elements, body);
    boolean open = true;
    for (int i = 0; i < elements.size(); i++) {
      CodeElement element = elements.get(i);
      if (element instanceof LabelTarget target && starts.contains(target.label())) {
        open = true;
      }
      if (element instanceof Instruction instruction) {
        if (metered && open) {
          out.loadConstant(block(elements, i, starts)).invokestatic(METER, "spend", SPEND);
          open = false;
        }
        array(out, instruction);
        out.with(element);
        if (!StraightCost.targets(element).isEmpty()) {
          open = true;
        }
      } else {
        out.with(element);
      }
    }
  }

  /// An array pays its length before it is there: `max(length, 0)` steps.
  private static void array(CodeBuilder out, Instruction instruction) {
    boolean array =
        instruction instanceof NewPrimitiveArrayInstruction
            || instruction instanceof NewReferenceArrayInstruction;
    if (array) {
      out.dup().iconst_0().invokestatic(MATH, "max", MAX).invokestatic(METER, "spend", SPEND);
    }
  }

  /// The steps from instruction `from` to the end of its block.
  private int block(List<CodeElement> elements, int from, Set<Label> starts) {
    long steps = 0;
    for (int i = from; i < elements.size(); i++) {
      CodeElement element = elements.get(i);
      if (element instanceof LabelTarget target && starts.contains(target.label())) {
        break;
      }
      if (element instanceof InvokeInstruction call) {
        steps += cost.of(call);
      } else if (element instanceof Instruction instruction) {
        steps += Weights.of(instruction);
      }
      if (!StraightCost.targets(element).isEmpty()) {
        break;
      }
    }
    return (int) Math.min(steps, Integer.MAX_VALUE);
  }

  private static Set<Label> starts(List<CodeElement> elements, CodeModel body) {
    List<Label> labels = new ArrayList<>();
    elements.forEach(element -> labels.addAll(StraightCost.targets(element)));
    body.exceptionHandlers().forEach(handler -> labels.add(handler.handler()));
    return new HashSet<>(labels); // asked, never walked
  }

  /// The candidate's own classes as they declare themselves, the rest out of class files: nothing
  /// is loaded.
  private static ClassHierarchyResolver hierarchy(SortedMap<String, ClassModel> models) {
    List<ClassDesc> interfaces = new ArrayList<>();
    java.util.Map<ClassDesc, ClassDesc> parents = new java.util.HashMap<>();
    models.forEach((name, model) -> {
      ClassDesc type = ClassDesc.of(name);
      if (model.flags().has(java.lang.reflect.AccessFlag.INTERFACE)) {
        interfaces.add(type);
      } else {
        model.superclass().ifPresent(entry -> parents.put(type, entry.asSymbol()));
      }
    });
    return ClassHierarchyResolver.of(interfaces, parents)
        .orElse(ClassHierarchyResolver.ofResourceParsing(Weaver::resource))
        .cached();
  }

  private static InputStream resource(ClassDesc type) {
    String descriptor = type.descriptorString();
    String file = descriptor.substring(1, descriptor.length() - 1) + ".class";
    InputStream in = Weaver.class.getClassLoader().getResourceAsStream(file);
    try {
      return in == null ? ClassLoader.getSystemResource(file).openStream() : in;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
