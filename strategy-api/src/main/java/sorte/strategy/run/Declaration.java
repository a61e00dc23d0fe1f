package sorte.strategy.run;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sorte.strategy.Bars;
import sorte.strategy.Fraction;
import sorte.strategy.Level;
import sorte.strategy.Money;
import sorte.strategy.Multiple;
import sorte.strategy.run.ParameterSpec.Kind;

/// One component of a parameter record, read as the parameter it declares.
final class Declaration {
  private Declaration() {}

  static ParameterSpec of(RecordComponent component) {
    String name = component.getName();
    List<ParameterSpec> units =
        Arrays.stream(component.getAnnotations())
            .flatMap(annotation -> unit(name, annotation).stream())
            .toList();
    if (units.size() != 1) {
      throw new IllegalArgumentException(
          name + " needs one of @Bars, @Fraction, @Level, @Multiple, @Money, has " + units.size());
    }
    ParameterSpec spec = units.getFirst();
    Class<?> wanted = spec.kind() == Kind.BARS ? int.class : double.class;
    if (component.getType() != wanted) {
      throw new IllegalArgumentException(
          name
              + " must be "
              + (wanted == int.class ? "an int" : "a double")
              + " to be counted so, was "
              + component.getType().getSimpleName());
    }
    return spec;
  }

  private static Optional<ParameterSpec> unit(String name, Annotation annotation) {
    return switch (annotation) {
      case Bars a -> Optional.of(new ParameterSpec(name, Kind.BARS, a.value(), a.min(), a.max()));
      case Fraction a ->
          Optional.of(new ParameterSpec(name, Kind.FRACTION, a.value(), a.min(), a.max()));
      case Level a -> Optional.of(new ParameterSpec(name, Kind.LEVEL, a.value(), a.min(), a.max()));
      case Multiple a ->
          Optional.of(new ParameterSpec(name, Kind.MULTIPLE, a.value(), a.min(), a.max()));
      case Money a -> Optional.of(new ParameterSpec(name, Kind.MONEY, a.value(), a.min(), a.max()));
      default -> Optional.empty(); // an annotation that is none of ours
    };
  }
}
