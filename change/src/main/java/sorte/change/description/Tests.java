package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads tests: comparisons, crossings, slopes, and what joins them. Gives null where the words at
/// hand are none.
final class Tests {
  private final Values in;

  /// Whether "and" and "or" were mixed so that nobody knows what goes together.
  boolean mixed;

  Tests(Values in) {
    this.in = in;
  }

  /// A whole test, up to where it ends.
  @Nullable Test test() {
    List<Test> tests = new ArrayList<>();
    List<String> joins = new ArrayList<>();
    int start = in.at;
    boolean pair = false;
    while (true) {
      in.take("ANYOF", "ALLOF", "IF", "ONLY");
      int here = in.at;
      boolean later = !tests.isEmpty() && in.take("THEN");
      Test one = both();
      one = one == null ? unit() : one;
      if (later && one != null) {
        one = Sequences.then(tests.removeLast(), one);
        joins.removeLast();
        if (one == null) {
          return null;
        }
      } else if (later) {
        in.at = here;
        break;
      }
      if (one == null && in.is("BOTH") && !in.mark(1).is("STOCH")) {
        in.at = here + 1; // "both this and that"
        pair = true;
        one = unit();
      }
      if (one == null) {
        break;
      }
      tests.add(one);
      start = in.at;
      String join = join();
      if (join.isEmpty()) {
        break;
      }
      joins.add(join);
    }
    in.at = tests.isEmpty() ? in.at : start;
    if (tests.isEmpty()) {
      return null;
    }
    return pair && tests.size() < 2 ? null : joined(tests, joins.subList(0, tests.size() - 1));
  }

  /// "while both are below 20": the two lines that were crossed.
  private @Nullable Test both() {
    int here = in.at;
    List<Value> pair = in.known.crossed();
    if (in.take("BOTH") && pair.size() == 2 && Relations.compares(in.mark(0))) {
      int from = in.at;
      Test first = new Comparing(in, this).of(pair.getFirst(), false);
      in.at = from;
      Test second = first == null ? null : new Comparing(in, this).of(pair.getLast(), false);
      if (second != null) {
        return Test.all(List.of(first, second));
      }
    }
    in.at = here;
    return null;
  }

  private String join() {
    boolean comma = in.take(",", ";");
    if (in.is("IF") && in.mark(0).raw().equals("while")) {
      in.at++;
      return "AND";
    }
    if (in.is("UNLESS")) {
      return "AND"; // the test behind it is turned round
    }
    if (in.is("IF")
        && !comma
        && in.mark(0)
            .raw()
            .matches("when|if|provided|provided that|as long as|given that|quando|se")) {
      in.at++;
      return "AND"; // "on Fridays when the close is above …"
    }
    String join = in.is("AND") || in.is("OR") ? in.mark(0).code() : comma ? "," : "";
    in.take("AND", "OR");
    return join;
  }

  private @Nullable Test joined(List<Test> tests, List<String> joins) {
    boolean and = joins.contains("AND");
    boolean or = joins.contains("OR");
    if (and && or) {
      if (joins.contains(",")) {
        mixed = true;
        return null;
      }
      List<Test> any = new ArrayList<>();
      List<Test> all = new ArrayList<>();
      for (int i = 0; i < tests.size(); i++) {
        all.add(tests.get(i));
        if (i == joins.size() || joins.get(i).equals("OR")) {
          any.add(Test.all(all));
          all = new ArrayList<>();
        }
      }
      mixed = true;
      return Test.any(any);
    }
    return or ? Test.any(tests) : Test.all(tests);
  }

