package sorte.change.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The members of a strategy that is written from a design: parameters, indicator fields and the
/// imports they need, each under a name that is free.
final class DesignParts {
  private static final String LONGEST_BARS = "10000";

  private final Map<String, String> components = new LinkedHashMap<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Set<String> imports = new TreeSet<>(Set.of("Market", "Strategy"));
  private final Set<String> taken =
      new LinkedHashSet<>(Set.of("p", "open", "high", "low", "close", "volume"));

  /// A parameter that is a number of bars.
  String bars(String name, double value) {
    String max = value <= 400 ? "400" : LONGEST_BARS;
    return component(name, "Bars", "int", value, value < 2 ? "1" : "2", max);
  }

  /// A parameter whose bounds are the usual ones, or as wide as its value needs.
  String number(String name, String unit, double value, String min, String max) {
    BigDecimal said = Numbers.decimal(value);
    BigDecimal low = new BigDecimal(min).min(said.divide(BigDecimal.TEN));
    BigDecimal high = new BigDecimal(max);
    boolean below = said.compareTo(new BigDecimal(min)) < 0;
    boolean above = said.compareTo(high) > 0;
    return component(
        name,
        unit,
        "double",
        value,
        below ? Numbers.written(low) : min,
        above ? Numbers.written(said.multiply(BigDecimal.TWO)) : max);
  }

  /// A parameter that is a height of a line, anywhere on it.
  String level(String name, double value, String min, String max) {
    return component(name, "Level", "double", value, min, max);
  }

  private String component(
      String wanted, String unit, String type, double value, String min, String max) {
    String name = free(wanted);
    imports.add(unit);
    components.put(
        name,
        "@%s(value = %s, min = %s, max = %s) %s %s"
            .formatted(unit, Numbers.written(Numbers.decimal(value)), min, max, type, name));
    return "p." + name + "()";
  }

  /// A field that holds an indicator.
  String field(String wanted, String type, String made) {
    String name = free(wanted);
    imports.add(type);
    fields.put(name, "private final %s %s = %s;".formatted(type, name, made));
    return name;
  }

  void imported(String type) {
    imports.add(type);
  }

  String free(String wanted) {
    String name = wanted;
    for (char letter = 'B'; taken.contains(name) && letter <= 'Z'; letter++) {
      name = wanted + letter;
    }
    taken.add(name);
    return name;
  }

  List<String> components() {
    return new ArrayList<>(components.values());
  }

  List<String> fields() {
    return new ArrayList<>(fields.values());
  }

  Set<String> imports() {
    return imports;
  }
}
