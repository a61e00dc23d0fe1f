package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads tests: comparisons, crossings, slopes, and what joins them. Gives null where the words at
/// hand are none.
final class Tests {
  private static final List<String> COMPARING =
      List.of(
          "<",
          ">",
          "<=",
          ">=",
          "ABOVE",
          "BELOW",
          "GE",
          "LE",
          "CROSS",
          "CROSSUP",
          "CROSSDN",
          "BETWEEN",
          "RISING",
          "FALLING",
          "POSITIVE",
          "NEGATIVE",
          "REACH",
          "PCT",
          "OVERSOLD",
          "OVERBOUGHT",
          "OF",
          "DIRUP",
          "DIRDN",
          "TWICE",
          "BULLCROSS",
          "BEARCROSS",
          "REENTER",
          "TURNPOS",
          "TURNNEG",
          "WAS",
          "NOT",
          "BREAK",
          "OUTSIDE");

  /// The most words that name what brackets behind them say.
  private static final int MOST_WORDS = 7;

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
    if (in.take("BOTH") && pair.size() == 2 && comparing()) {
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
    boolean comma = in.take(",");
    if (in.is("IF") && in.mark(0).raw().equals("while")) {
      in.at++;
      return "AND";
    }
    if (in.is("UNLESS")) {
      return "AND"; // the test behind it is turned round
    }
    if (in.is("IF") && !comma && in.mark(0).raw().matches("when|if|provided|provided that|as long as|given that|quando|se")) {
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
      in.at++;
      return test;
    }
    if (in.is("STATE") && in.mark(0).raw().endsWith(" filter") && !in.mark(1).isAny("(", "IF", ":")) {
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
      test = row();
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
      test = relation();
    }
    if (test == null) {
      in.at = start;
      test = described();
    }
    if (test == null) {
      in.at = start;
      test = spelled();
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

  /// "RVOL >= 5 (volume >= 5 * SMA(volume, 20))": what an unknown word is compared with, said in full.
  private @Nullable Test spelled() {
    boolean compared =
        in.is("WORD")
            && in.mark(1).isAny("<", ">", "<=", ">=")
            && in.mark(2).isAny("NUM", "PCT")
            && in.mark(3).is("(");
    if (!compared) {
      return null;
    }
    Is said = COMPARED.get(in.mark(1).code());
    in.at += 4;
    Test test = test();
    boolean same = test instanceof Test.Compare c && c.is() == said;
    return same && in.take(")") ? test : null;
  }

  /// Words that say more than brackets behind them can.
  private static final String ORDERING =
      "more|less|than|twice|still|both|then|any|each|times?|until|after|again|retests?|second|third"
          + "|following|subsequent\\w*|before|wait\\w*|later|previous\\w*|without|except|since|prior"
          + "|first|last|next|new|breaks?|reversal|confirm\\w*|near\\w*|almost|around|close to";

  /// Whether brackets so many marks ahead compare values, and no more than that.
  private boolean compared(int ahead) {
    int open = in.at + ahead;
    int end = open < in.marks.size() && in.marks.get(open).is("(") ? Remarks.closing(in.marks, open) : -1;
    return end > 0
        && in.marks.subList(open, end).stream().anyMatch(m -> m.isAny("<", ">", "<=", ">="));
  }

  private static final Map<String, Is> COMPARED =
      Map.of("<", Is.BELOW, ">", Is.ABOVE, "<=", Is.AT_OR_BELOW, ">=", Is.AT_OR_ABOVE);

  /// "volatility is high (ATR(14) / close > 2 %)", "in a squeeze, defined as …": words that name
  /// what brackets say.
  private @Nullable Test described() {
    int words = 0;
    boolean unnamed = false;
    boolean not = false;
    while (words < MOST_WORDS
        && in.mark(words).isAny("WORD", "STATE", "CLOSE", "OF", "VOLUME", "IF", "SIGNALWORD", "NOT")) {
      unnamed |= in.mark(words).isAny("WORD", "STATE");
      not |= in.mark(words).is("NOT");
      words++;
    }
    boolean told = in.mark(words + 1).isAny("DEFINED", "EG", "IF") || not || compared(words);
    if (!unnamed || !in.mark(words).is("(") || !told) {
      return null;
    }
    for (int i = 0; i < words; i++) {
      if (in.mark(i).raw().matches(ORDERING)) {
        return null;
      }
    }
    in.at += words + 1;
    in.take("DEFINED", "EG");
    in.take(",");
    in.take("OF", "IF");
    Test test = test();
    // "not extreme (ATR < 2)" says what is not, "not extreme (ATR > 2)" might say either
    boolean open = not && !(test instanceof Test.Compare c && c.is() == Is.BELOW);
    return test != null && !open && in.take(")") ? test : null;
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

  /// "three consecutive lower closes", "two straight red candles".
  private @Nullable Test row() {
    double number =
        in.is("NUM") ? in.mark(0).number() : TextReader.counted(in.mark(0).raw());
    boolean row = in.mark(1).raw().matches("consecutive|straight|successive");
    boolean fits = number >= 2 && number <= MOST_IN_A_ROW && number == Math.rint(number);
    if (!row || !fits) {
      return null;
    }
    Mark way = in.mark(2);
    boolean up = way.raw().equals("higher") || way.is("BULLBAR");
    boolean down = way.raw().equals("lower") || way.is("BEARBAR");
    boolean bars = way.isAny("BULLBAR", "BEARBAR");
    in.at += bars ? 2 : 3;
    Value left = bars ? new Value.Price("close") : in.price();
    in.at += bars ? 1 : 0;
    if (!up && !down || left == null) {
      return null;
    }
    List<Test> each = new ArrayList<>();
    for (int ago = 0; ago < number; ago++) {
      Value then = ago == 0 ? left : new Value.Ago(left, ago);
      Value open = new Value.Price("open");
      Value other =
          !bars ? new Value.Ago(left, ago + 1) : ago == 0 ? open : new Value.Ago(open, ago);
      each.add(new Test.Compare(then, up ? Is.ABOVE : Is.BELOW, other));
    }
    return Test.all(each);
  }

  private static final double MOST_IN_A_ROW = 10;

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

  private @Nullable Test relation() {
    int start = in.at;
    List<Value> subjects = new ArrayList<>();
    in.take("EACH");
    boolean both = in.is("BOTH") && in.take("BOTH");
    Value first = subject();
    if (first == null) {
      return null;
    }
    subjects.add(first);
    int here = in.at;
    while (in.take("AND", ",", "OR")) {
      boolean or = in.mark(-1).is("OR");
      Value next = in.value();
      if (next == null || or && !both) {
        break;
      }
      subjects.add(next);
      if (comparing()) {
        here = in.at;
        break;
      }
    }
    in.at = here;
    if (both && subjects.size() == 1) {
      if (!(first instanceof Value.Indicator i) || i.study() != Study.STOCHASTIC) {
        in.at = start;
        return null; // both of what was not said
      }
      subjects.add(i.line(i.line().equals("k") ? "d" : "k"));
    }
    if (subjects.size() > 1 && !comparing()) {
      in.at = start;
      return null;
    }
    List<Test> tests = new ArrayList<>();
    int end = in.at;
    for (Value subject : comparingAfterFirst(subjects) ? subjects : List.of(first)) {
      in.at = end;
      boolean past = in.take("WAS");
      Test test = new Comparing(in, this).of(subject, past);
      if (test == null) {
        return null;
      }
      tests.add(test);
    }
    return Test.all(tests);
  }

  /// "was below its average on the prior bar".
  static @Nullable Test before(@Nullable Test test) {
    if (!(test instanceof Test.Compare(Value left, Is is, Value right)) || is.crossing()) {
      return null;
    }
    Value then =
        right instanceof Value.Number || right instanceof Value.Ago
            ? right
            : new Value.Ago(right, 1);
    return new Test.Compare(new Value.Ago(left, 1), is, then);
  }

  private boolean comparingAfterFirst(List<Value> subjects) {
    return subjects.size() == 1 || comparing();
  }

  boolean comparing() {
    return compares(in.mark(0));
  }

  static boolean compares(Mark mark) {
    return COMPARING.contains(mark.code());
  }

  private @Nullable Value subject() {
    Value value = in.value();
    if (value == null && in.is("BELOW", "ABOVE") && in.mark(0).raw().startsWith("clos")) {
      return new Value.Price("close"); // "a close below"
    }
    if (value == null && in.is("BREAK") && in.known.it.isEmpty()) {
      return new Value.Price("close"); // "on a break of the 20-day high"
    }
    if (value == null && in.is("REACH") && in.known.either && in.known.it.isEmpty()) {
      return new Value.Price("close"); // "on a return to the middle band"
    }
    if (value == null) {
      return comparing() && !in.is("OF", "BULLCROSS", "BEARCROSS")
          ? in.known.it.orElse(null)
          : null;
    }
    in.known.it = value instanceof Value.Number ? in.known.it : Optional.of(value);
    if (in.is("CLOSEWORD") && value instanceof Value.Price) {
      in.at++; // "the price closes above"
    }
    return value;
  }
}
