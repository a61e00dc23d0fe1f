package sorte.change.edit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.change.request.Parameter;

/// What names, numbers and conditions of a strategy stand for, as the tests read it:
/// `rsi.below(p.rsiOversold())` is `rsi[14] below 35`.
final class Meaning {
  static final Set<String> PRICES = Set.of("open", "high", "low", "close");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("sma", "sma"),
          Map.entry("ema", "ema"),
          Map.entry("wma", "wma"),
          Map.entry("rsi", "rsi"),
          Map.entry("macd", "macd"),
          Map.entry("bollinger", "bollinger"),
          Map.entry("atr", "atr"),
          Map.entry("adx", "adx"),
          Map.entry("stochastic", "stochastic"),
          Map.entry("cci", "cci"),
          Map.entry("obv", "obv"),
          Map.entry("donchian", "donchian"),
          Map.entry("vwap", "vwap"),
          Map.entry("roc", "roc"),
          Map.entry("volumeSma", "volume-sma"),
          Map.entry("highest", "highest"),
          Map.entry("lowest", "lowest"));

  private final Outline outline;

  Meaning(Outline outline) {
    this.outline = outline;
  }

  /// The number an expression comes to, if it is one.
  Optional<BigDecimal> number(ExpressionTree e) {
    return switch (e) {
      case LiteralTree literal when literal.getValue() instanceof Number n ->
          Optional.of(n instanceof Double d ? BigDecimal.valueOf(d) : new BigDecimal(n.toString()));
      case ParenthesizedTree inner -> number(inner.getExpression());
      case UnaryTree minus when minus.getKind() == Tree.Kind.UNARY_MINUS ->
          number(minus.getExpression()).map(BigDecimal::negate);
      case BinaryTree two ->
          number(two.getLeftOperand())
              .flatMap(a -> number(two.getRightOperand()).flatMap(b -> computed(two, a, b)));
      case IdentifierTree name -> constant(name.getName().toString());
      case MethodInvocationTree call
          when call.getArguments().isEmpty()
              && call.getMethodSelect() instanceof MemberSelectTree select
              && select.getExpression().toString().matches("(this\\.)?p") ->
          argument(select.getIdentifier().toString(), "value").flatMap(this::number);
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> computed(BinaryTree two, BigDecimal a, BigDecimal b) {
    return switch (two.getKind()) {
      case PLUS -> Optional.of(a.add(b));
      case MINUS -> Optional.of(a.subtract(b));
      case MULTIPLY -> Optional.of(a.multiply(b));
      case DIVIDE -> Optional.of(a.divide(b, MathContext.DECIMAL64));
      default -> Optional.empty();
    };
  }

  private Optional<BigDecimal> constant(String name) {
    VariableTree field = outline.fields().get(name);
    return field == null || field.getInitializer() == null
        ? Optional.empty()
        : number(field.getInitializer());
  }

  /// An argument of the unit of a component.
  Optional<ExpressionTree> argument(String component, String name) {
    VariableTree tree = outline.components().get(component);
    if (tree != null) {
      for (AnnotationTree unit : tree.getModifiers().getAnnotations()) {
        for (ExpressionTree argument : unit.getArguments()) {
          if (argument instanceof AssignmentTree named
              && named.getVariable().toString().equals(name)) {
            return Optional.of(named.getExpression());
          }
        }
      }
    }
    return Optional.empty();
  }

  static String plain(BigDecimal number) {
    BigDecimal shortest = number.round(MathContext.DECIMAL32).stripTrailingZeros();
    return shortest.toPlainString();
  }

  /// `subject op object`, or the code itself where it has no such form.
  String condition(ExpressionTree e) {
    if (e instanceof MethodInvocationTree call
        && call.getArguments().size() <= 1
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      String op = select.getIdentifier().toString();
      String subject = operand(select.getExpression());
      return call.getArguments().isEmpty()
          ? subject + " " + op
          : subject + " " + op + " " + operand(call.getArguments().getFirst());
    }
    return code(e);
  }

  private String code(Tree e) {
    return Lexemes.squeezed(outline.of(e)).replace("this . ", "").strip();
  }

  private String operand(ExpressionTree e) {
    Optional<BigDecimal> number = number(e);
    if (number.isPresent()) {
      return plain(number.get());
    }
    return switch (e) {
      case ParenthesizedTree inner -> operand(inner.getExpression());
      case IdentifierTree name -> named(name.getName().toString());
      case MemberSelectTree select when select.getExpression().toString().equals("this") ->
          named(select.getIdentifier().toString());
      case MethodInvocationTree call
          when call.getMethodSelect() instanceof MemberSelectTree select ->
          call.getArguments().isEmpty()
              ? operand(select.getExpression()) + "." + select.getIdentifier()
              : select.getIdentifier().contentEquals("times")
                  ? operand(select.getExpression()) + "*" + operand(call.getArguments().getFirst())
                  : code(e);
      default -> code(e);
    };
  }

  private String named(String name) {
    return indicator(name).map(Made::toString).orElse(name);
  }

  /// An indicator that a field holds: its kind in the plan and its numbers.
  record Made(String kind, List<String> numbers) {
    @Override
    public String toString() {
      return kind + numbers;
    }
  }

  Optional<Made> indicator(String field) {
    VariableTree tree = outline.fields().get(field);
    if (tree == null || !(tree.getInitializer() instanceof MethodInvocationTree call)) {
      return Optional.empty();
    }
    String method =
        call.getMethodSelect() instanceof MemberSelectTree select
            ? select.getExpression().toString().equals("this")
                ? select.getIdentifier().toString()
                : ""
            : call.getMethodSelect().toString();
    if (!KINDS.containsKey(method)) {
      return Optional.empty();
    }
    List<String> numbers = new ArrayList<>();
    for (ExpressionTree argument : call.getArguments()) {
      boolean seed = argument.toString().contains("Seed.");
      boolean usual = argument.toString().equals("close");
      if (!seed && !usual) {
        numbers.add(number(argument).map(Meaning::plain).orElse("?"));
      }
    }
    return Optional.of(new Made(KINDS.get(method), numbers));
  }

  /// The names in an expression, a call without a receiver as `name()`.
  Set<String> names(Tree e) {
    Set<String> names = new TreeSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (call.getMethodSelect() instanceof IdentifierTree name) {
          names.add(name.getName() + "()");
          return scan(call.getArguments(), null);
        }
        return super.visitMethodInvocation(call, unused);
      }

      @Override
      public Void visitIdentifier(IdentifierTree name, Void unused) {
        names.add(name.getName().toString());
        return null;
      }

      @Override
      public Void visitMemberSelect(MemberSelectTree select, Void unused) {
        if (select.getExpression().toString().equals("this")) {
          names.add(select.getIdentifier().toString());
        }
        return super.visitMemberSelect(select, unused);
      }
    }.scan(e, null);
    return names;
  }

  /// The names that speak of an indicator, a price or the volume.
  Set<String> speakingOf(String indicator) {
    Set<String> names = new TreeSet<>();
    switch (indicator) {
      case "price" -> names.addAll(PRICES);
      case "volume" -> names.add("volume");
      default -> {}
    }
    for (String field : outline.fields().keySet()) {
      String kind = indicator(field).map(Made::kind).orElse(slower(field));
      if (kind.equals(indicator) || indicator.equals("volume") && kind.equals("volume-sma")) {
        names.add(field);
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, VariableTree> field : outline.fields().entrySet()) {
        if (field.getValue().getInitializer() != null
            && indicator(field.getKey()).isEmpty()
            && !names.contains(field.getKey())
            && names(field.getValue().getInitializer()).stream().anyMatch(names::contains)) {
          more = names.add(field.getKey());
        }
      }
      for (var method : outline.methods().entrySet()) {
        String call = method.getKey() + "()";
        if (method.getValue().getBody() != null
            && !names.contains(call)
            && names(method.getValue().getBody()).stream().anyMatch(names::contains)) {
          more = names.add(call);
        }
      }
    }
    return names;
  }

  /// The kind of an indicator over slower bars.
  private String slower(String field) {
    return outline.fields().get(field).getInitializer() instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
        ? KINDS.getOrDefault(select.getIdentifier().toString(), "")
        : "";
  }

  /// The parameters of the plan that this strategy has, with their values: where they can be told
  /// without the editor.
  Map<Parameter, String> parameters() {
    Map<Parameter, String> values = new TreeMap<>();
    for (Parameter parameter : Parameter.values()) {
      String folded = parameter.code().replaceAll("[^a-z]", "");
      outline.components().keySet().stream()
          .filter(c -> c.toLowerCase(java.util.Locale.ROOT).equals(folded))
          .findFirst()
          .flatMap(c -> argument(c, "value"))
          .flatMap(this::number)
          .ifPresent(n -> values.put(parameter, plain(n)));
    }
    terms(values);
    return values;
  }

  private void terms(Map<Parameter, String> values) {
    outline
        .returned(outline.methods().get("terms"))
        .ifPresent(chain ->
            new TreeScanner<Void, Void>() {
              @Override
              public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                if (call.getMethodSelect() instanceof MemberSelectTree select
                    && !call.getArguments().isEmpty()) {
                  ExpressionTree argument = call.getArguments().getFirst();
                  String said = number(argument).map(Meaning::plain).orElse(outline.of(argument));
                  for (Parameter parameter : Parameter.values()) {
                    String name = select.getIdentifier().toString();
                    if (term(name).equals(parameter.code())) {
                      values.put(parameter, said);
                    }
                  }
                }
                return super.visitMethodInvocation(call, unused);
              }
            }.scan(chain, null));
  }

  private static String term(String call) {
    return call.startsWith("invest")
        ? "position-size"
        : call.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
