package sorte.change.description;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;

/// Reads words that name what brackets behind them say: "volatility is high (ATR(14) / close > 2
/// %)".
final class Described {
  /// The most words that name what brackets behind them say.
  private static final int MOST_WORDS = 7;

  /// The most where those words name bars as well: "the body of bar[0] engulfs that of bar[-1]".
  private static final int MOST_OF_BARS = 14;

  /// Words that say more than brackets behind them can.
  private static final String ORDERING =
      "more|less|than|twice|still|both|then|any|each|times?|until|after|again|retests?|second|third"
          + "|following|subsequent\\w*|before|wait\\w*|later|previous\\w*|without|except|since|prior"
          + "|first|last|next|new|breaks?|reversal|confirm\\w*|near\\w*|almost|around|close to";

  private static final Map<String, Is> COMPARED =
      Map.of("<", Is.BELOW, ">", Is.ABOVE, "<=", Is.AT_OR_BELOW, ">=", Is.AT_OR_ABOVE);

  private final Values in;
  private final Tests tests;

  Described(Values in, Tests tests) {
    this.in = in;
    this.tests = tests;
  }

  /// "volatility is high (ATR(14) / close > 2 %)", "in a squeeze, defined as …": words that name
  /// what brackets say.
  @Nullable Test described() {
    int words = 0;
    boolean unnamed = false;
    boolean not = false;
    boolean bars = false;
    while (words < (bars ? MOST_OF_BARS : MOST_WORDS)
        && (in.mark(words)
                .isAny("WORD", "STATE", "CLOSE", "OF", "VOLUME", "IF", "SIGNALWORD", "NOT")
            || in.mark(words).is("BARS") && in.mark(words + 1).is("INDEX")
            || in.mark(words).is("INDEX") && in.mark(words - 1).is("BARS"))) {
      bars |= in.mark(words).is("INDEX");
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
    Test test = tests.test();
    // "not extreme (ATR < 2)" says what is not, "not extreme (ATR > 2)" might say either
    boolean open = not && !(test instanceof Test.Compare c && c.is() == Is.BELOW);
    return test != null && !open && in.take(")") ? test : null;
  }

  /// "RVOL >= 5 (volume >= 5 * SMA(volume, 20))": what an unknown word is compared with, said in
  /// full.
  @Nullable Test spelled() {
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
    Test test = tests.test();
    boolean same = test instanceof Test.Compare c && c.is() == said;
    return same && in.take(")") ? test : null;
  }

  /// Whether brackets so many marks ahead compare values, and no more than that.
  private boolean compared(int ahead) {
    int open = in.at + ahead;
    int end =
        open < in.marks.size() && in.marks.get(open).is("(") ? Remarks.closing(in.marks, open) : -1;
    return end > 0
        && in.marks.subList(open, end).stream().anyMatch(m -> m.isAny("<", ">", "<=", ">="));
  }
}
