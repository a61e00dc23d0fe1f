package sorte.strategy.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import sorte.strategy.Market;
import sorte.strategy.Strategy;

/// What a strategy class says of itself, read without running any of its code.
public final class StrategyType {
  private final String name;
  private final Class<?> type;
  private final ParameterRecord parameters;
  private final Constructor<?> constructor;

  private StrategyType(
      String name, Class<?> type, ParameterRecord parameters, Constructor<?> constructor) {
    this.name = name;
    this.type = type;
    this.parameters = parameters;
    this.constructor = constructor;
  }

  /// Reads a class; [BadStrategy] where it is not written as the contract says. The class is not
  /// initialised.
  public static StrategyType of(Class<?> type) {
    String name = ParameterName.kebab(type.getSimpleName());
    if (type.getSuperclass() != Strategy.class
        || !(type.getGenericSuperclass() instanceof ParameterizedType parent)
        || !(parent.getActualTypeArguments()[0] instanceof Class<?> argument)
        || !argument.isRecord()) {
      throw new BadStrategy(
          type.getName() + " must extend Strategy<P> itself, P being the record of its parameters");
    }
    int modifiers = type.getModifiers();
    if (Modifier.isAbstract(modifiers) || (type.isMemberClass() && !Modifier.isStatic(modifiers))) {
      throw new BadStrategy(type.getName() + " must be a final class on its own");
    }
    Class<? extends Record> record = argument.asSubclass(Record.class);
    return new StrategyType(
        name, type, ParameterRecord.of(name, record), constructor(type, record));
  }

  /// The strategy's name as people say it: `EmaCross` is `ema-cross`.
  public String name() {
    return name;
  }

  /// The class itself.
  public Class<?> strategyClass() {
    return type;
  }

  /// Its parameters, in the order of the record.
  public List<ParameterSpec> parameters() {
    return parameters.specs();
  }

  /// What is wrong with these settings, all of it; empty when a run can start with them.
  public List<SettingProblem> problems(Map<String, Double> settings) {
    return parameters.problems(settings);
  }

  Strategy<?> make(Market market, Map<String, Double> settings) {
    Record made = parameters.make(settings);
    try {
      return (Strategy<?>) constructor.newInstance(market, made);
    } catch (InvocationTargetException e) {
      throw rethrown(e);
    } catch (ReflectiveOperationException e) {
      throw new BadStrategy(name + " cannot be made: " + e);
    }
  }

  static RuntimeException rethrown(InvocationTargetException e) {
    Throwable cause = e.getCause();
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(cause);
    };
  }

  private static Constructor<?> constructor(Class<?> type, Class<? extends Record> record) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(Market.class, record);
      if (!Modifier.isPublic(constructor.getModifiers())) {
        throw new BadStrategy(type.getName() + ": its constructor must be public");
      }
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new BadStrategy(
          type.getName()
              + " must have the constructor "
              + type.getSimpleName()
              + "(Market market, "
              + record.getSimpleName()
              + " p)");
    }
  }
}
