package sorte.guardian.capability;

import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.guardian.capability.Code.Method;

/// Who may call whom among a candidate's own methods: more than can happen, never less.
public final class Calls {
  private final Code code;
  private final SortedMap<Method, SortedSet<Method>> edges = new TreeMap<>();
  private final Map<String, SortedSet<Method>> lambdas = new TreeMap<>();
  private final Map<Method, SortedSet<Method>> exactly = new TreeMap<>();
  private final Map<Method, SortedSet<Method>> virtually = new TreeMap<>();

  public Calls(Code code) {
    this.code = code;
    code.methods().values().forEach(this::collectLambdas);
    code.methods().forEach((method, model) -> edges.put(method, targets(model)));
  }

  /// The methods that one call instruction may enter; worked out once for all calls of one kind.
  public SortedSet<Method> targets(InvokeInstruction call) {
    Method named =
        new Method(
            call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
    boolean exact = call.opcode() == Opcode.INVOKESTATIC || call.opcode() == Opcode.INVOKESPECIAL;
    return (exact ? exactly : virtually).computeIfAbsent(named, m -> targets(m, exact));
  }

  private SortedSet<Method> targets(Method named, boolean exact) {
    SortedSet<Method> targets = new TreeSet<>();
    String owner = named.owner();
    if (exact) {
      code.declared(owner, named.name(), named.descriptor()).ifPresent(targets::add);
      return targets;
    }
    if (code.own(owner)) {
      targets.addAll(code.reached(owner, named.name(), named.descriptor()));
      lambdas.forEach((type, bodies) -> {
        if (code.own(type)) {
          targets.addAll(bodies);
        }
      });
    }
    targets.addAll(lambdas.getOrDefault(owner, new TreeSet<>()));
    return targets;
  }

  public SortedSet<Method> of(Method method) {
    return new TreeSet<>(edges.getOrDefault(method, new TreeSet<>()));
  }

  /// Everything that can run once one of `from` is called, themselves included.
  SortedSet<Method> reachable(Iterable<Method> from) {
    SortedSet<Method> seen = new TreeSet<>();
    Deque<Method> open = new ArrayDeque<>();
    from.forEach(open::add);
    while (!open.isEmpty()) {
      Method method = open.removeFirst();
      if (seen.add(method)) {
        open.addAll(of(method));
      }
    }
    return seen;
  }

  /// A method that can come to call itself.
  Optional<Method> recursion() {
    SortedSet<Method> done = new TreeSet<>();
    for (Method method : edges.keySet()) {
      Optional<Method> found = recursion(method, new TreeSet<>(), done);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Method> recursion(
      Method method, SortedSet<Method> open, SortedSet<Method> done) {
    if (open.contains(method)) {
      return Optional.of(method);
    }
    if (done.contains(method)) {
      return Optional.empty();
    }
    open.add(method);
    for (Method next : of(method)) {
      Optional<Method> found = recursion(next, open, done);
      if (found.isPresent()) {
        return found;
      }
    }
    open.remove(method);
    done.add(method);
    return Optional.empty();
  }

  /// The candidate's own methods that may run behind a lambda: a reference to a method that is
  /// overridden reaches what overrides it.
  private SortedSet<Method> lambdaBodies(InvokeDynamicInstruction site) {
    if (site.bootstrapArgs().size() < 2
        || !(site.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc body)) {
      return new TreeSet<>();
    }
    String owner = internal(body);
    SortedSet<Method> bodies =
        new TreeSet<>(code.reached(owner, body.methodName(), body.lookupDescriptor()));
    code.declared(owner, body.methodName(), body.lookupDescriptor()).ifPresent(bodies::add);
    return bodies;
  }

  static String internal(DirectMethodHandleDesc handle) {
    String descriptor = handle.owner().descriptorString();
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }

  private void collectLambdas(MethodModel model) {
    for (InvokeDynamicInstruction site : sites(model)) {
      String type = site.typeSymbol().returnType().descriptorString();
      if (type.startsWith("L")) {
        lambdas
            .computeIfAbsent(type.substring(1, type.length() - 1), _ -> new TreeSet<>())
            .addAll(lambdaBodies(site));
      }
    }
  }

  private SortedSet<Method> targets(MethodModel model) {
    SortedSet<Method> targets = new TreeSet<>();
    Optional<CodeModel> body = model.code();
    if (body.isPresent()) {
      body.get()
          .forEach(element -> {
            if (element instanceof InvokeInstruction call) {
              targets.addAll(targets(call));
            }
          });
    }
    return targets;
  }

  static List<InvokeDynamicInstruction> sites(MethodModel model) {
    List<InvokeDynamicInstruction> sites = new ArrayList<>();
    model
        .code()
        .ifPresent(body ->
            body.forEach(element -> {
              if (element instanceof InvokeDynamicInstruction site) {
                sites.add(site);
              }
            }));
    return sites;
  }
}
