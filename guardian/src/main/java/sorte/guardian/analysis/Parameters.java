package sorte.guardian.analysis;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The parameters of a strategy as its record's annotations declare them.
///
/// @param record the record's internal name
/// @param known value and bounds by component
/// @param unbounded components without value and bounds
record Parameters(String record, Map<String, Declared> known, List<String> unbounded) {

  private static final String API = "Lsorte/strategy/";
  private static final Set<String> UNITS =
      Set.of("Bars;", "Fraction;", "Level;", "Multiple;", "Money;");

  /// One parameter.
  record Declared(double value, double min, double max) {
    boolean inBounds() {
      return min <= value && value <= max;
    }

    Range range() {
      return min <= max ? new Range(min, max) : Range.of(value);
    }
  }

  /// The record `Parameters` of the top class, where there is one.
  static Optional<Parameters> of(List<ClassModel> classes) {
    return classes.stream()
        .filter(model -> model.thisClass().asInternalName().endsWith("$Parameters"))
        .filter(model -> model.findAttribute(Attributes.record()).isPresent())
        .findFirst()
        .map(Parameters::read);
  }

  private static Parameters read(ClassModel model) {
    Map<String, Declared> known = new TreeMap<>();
    List<String> unbounded = new ArrayList<>();
    for (RecordComponentInfo one :
        model.findAttribute(Attributes.record()).orElseThrow().components()) {
      declared(one)
          .ifPresentOrElse(
              declared -> known.put(one.name().stringValue(), declared),
              () -> unbounded.add(one.name().stringValue()));
    }
    return new Parameters(model.thisClass().asInternalName(), known, unbounded);
  }

  private static Optional<Declared> declared(RecordComponentInfo component) {
    return component.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
        .flatMap(all -> all.annotations().stream())
        .filter(Parameters::unit)
        .findFirst()
        .map(unit -> new Declared(number(unit, "value"), number(unit, "min"), number(unit, "max")));
  }

  private static boolean unit(Annotation annotation) {
    String type = annotation.className().stringValue();
    return type.startsWith(API) && UNITS.contains(type.substring(API.length()));
  }

  private static double number(Annotation annotation, String name) {
    for (AnnotationElement element : annotation.elements()) {
      if (element.name().equalsString(name)) {
        return switch (element.value()) {
          case AnnotationValue.OfInt whole -> whole.intValue();
          case AnnotationValue.OfDouble fraction -> fraction.doubleValue();
          default -> Double.NaN;
        };
      }
    }
    return Double.NaN;
  }
}
