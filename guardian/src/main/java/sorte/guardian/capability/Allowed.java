package sorte.guardian.capability;

import java.util.Map;
import java.util.Set;

/// The lists of docs/contracts/strategy.md, "The language". Names as class files have them.
final class Allowed {
  private Allowed() {}

  static final String API = "sorte/strategy/";

  private static final String FUNCTION = "java/util/function/";

  /// Interfaces of primitives that a lambda may become, with their one method.
  static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry(FUNCTION + "DoubleUnaryOperator", "applyAsDouble"),
          Map.entry(FUNCTION + "DoubleBinaryOperator", "applyAsDouble"),
          Map.entry(FUNCTION + "DoublePredicate", "test"),
          Map.entry(FUNCTION + "DoubleSupplier", "getAsDouble"),
          Map.entry(FUNCTION + "DoubleToIntFunction", "applyAsInt"),
          Map.entry(FUNCTION + "DoubleToLongFunction", "applyAsLong"),
          Map.entry(FUNCTION + "IntUnaryOperator", "applyAsInt"),
          Map.entry(FUNCTION + "IntBinaryOperator", "applyAsInt"),
          Map.entry(FUNCTION + "IntPredicate", "test"),
          Map.entry(FUNCTION + "IntSupplier", "getAsInt"),
          Map.entry(FUNCTION + "IntToDoubleFunction", "applyAsDouble"),
          Map.entry(FUNCTION + "IntToLongFunction", "applyAsLong"),
          Map.entry(FUNCTION + "LongUnaryOperator", "applyAsLong"),
          Map.entry(FUNCTION + "LongBinaryOperator", "applyAsLong"),
          Map.entry(FUNCTION + "LongPredicate", "test"),
          Map.entry(FUNCTION + "LongSupplier", "getAsLong"),
          Map.entry(FUNCTION + "LongToDoubleFunction", "applyAsDouble"),
          Map.entry(FUNCTION + "LongToIntFunction", "applyAsInt"),
          Map.entry(FUNCTION + "BooleanSupplier", "getAsBoolean"));

  /// Types of the JDK that may be named at all.
  private static final Set<String> TYPES =
      Set.of(
          "java/lang/Object",
          "java/lang/String",
          "java/lang/Record",
          "java/lang/Enum",
          "java/lang/Math",
          "java/lang/StrictMath",
          "java/lang/Double",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Boolean",
          "java/lang/Override",
          "java/lang/Deprecated",
          "java/lang/FunctionalInterface",
          "java/lang/SafeVarargs",
          "java/lang/SuppressWarnings",
          "java/lang/MatchException",
          "java/lang/Throwable",
          "java/util/Objects",
          "java/util/List");

  /// Types that only bootstrap methods and their bookkeeping may name.
  static final Set<String> BOOTSTRAP_TYPES =
      Set.of(
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/MethodHandles",
          "java/lang/invoke/MethodHandles$Lookup",
          "java/lang/invoke/MethodHandle",
          "java/lang/invoke/MethodType",
          "java/lang/invoke/CallSite",
          "java/lang/invoke/TypeDescriptor",
          "java/lang/invoke/VarHandle",
          "java/lang/Class",
          "java/lang/Enum$EnumDesc",
          "java/lang/constant/ClassDesc",
          "java/lang/invoke/ConstantBootstraps",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps");

  /// Static and instance methods of the JDK by owner. Their cost does not grow with an argument.
  static final Map<String, Set<String>> METHODS =
      Map.of(
          "java/lang/Math",
              Set.of(
                  "abs",
                  "min",
                  "max",
                  "signum",
                  "floor",
                  "ceil",
                  "rint",
                  "sqrt",
                  "fma",
                  "clamp",
                  "addExact",
                  "subtractExact",
                  "multiplyExact",
                  "incrementExact",
                  "decrementExact",
                  "negateExact",
                  "toIntExact",
                  "absExact",
                  "divideExact",
                  "floorDiv",
                  "floorMod",
                  "floorDivExact",
                  "ceilDivExact"),
          "java/lang/StrictMath",
              Set.of(
                  "exp", "log", "pow", "sin", "cos", "tan", "atan", "cbrt", "hypot", "abs", "min",
                  "max", "signum", "floor", "ceil", "rint", "sqrt", "fma", "clamp"),
          "java/lang/Double", Set.of("isNaN", "isFinite", "compare"),
          "java/lang/Integer", Set.of("compare"),
          "java/lang/Long", Set.of("compare"),
          "java/lang/Boolean", Set.of("compare"),
          "java/util/Objects", Set.of("requireNonNull"),
          "java/util/List", Set.of("of", "get", "size"));

  /// Rules: called by the engine and by the strategy's own methods, never through the API's type.
  static final Set<String> RULES =
      Set.of("enterLong", "exitLong", "enterShort", "exitShort", "terms");

  /// The entry points of a decision.
  static final Set<String> DECISIONS = Set.of("enterLong", "exitLong", "enterShort", "exitShort");

  static boolean type(String name) {
    return TYPES.contains(name) || FUNCTIONS.containsKey(name) || api(name);
  }

  /// A type of strategy-api: directly in its package. What drives strategies lies deeper.
  static boolean api(String name) {
    return name.startsWith(API) && name.indexOf('/', API.length()) < 0;
  }

  static boolean bootstrap(String owner, String method) {
    return switch (owner) {
      case "java/lang/invoke/LambdaMetafactory" -> method.equals("metafactory");
      case "java/lang/runtime/ObjectMethods" -> method.equals("bootstrap");
      case "java/lang/runtime/SwitchBootstraps" ->
          method.equals("typeSwitch") || method.equals("enumSwitch");
      default -> false;
    };
  }
}
