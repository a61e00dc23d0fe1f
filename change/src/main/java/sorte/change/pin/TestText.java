package sorte.change.pin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.change.edit.Dissection;
import sorte.change.edit.Dissection.Parameter;
import sorte.change.edit.NewStrategy;
import sorte.change.edit.Numbers;
import sorte.change.pin.Market.Candle;
import sorte.strategy.run.ParameterSpec;
import sorte.trading.money.HoldingTerms;

/// A test class written as a person writes it, a test at a time, from what was seen.
final class TestText {
  private static final int WIDTH = 100;
  private static final String STATIC = "import static org.junit.jupiter.api.Assertions.";

  private final Dissection strategy;
  private final String testClass;
  private final Setup brief;
  private final StringBuilder tests = new StringBuilder();
  private final Set<String> imports =
      new TreeSet<>(List.of("org.junit.jupiter.api.Test", "sorte.strategy.run.Trial"));
  private final Set<String> asserts = new TreeSet<>();
  private int count;
  private boolean usesBrief;
  private boolean usesBars;

  TestText(Dissection strategy, String testClass) {
    this.strategy = strategy;
    this.testClass = testClass;
    this.brief = Setup.brief(strategy);
  }

  /// The decisions on a market.
  void decisions(String name, Bench.Case of, String text) {
    asserts.add("assertEquals");
    test(name, "assertEquals(\"" + text + "\", " + trial(of) + ".toString());");
  }

  /// The first bar at which the rules are asked.
  void firstBar(String name, Setup setup, int bar) {
    asserts.add("assertEquals");
    test(
        name,
        "assertEquals("
            + bar
            + ", "
            + trial(new Bench.Case(setup, Market.flat(100, 1)))
            + ".firstDecisionBar());");
  }

  /// The distance of a stop that hangs on a line.
  void stop(String name, Bench.Case of, double distance) {
    asserts.add("assertEquals");
    int last = of.market().size() - 1;
    test(
        name,
        "assertEquals(" + number(distance) + ", " + trial(of) + ".stopDistance(" + last + "));");
  }

  /// Defaults and bounds as the record declares them.
  void parameters() {
    if (strategy.parameters().isEmpty()) {
      return;
    }
    asserts.add("assertEquals");
    imports.addAll(
        List.of(
            "java.util.List",
            "sorte.strategy.run.ParameterSpec",
            "sorte.strategy.run.ParameterSpec.Kind"));
    List<String> lines = new ArrayList<>(List.of("assertEquals(", "    List.of("));
    for (Parameter p : strategy.parameters()) {
      boolean last = p.equals(strategy.parameters().getLast());
      lines.add(
          "        new ParameterSpec(\"%s\", Kind.%s, %s, %s, %s)%s"
              .formatted(
                  p.name(),
                  p.unit().toUpperCase(java.util.Locale.ROOT),
                  plain(p.value()),
                  plain(p.min()),
                  plain(p.max()),
                  last ? ")," : ","));
    }
    lines.add("    Trial.of(" + strategy.className() + ".class).type().parameters());");
    body("its_parameters_have_these_defaults_and_bounds", lines);
    asserts.add("assertThrows");
    imports.add("sorte.strategy.run.BadSettings");
    body(
        "a_value_beyond_a_bound_is_refused",
        List.of(
            "Trial trial = Trial.of(" + strategy.className() + ".class);",
            "for (ParameterSpec parameter : trial.type().parameters()) {",
            "  for (double value : new double[] {parameter.min() - 1, parameter.max() + 1}) {",
            "    Trial beyond = trial.with(parameter.name(), value);",
            "    assertThrows(BadSettings.class, () -> beyond.closes(100), parameter.name());",
            "  }",
            "}"));
  }

  /// How trades are held.
  void terms(String name, Setup setup, HoldingTerms terms) {
    asserts.add("assertEquals");
    imports.addAll(
        List.of("java.util.OptionalDouble", "java.util.OptionalInt", "sorte.strategy.Terms"));
    List<String> lines = new ArrayList<>();
    lines.add("Terms terms = " + trial(new Bench.Case(setup, Market.flat(100, 1))) + ".terms();");
    if (terms.money() > 0) {
      lines.add(optional("OptionalDouble", number(terms.money()), true, "investedMoney"));
    } else {
      lines.add(optional("OptionalDouble", number(terms.fraction()), true, "investedFraction"));
    }
    fraction(lines, terms.stopLoss(), "stopLossFraction");
    fraction(lines, terms.takeProfit(), "takeProfitFraction");
    fraction(lines, terms.trailing(), "trailingStopFraction");
    lines.add(
        optional(
            "OptionalInt",
            Integer.toString(terms.timeStop()),
            terms.timeStop() > 0,
            "timeStopBars"));
    lines.add("assertEquals(" + terms.cooldown() + ", terms.cooldownBars());");
    lines.add(truth(terms.stopByDistance(), "terms.stopLossDistance().isPresent()"));
    lines.add(truth(terms.renewing(), "terms.renews()"));
    if (terms.hoursFrom() >= 0) {
      imports.addAll(List.of("java.util.Optional", "sorte.strategy.TradingHours"));
      lines.add(
          "assertEquals(Optional.of(new TradingHours("
              + terms.hoursFrom()
              + ", "
              + terms.hoursTo()
              + ")), terms.hours());");
    }
    body(name, lines);
  }

