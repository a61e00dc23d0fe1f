package sorte.change.pin;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sorte.change.edit.Dissection;
import sorte.change.edit.RuleMethod;
import sorte.change.edit.Twist;

/// Names of tests: sentences that tell the rule which they pin, each once.
final class TestNames {
  /// A longer name is no sentence any more.
  private static final int LONGEST = 88;

  private final Dissection strategy;
  private final Set<String> taken = new TreeSet<>();

  TestNames(Dissection strategy) {
    this.strategy = strategy;
  }

  /// `a_` or `an_`, as it sounds.
  static String article(String word) {
    return word.matches("(?i)(rsi|sma|[aeio]).*") ? "an_" : "a_";
  }

  /// `fast_ma_period` for `fastMaPeriod`.
  static String spoken(String parameter) {
    return TestText.spoken(parameter).replaceAll("[^a-z0-9]+", "_");
  }

  String of(Pin pin) {
    RuleMethod rule = pin.rule();
    return free(rule == null ? marked(pin) : decided(rule, pin));
  }

  private String decided(RuleMethod rule, Pin pin) {
    List<String> words =
        pin.twists().stream()
            .map(twist -> strategy.twists().get(twist).words())
            .filter(said -> !said.isEmpty())
            .distinct()
            .toList();
    String does = "it_" + (pin.holds() ? does(rule) : doesNot(rule));
    if (words.isEmpty()) {
      return does + (pin.holds() ? "_when_its_rule_says_so" : "_unless_its_rule_says_so");
    }
    String link = pin.holds() ? "_when_" : "_unless_";
    String name = does + link + words.getFirst();
    for (String word : words.subList(1, words.size())) {
      String longer = name + (pin.holds() ? "_and_" : "_or_") + word;
      name = longer.length() <= LONGEST ? longer : name;
    }
    return name;
  }

  private static String does(RuleMethod rule) {
    return switch (rule) {
      case ENTER_LONG -> "enters_long";
      case EXIT_LONG -> "leaves_a_long";
      case ENTER_SHORT -> "enters_short";
      case EXIT_SHORT -> "leaves_a_short";
    };
  }

  private static String doesNot(RuleMethod rule) {
    return switch (rule) {
      case ENTER_LONG -> "does_not_enter_long";
      case EXIT_LONG -> "does_not_leave_a_long";
      case ENTER_SHORT -> "does_not_enter_short";
      case EXIT_SHORT -> "does_not_leave_a_short";
    };
  }

  /// What is no condition of a rule: by its words where it is one thing, else by where it stands.
  private String marked(Pin pin) {
    List<Twist> twists = pin.twists().stream().map(t -> strategy.twists().get(t)).toList();
    Twist first = twists.getFirst();
    boolean one = twists.stream().allMatch(t -> t.words().equals(first.words()));
    if (one && !first.words().isEmpty()) {
      return switch (first.kind()) {
        case CONDITION -> "it_matters_whether_" + first.words();
        case LIMIT -> "it_matters_on_the_point_whether_" + first.words();
        case ARITHMETIC -> "it_counts_with_" + first.words();
      };
    }
    return "its_decisions_follow_" + snake(first.within());
  }

  private static String snake(String name) {
    String snake =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    return snake.isEmpty() ? "its_code" : snake;
  }

  private String free(String name) {
    String free = name;
    for (int n = 2; !taken.add(free); n++) {
      free = name + "_" + (n == 2 ? "too" : "in_case_" + n);
    }
    return free;
  }
}