  private @Nullable Test unit() {
    int start = in.at;
    Test test =
        in.known.isTest(in.mark(0).code()) ? in.known.test(in.mark(0).code()).orElse(null) : null;
    if (test != null) {
      boolean flag = in.known.isFlag(in.mark(0).code());
      in.at++;
      return flag ? flagged(test) : test;
    }
    if (in.is("STATE")
        && in.mark(0).raw().matches("volume spike|volume surge|volume confirmation|pico de volume")
        && in.mark(1).isAny("END", "AND", "OR", ",", ".", ")", ";")) {
      Test spoken = in.known.spokenOfVolume(); // "with the volume spike" of another sentence
      in.at += spoken == null ? 0 : 1;
      return spoken;
    }
    if (in.is("STATE")
        && in.mark(0).raw().endsWith(" filter")
        && !in.mark(1).isAny("(", "IF", ":")) {
      in.at++; // "volatility filter ATR(14) / close < 0.04"
    }
    if (in.is("STATE") && in.mark(1).is("(")) {
      in.at++; // "in an uptrend (EMA(20) > EMA(50))" is what stands in the brackets
    }
    test = bracketed();
    if (test == null) {
      in.at = start;
      test = candle();
    }
    if (test == null) {
      in.at = start;
      test = new Rows(in).row();
    }
    if (test == null) {
      in.at = start;
      test = negated();
    }
    if (test == null) {
      in.at = start;
      test = new Crossings(in).crossing();
    }
    if (test == null) {
      in.at = start;
      test = new Calendar(in).test();
    }
    if (test == null) {
      in.at = start;
      test = new Relations(in, this).relation();
    }
    if (test == null) {
      in.at = start;
      test = new Described(in, this).described();
    }
    if (test == null) {
      in.at = start;
      test = new Described(in, this).spelled();
    }
    if (test == null) {
      in.at = start;
      return null;
    }
    new Restated(in).skip(test);
    Test over = Recent.of(alternative(test), in);
    new Restated(in).skip(test);
    return over;
  }

  /// "= True", "is false", behind a flag.
  private @Nullable Test flagged(Test test) {
    if (in.is("=") || in.is("AND") && in.mark(1).raw().matches("verdadeir[oa]|fals[oa]")) {
      in.at++; // "é verdadeiro" is written "e" without its accent
    }
    if (in.mark(0).raw().matches("true|verdadeir[oa]")) {
      in.at++;
    } else if (in.mark(0).raw().matches("false|fals[oa]")) {
      in.at++;
      return opposite(test).orElse(null);
    }
    return test;
  }

  /// "(or RSI crosses 30 upward)", behind a test.
  private Test alternative(Test test) {
    int here = in.at;
    if (in.take("(") && in.take("OR")) {
      Test other = test();
      if (other != null && in.take(")")) {
        return Test.any(List.of(test, other));
      }
    }
    in.at = here;
    return test;
  }

  private @Nullable Test bracketed() {
    if (!in.take("(")) {
      return null;
    }
    Test inner = test();
    return inner != null && in.take(")") && !compares(0) ? inner : null;
  }

  private boolean compares(int offset) {
    return in.mark(offset)
        .isAny("<", ">", "<=", ">=", "ABOVE", "BELOW", "CROSSUP", "CROSSDN", "+", "-", "*", "/");
  }

  private @Nullable Test candle() {
    boolean bullish = in.is("BULLBAR");
    if (!in.take("BULLBAR", "BEARBAR")) {
      return null;
    }
    return new Test.Compare(
        new Value.Price("close"), bullish ? Is.ABOVE : Is.BELOW, new Value.Price("open"));
  }

  private @Nullable Test negated() {
    boolean whole = in.is("UNLESS");
    if (!in.take("NOT", "UNLESS")) {
      return null;
    }
    Test inner = whole ? test() : unit(); // "unless a and b" is not both of them
    return inner == null ? null : opposite(inner).orElse(null);
  }

  static Optional<Test> opposite(Test test) {
    return switch (test) {
      case Test.Compare(Value left, Is is, Value right) ->
          is.opposite().map(o -> new Test.Compare(left, o, right));
      case Test.All(var tests) -> each(tests).map(Test::any);
      case Test.Any(var tests) -> each(tests).map(Test::all);
    };
  }

  private static Optional<List<Test>> each(List<Test> tests) {
    List<Test> out = new ArrayList<>();
    for (Test test : tests) {
      Optional<Test> one = opposite(test);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      out.add(one.get());
    }
    return Optional.of(out);
  }
}