  private String truth(boolean so, String what) {
    String name = so ? "assertTrue" : "assertFalse";
    asserts.add(name);
    return name + "(" + what + ");";
  }

  private static void fraction(List<String> lines, double value, String of) {
    lines.add(optional("OptionalDouble", number(value), value > 0, of));
  }

  private static String optional(String type, String value, boolean present, String of) {
    return "assertEquals("
        + (present ? type + ".of(" + value + ")" : type + ".empty()")
        + ", terms."
        + of
        + "());";
  }

  private static String plain(BigDecimal value) {
    return Numbers.written(value);
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /// A trial of a case; that of the brief set-up is written once.
  private String trial(Bench.Case of) {
    Setup setup = of.setup();
    String made;
    if (setup.equals(brief) && !settingsOf(setup).isEmpty()) {
      usesBrief = true;
      made = "brief()";
    } else {
      made = "Trial.of(" + strategy.className() + ".class)" + settingsOf(setup);
    }
    return made + market(of.market());
  }

  private static String settingsOf(Setup setup) {
    StringBuilder said = new StringBuilder();
    if (setup.minutes() != Setup.QUARTER_HOUR) {
      said.append(".everyMinutes(").append(setup.minutes()).append(')');
    }
    for (Map.Entry<String, Double> setting : new TreeMap<>(setup.settings()).entrySet()) {
      said.append(".with(\"")
          .append(spoken(setting.getKey()))
          .append("\", ")
          .append(number(setting.getValue()))
          .append(')');
    }
    return said.toString();
  }

  /// `fast-ma.period` for `fastMaPeriod`.
  static String spoken(String parameter) {
    return new ParameterSpec(parameter, ParameterSpec.Kind.LEVEL, 0, 0, 0).spoken();
  }

  private String market(Market market) {
    List<String> bars = new ArrayList<>();
    if (market.isCloses()) {
      market.candles().forEach(candle -> bars.add(number(candle.close())));
      return ".closes(" + String.join(", ", bars) + ")";
    }
    usesBars = true;
    for (Candle c : market.candles()) {
      bars.add(
          "bar("
              + String.join(
                  ", ",
                  List.of(
                      number(c.open()),
                      number(c.high()),
                      number(c.low()),
                      number(c.close()),
                      number(c.volume())))
              + ")");
    }
    return ".bars(" + String.join(", ", bars) + ")";
  }

  private void test(String name, String statement) {
    body(name, Wrapped.lines(statement, WIDTH - 4));
  }

  private void body(String name, List<String> lines) {
    count++;
    tests.append("\n  @Test\n  void ").append(name).append("() {\n");
    for (String line : lines) {
      Wrapped.lines(line, WIDTH - 4).forEach(l -> tests.append("    ").append(l).append('\n'));
    }
    tests.append("  }\n");
  }

  /// How many tests it holds so far.
  int tests() {
    return count;
  }

  /// The whole file.
  String file() {
    StringBuilder out = new StringBuilder();
    if (!strategy.packageName().isEmpty()) {
      out.append("package ").append(strategy.packageName()).append(";\n\n");
    }
    asserts.forEach(name -> out.append(STATIC).append(name).append(";\n"));
    out.append('\n');
    imports.forEach(name -> out.append("import ").append(name).append(";\n"));
    String named = NewStrategy.kebab(strategy.className());
    out.append("\n/// What ")
        .append(named)
        .append(" decides, recorded on markets as small as can be.\n");
    out.append("class ").append(testClass).append(" {\n");
    StringBuilder body = new StringBuilder(tests);
    if (usesBrief) {
      body.append("\n  /// Lines as short as they may be, so that a few bars are enough.\n");
      body.append("  private static Trial brief() {\n");
      String made = "return Trial.of(" + strategy.className() + ".class)" + settingsOf(brief) + ";";
      Wrapped.lines(made, WIDTH - 4).forEach(l -> body.append("    ").append(l).append('\n'));
      body.append("  }\n");
    }
    if (usesBars) {
      body.append(
          """

            private static double[] bar(
                double open, double high, double low, double close, double volume) {
              return new double[] {open, high, low, close, volume};
            }
          """);
    }
    return out.append(body.substring(1)).append("}\n").toString();
  }
}
