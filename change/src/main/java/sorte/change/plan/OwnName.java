package sorte.change.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Design;
import sorte.change.design.Test;
import sorte.change.design.Value;
import sorte.change.edit.NewStrategy;
import sorte.change.edit.Numbers;
import sorte.change.request.Condition;
import sorte.change.request.Operand;

/// The name of a new strategy for which none was said: what it looks at, then the numbers that it
/// compares with, such as `rsi-30-60`; with a number behind it where that name is taken.
final class OwnName {
  /// Room for `-` and a number that makes a name unique.
  private static final int ROOM = 5;

  private OwnName() {}

  static String of(List<Condition> entry, List<Condition> exit, Set<String> taken) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>();
    for (List<Condition> rule : List.of(entry, exit)) {
      for (Condition condition : rule) {
        seen(condition.left(), words, numbers);
        seen(condition.right(), words, numbers);
      }
    }
    return unique(words, numbers, taken);
  }

  /// The name of a strategy that was described: the indicators that its entries look at.
  static String of(Design design, Set<String> taken) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>();
    design.enterLong().ifPresent(t -> seen(t, words, numbers));
    design.enterShort().ifPresent(t -> seen(t, words, numbers));
    return unique(words, numbers, taken);
  }

  private static void seen(Test test, Set<String> words, Set<String> numbers) {
    switch (test) {
      case Test.All(var tests) -> tests.forEach(t -> seen(t, words, numbers));
      case Test.Any(var tests) -> tests.forEach(t -> seen(t, words, numbers));
      case Test.Compare c -> {
        seen(c.left(), words, numbers);
        seen(c.right(), words, numbers);
      }
    }
  }

  private static void seen(Value value, Set<String> words, Set<String> numbers) {
    switch (value) {
      case Value.Price(String field) -> words.add(field);
      case Value.Number _ -> {}
      case Value.Indicator i -> {
        words.add(i.study().code());
        if (!i.numbers().isEmpty()) {
          numbers.add(digits(i.numbers().getFirst()));
        }
      }
      case Value.Ago(Value of, int _) -> seen(of, words, numbers);
      case Value.Since(Test test) -> seen(test, words, numbers);
      case Value.Magnitude(Value of) -> seen(of, words, numbers);
      case Value.Computed c -> {
        seen(c.left(), words, numbers);
        seen(c.right(), words, numbers);
      }
    }
  }

  private static String unique(Set<String> words, Set<String> numbers, Set<String> taken) {
    // a single word might be that of an indicator's class, which a strategy must not hide
    if (numbers.isEmpty()) {
      words.add("signal");
    }
    words.addAll(numbers);
    String name = shortened(words);
    String free = name;
    for (int n = 2; !NewStrategy.isFree(free, taken); n++) {
      free = name + "-" + n;
    }
    return free;
  }

  private static void seen(@Nullable Operand operand, Set<String> words, Set<String> numbers) {
    switch (operand) {
      case Operand.Indicator indicator -> {
        words.add(indicator.kind().code());
        if (indicator.period() != null) {
          numbers.add(indicator.period().toString());
        }
      }
      case Operand.Price price -> words.add(price.price().code());
      case Operand.Volume _ -> words.add("volume");
      case Operand.Level(double number) -> numbers.add(digits(number));
      case null -> {}
    }
  }

  private static String digits(double number) {
    return Numbers.written(Numbers.decimal(number).abs()).replace('.', '-');
  }

  private static String shortened(Set<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      if (name.length() + 1 + word.length() > NewStrategy.LONGEST_NAME - ROOM) {
        break;
      }
      name.append(name.isEmpty() ? "" : "-").append(word);
    }
    return Character.isLetter(name.charAt(0)) ? name.toString() : "level-" + name;
  }
}
