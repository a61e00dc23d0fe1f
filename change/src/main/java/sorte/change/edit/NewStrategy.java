package sorte.change.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sorte.change.design.Design;
import sorte.change.request.Condition;
import sorte.change.request.Side;

/// A strategy from nothing, in the contract's order: parameters, fields, constructor, rules.
public final class NewStrategy {
  /// The longest name of a strategy.
  public static final int LONGEST_NAME = 40;

  private NewStrategy() {}

  /// `dip-buyer` from what a sentence calls it; empty letters and signs are folded to dashes.
  public static String kebab(String name) {
    return name.strip()
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[ _-]+", "-")
        .replaceAll("^-|-$", "");
  }

  /// `DipBuyer` from `dip-buyer`.
  public static String className(String kebab) {
    StringBuilder out = new StringBuilder();
    for (String part : kebab.split("-", -1)) {
      if (!part.isEmpty()) {
        out.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return out.toString();
  }

  /// Whether a folded name may be that of a strategy: lower-case letters, digits and dashes,
  /// beginning with a letter.
  public static boolean isName(String kebab) {
    return kebab.length() <= LONGEST_NAME && kebab.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  /// Whether no class of a folded name is there yet. `taken` are the class names that are.
  public static boolean isFree(String kebab, Set<String> taken) {
    String type = className(kebab);
    return !API_NAMES.contains(type) && taken.stream().noneMatch(t -> t.equalsIgnoreCase(type));
  }

  /// The whole file. `taken` are the class names that are there already.
  public static EditOutcome create(
      String name, Side side, List<Condition> entry, List<Condition> exit, Set<String> taken) {
    try {
      return created(name, side, entry, exit, taken);
    } catch (Stop stop) {
      return stop.outcome();
    }
  }

  /// The whole file of a strategy that was described. `taken` are the class names that are there
  /// already.
  public static EditOutcome create(String name, Design design, Set<String> taken) {
    try {
      String kebab = free(name, taken);
      String text = DesignSource.of(className(kebab), design);
      Shape.read(text);
      SecondReading.of(text);
      return new EditOutcome.Edited(text, List.of(Phrase.of("strategy-created", kebab)));
    } catch (Stop stop) {
      return stop.outcome();
    }
  }

  private static String free(String name, Set<String> taken) throws Stop {
    String kebab = kebab(name);
    if (!isName(kebab)) {
      throw Stop.notPossible("bad-name", printable(name));
    }
    if (!isFree(kebab, taken)) {
      throw Stop.notPossible("name-taken", kebab);
    }
    return kebab;
  }

  private static EditOutcome created(
      String name, Side side, List<Condition> entry, List<Condition> exit, Set<String> taken)
      throws Stop {
    String kebab = free(name, taken);
    String type = className(kebab);
    if (entry.isEmpty()) {
      throw Stop.ask(
          Phrase.of("no-entry", kebab),
          List.of(Phrase.of("no-entry.say"), Phrase.of("no-entry.leave")));
    }
    String text = FRAME.formatted(type, type, type);
    Set<String> touched = new TreeSet<>();
    text = rule(text, RuleMethod.of(sorte.change.request.Rule.ENTRY, side), entry, touched);
    if (!exit.isEmpty()) {
      text = rule(text, RuleMethod.of(sorte.change.request.Rule.EXIT, side), exit, touched);
    }
    Shape.read(text);
    SecondReading.of(text);
    List<Phrase> facts = new ArrayList<>();
    facts.add(Phrase.of("strategy-created", kebab));
    return new EditOutcome.Edited(text, facts);
  }

  private static String rule(
      String text, RuleMethod rule, List<Condition> when, Set<String> touched) throws Stop {
    return new Rules(rule, touched).replaced(text, when);
  }

  /// A name that a person may be shown again.
  private static String printable(String name) {
    String shown = name.replaceAll("[^\\p{L}\\p{N} ._-]", "?");
    return shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
  }

  /// Names that a strategy would hide from itself.
  private static final Set<String> API_NAMES = apiNames();

  private static Set<String> apiNames() {
    Set<String> names =
        new TreeSet<>(
            List.of(
                "Bars",
                "Fraction",
                "Level",
                "Multiple",
                "Money",
                "Market",
                "Strategy",
                "Terms",
                "Line",
                "Indicator",
                "Accumulation",
                "Affine",
                "Ago",
                "Arithmetic",
                "Clock",
                "DayOpen",
                "Deviation",
                "Directional",
                "Magnitude",
                "Since",
                "Williams",
                "Scaled",
                "Seed",
                "Parameters",
                "Object",
                "String",
                "Override",
                "Record",
                "Math",
                "StrictMath",
                "Double",
                "Integer",
                "Long"));
    for (IndicatorForm form : IndicatorForm.values()) {
      names.add(form.type());
    }
    return names;
  }

  private static final String FRAME =
      """
      package sorte.strategies;

      import sorte.strategy.Market;
      import sorte.strategy.Strategy;

      /// Made from a sentence of the owner's.
      public final class %s extends Strategy<%s.Parameters> {

        public record Parameters() {}

        public %s(Market market, Parameters p) {
          super(market, p);
        }
      }
      """;
}
