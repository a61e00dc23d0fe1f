package sorte.guardian.capability;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attribute;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.BootstrapMethodsAttribute;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.ModuleEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PackageEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.guardian.Finding;
import sorte.guardian.capability.Code.Method;

/// One class: its kind, members, attributes and constant pool.
final class ClassLanguage {

  private static final int MEMBERS_MOST = 300;
  private static final int CODE_MOST = 8_000;
  private static final Pattern TYPE = Pattern.compile("L([^;<]+)[;<]");

  private static final Set<String> DESCRIBED =
      Set.of("java/lang/Enum$EnumDesc", "java/lang/constant/ClassDesc");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "SourceFile",
          "InnerClasses",
          "NestHost",
          "NestMembers",
          "Record",
          "PermittedSubclasses",
          "BootstrapMethods",
          "Signature",
          "EnclosingMethod",
          "Deprecated",
          "Code",
          "ConstantValue",
          "MethodParameters",
          "RuntimeVisibleAnnotations",
          "RuntimeInvisibleAnnotations",
          "RuntimeVisibleParameterAnnotations",
          "Synthetic");

  private final String path;
  private final Code code;
  private final String top;
  private final ClassModel model;
  private final String name;

  ClassLanguage(String path, Code code, String top, ClassModel model) {
    this.path = path;
    this.code = code;
    this.top = top;
    this.model = model;
    this.name = model.thisClass().asInternalName();
  }

  void look(List<Finding> findings) {
    if (model.majorVersion() != ClassFile.JAVA_25_VERSION || model.minorVersion() != 0) {
      add(findings, "capability.version", 0, model.majorVersion());
    }
    if (!name.equals(top) && !name.startsWith(top + "$")) {
      add(findings, "capability.package", 0, name.replace('/', '.'));
    }
    kind(findings);
    attributes(findings, model.attributes());
    if (model.fields().size() + model.methods().size() > MEMBERS_MOST) {
      add(findings, "capability.members", 0, MEMBERS_MOST);
    }
    model.fields().forEach(field -> field(findings, field));
    model.methods().forEach(method -> method(findings, method));
    pool(findings);
  }

  private void kind(List<Finding> findings) {
    String parent = code.superclass(name);
    String foreign = code.foreign(name);
    boolean strategy = parent.equals(Allowed.API + "Strategy");
    if (name.equals(top)) {
      if (!strategy || !model.flags().has(AccessFlag.FINAL)) {
        add(findings, "capability.strategy", 0, shown(name));
      }
      return;
    }
    boolean known =
        switch (foreign) {
          case "java/lang/Record", "java/lang/Enum", "sorte/strategy/Indicator" -> true;
          case "java/lang/Object" -> model.flags().has(AccessFlag.INTERFACE);
          default -> false;
        };
    if (!known) {
      add(findings, "capability.kind", 0, shown(name), shown(foreign));
    }
    if (model.flags().has(AccessFlag.ANNOTATION)) {
      add(findings, "capability.kind", 0, shown(name), "annotation");
    }
    model
        .interfaces()
        .forEach(entry -> {
          if (!code.own(entry.asInternalName())) {
            add(findings, "capability.type", 0, shown(entry.asInternalName()));
          }
        });
  }

  private void field(List<Finding> findings, FieldModel field) {
    attributes(findings, field.attributes());
    boolean isStatic = field.flags().has(AccessFlag.STATIC);
    boolean constant =
        field.flags().has(AccessFlag.FINAL)
            && field.attributes().stream().anyMatch(a -> a instanceof ConstantValueAttribute);
    boolean ofEnum =
        enumeration()
            && field.flags().has(AccessFlag.FINAL)
            && (field.flags().has(AccessFlag.ENUM) || field.flags().has(AccessFlag.SYNTHETIC));
    if (isStatic && !constant && !ofEnum) {
      add(findings, "capability.static", 0, field.fieldName().stringValue());
    }
    if (!isStatic && field.fieldType().stringValue().startsWith("[[")) {
      add(findings, "capability.array-type", 0, field.fieldName().stringValue());
    }
  }

  private void method(List<Finding> findings, MethodModel method) {
    attributes(findings, method.attributes());
    String called = method.methodName().stringValue();
    int line = Lines.first(method);
    if (method.flags().has(AccessFlag.SYNCHRONIZED)
        || method.flags().has(AccessFlag.NATIVE)
        || called.equals("finalize")
        || called.equals("clone")
        || called.equals("readObject")
        || called.equals("writeReplace")
        || called.equals("readResolve")) {
      add(findings, "capability.method", line, called);
    }
    boolean implicit = List.of("equals", "hashCode", "toString").contains(called);
    if (implicit && method.code().isPresent() && !RecordMethods.generated(method.code().get())) {
      add(findings, "capability.method", line, called); // called by what shows no call
    }
    if (called.equals("<clinit>") && !enumeration()) {
      add(findings, "capability.initialiser", line, shown(name));
    }
    method
        .code()
        .ifPresent(body -> {
          if (body instanceof java.lang.classfile.attribute.CodeAttribute c
              && c.codeLength() > CODE_MOST) {
            add(findings, "capability.large", line, called, c.codeLength(), CODE_MOST);
          }
          Method id = new Method(name, called, method.methodType().stringValue());
          new BodyLanguage(path, code, id, body).look(findings);
        });
  }

  private boolean enumeration() {
    return code.superclass(name).equals("java/lang/Enum");
  }

  private void attributes(List<Finding> findings, List<Attribute<?>> attributes) {
    for (Attribute<?> attribute : attributes) {
      String kind = attribute.attributeName().stringValue();
      if (!ATTRIBUTES.contains(kind)) {
        add(findings, "capability.attribute", 0, kind);
      }
      switch (attribute) {
        case RuntimeVisibleAnnotationsAttribute a -> annotations(findings, a.annotations());
        case RuntimeInvisibleAnnotationsAttribute a -> annotations(findings, a.annotations());
        case RuntimeVisibleParameterAnnotationsAttribute a ->
            a.parameterAnnotations().forEach(list -> annotations(findings, list));
        case BootstrapMethodsAttribute a -> bootstraps(findings, a);
        case SourceFileAttribute a -> {
          if (a.sourceFile().stringValue().contains("/")) {
            add(findings, "capability.attribute", 0, kind);
          }
        }
        default -> {}
      }
    }
  }

  private void annotations(List<Finding> findings, List<Annotation> annotations) {
    for (Annotation annotation : annotations) {
      descriptor(findings, annotation.className().stringValue());
    }
  }

  private void bootstraps(List<Finding> findings, BootstrapMethodsAttribute attribute) {
    for (var entry : attribute.bootstrapMethods()) {
      DirectMethodHandleDesc handle = entry.bootstrapMethod().asSymbol();
      String owner = Calls.internal(handle);
      boolean condy =
          owner.equals("java/lang/invoke/ConstantBootstraps")
              || owner.equals("java/lang/Enum$EnumDesc");
      if (!Allowed.bootstrap(owner, handle.methodName()) && !condy) {
        add(findings, "capability.bootstrap", 0, shown(owner), handle.methodName());
      }
    }
  }

  private void pool(List<Finding> findings) {
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> type(findings, type.asInternalName());
        case NameAndTypeEntry pair -> descriptor(findings, pair.type().stringValue());
        case MethodTypeEntry type -> descriptor(findings, type.descriptor().stringValue());
        case ConstantDynamicEntry dynamic -> {
          if (!label(dynamic.asSymbol())) {
            add(findings, "capability.constant", 0, dynamic.name().stringValue());
          }
        }
        case ModuleEntry m -> add(findings, "capability.constant", 0, m.name().stringValue());
        case PackageEntry p -> add(findings, "capability.constant", 0, p.name().stringValue());
        default -> {}
      }
    }
    model.fields().forEach(field -> descriptor(findings, field.fieldType().stringValue()));
    model.methods().forEach(method -> descriptor(findings, method.methodType().stringValue()));
  }

  /// What the compiler writes for a label of a pattern switch: a constant of an enum by its names,
  /// or a primitive type. Nothing loads one; only the switch's bootstrap is given it.
  private static boolean label(DynamicConstantDesc<?> constant) {
    DirectMethodHandleDesc by = constant.bootstrapMethod();
    if (!Calls.internal(by).equals("java/lang/invoke/ConstantBootstraps")) {
      return false;
    }
    List<ConstantDesc> given = constant.bootstrapArgsList();
    if (by.methodName().equals("primitiveClass")) {
      return given.isEmpty();
    }
    return by.methodName().equals("invoke")
        && !given.isEmpty()
        && given.getFirst() instanceof DirectMethodHandleDesc maker
        && maker.methodName().equals("of")
        && DESCRIBED.contains(Calls.internal(maker));
  }

  private void descriptor(List<Finding> findings, String descriptor) {
    Matcher types = TYPE.matcher(descriptor);
    while (types.find()) {
      type(findings, types.group(1));
    }
  }

  private void type(List<Finding> findings, String internal) {
    if (internal.startsWith("[")) {
      descriptor(findings, internal);
    } else if (!code.own(internal)
        && !Allowed.type(internal)
        && !Allowed.BOOTSTRAP_TYPES.contains(internal)) {
      add(findings, "capability.type", line(internal), shown(internal));
    }
  }

  /// The first line that names a type, for a person to look at.
  private int line(String type) {
    return Lines.naming(model, type);
  }

  private void add(List<Finding> findings, String rule, int line, Object... values) {
    findings.add(Finding.at(rule, path, line, values));
  }

  private static String shown(String internal) {
    return internal.replace('/', '.').replace('$', '.');
  }
}
