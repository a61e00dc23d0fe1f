package sorte.strategy.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The record of a strategy's parameters: read from its components, made from settings.
final class ParameterRecord {
  private final String strategy;
  private final List<ParameterSpec> specs;
  private final Constructor<? extends Record> constructor;

  private ParameterRecord(
      String strategy, List<ParameterSpec> specs, Constructor<? extends Record> constructor) {
    this.strategy = strategy;
    this.specs = specs;
    this.constructor = constructor;
  }

  static ParameterRecord of(String strategy, Class<? extends Record> type) {
    List<String> problems = new ArrayList<>();
    List<ParameterSpec> specs = new ArrayList<>();
    Map<String, String> folded = new HashMap<>();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] signature = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      signature[i] = components[i].getType();
      String name = components[i].getName();
      String earlier = folded.put(ParameterName.fold(name), name);
      if (earlier != null) {
        problems.add(name + " and " + earlier + " are one name to people: rename one");
      }
      try {
        specs.add(Declaration.of(components[i]));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new BadStrategy(strategy + ": " + String.join("; ", problems));
    }
    return new ParameterRecord(strategy, List.copyOf(specs), canonical(type, signature));
  }

  List<ParameterSpec> specs() {
    return specs;
  }

  /// All problems that these settings have; empty when a record can be made of them.
  List<SettingProblem> problems(Map<String, Double> settings) {
    List<SettingProblem> problems = new ArrayList<>();
    byComponent(settings, problems);
    return List.copyOf(problems);
  }

  Record make(Map<String, Double> settings) {
    List<SettingProblem> problems = new ArrayList<>();
    Map<String, Double> values = byComponent(settings, problems);
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
    Object[] arguments = new Object[specs.size()];
    for (int i = 0; i < arguments.length; i++) {
      ParameterSpec spec = specs.get(i);
      double value = values.getOrDefault(spec.name(), spec.value());
      arguments[i] = spec.kind() == ParameterSpec.Kind.BARS ? (Object) (int) value : value;
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw StrategyType.rethrown(e);
    } catch (ReflectiveOperationException e) {
      throw new BadStrategy(strategy + ": its parameters cannot be made: " + e);
    }
  }

  private Map<String, Double> byComponent(
      Map<String, Double> settings, List<SettingProblem> problems) {
    Map<String, ParameterSpec> byFold = new HashMap<>();
    specs.forEach(spec -> byFold.put(ParameterName.fold(spec.name()), spec));
    Map<String, Double> values = new HashMap<>();
    new TreeMap<>(settings)
        .forEach((name, value) -> {
          ParameterSpec spec = byFold.get(ParameterName.fold(name));
          if (spec == null) {
            problems.add(
                new SettingProblem.Unknown(
                    strategy, name, specs.stream().map(ParameterSpec::spoken).toList()));
          } else if (values.put(spec.name(), value) != null) {
            problems.add(new SettingProblem.Twice(spec));
          } else if (!(value >= spec.min() && value <= spec.max())) {
            problems.add(new SettingProblem.OutOfBounds(spec, value));
          } else if (spec.kind() == ParameterSpec.Kind.BARS && value != Math.rint(value)) {
            problems.add(new SettingProblem.NotWhole(spec, value));
          }
        });
    return values;
  }

  private static <R extends Record> Constructor<R> canonical(Class<R> type, Class<?>[] signature) {
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(signature);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every record has its canonical constructor", e);
    }
  }
}
