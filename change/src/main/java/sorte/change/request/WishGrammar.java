package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// Reads wishes for a better result that do not say how.
final class WishGrammar {
  private final Sentence s;

  WishGrammar(Sentence sentence) {
    this.s = sentence;
  }

  @Nullable Parsed evolve(int start) {
    int first = start;
    while (s.is(first, "wish") || s.is(first, "verb", "create") && !s.is(first, "tradeless")) {
      first++;
    }
    if (s.anyOf(first, "tradeless", "trademore")) {
      Direction direction = s.is(first, "tradeless") ? Direction.MINIMISE : Direction.MAXIMISE;
      return Parsed.of(new Action.Evolve(null, Objective.TRADES, direction), first + 1);
    }
    if (s.is(first, "aim")) {
      Objective aim = Named.find(Objective.class, text(s.value(first, "aim"))).orElseThrow();
      return Parsed.of(new Action.Evolve(null, aim, Direction.MAXIMISE), first + 1);
    }
    boolean improve = false;
    boolean less = false;
    boolean raise = false;
    boolean wished = false;
    int i = start;
    while (i < s.size() && !s.is(i, "objective")) {
      boolean wish = s.is(i, "wish");
      boolean up = s.is(i, "verb", "improve") && !wish;
      boolean down = s.is(i, "verb", "less");
      wished |= wish;
      raise |= s.is(i, "verb", "raise");
      if (up && !down) {
        improve = true;
      } else if (down) {
        less = true;
      } else if (!wish
          && !s.anyOf(i, "prep", "filler")
          && !s.is(i, "noun", "strategy")
          && !s.is(i, "noun", "change")) {
        return null;
      }
      i++;
    }
    String code = s.value(i, "objective");
    boolean more = wished && s.is(i + 1, "more");
    boolean fewer = wished && s.is(i + 1, "less");
    improve |= more;
    less |= fewer;
    if (code == null || !improve && !less) {
      return null;
    }
    i = more || fewer ? i + 1 : i;
    Objective objective = Named.find(Objective.class, code).orElseThrow();
    i++;
    while (s.is(i, "verb", "improve")
        || s.is(i, "noun", "strategy")
        || s.anyOf(i, "prep") && s.is(i + 1, "noun", "strategy")) {
      i++;
    }
    boolean smallIsGood = objective == Objective.DRAWDOWN || objective == Objective.LATENCY;
    boolean free = objective == Objective.TRADES;
    boolean sensible = free || smallIsGood && (less || !raise) || !smallIsGood && !less;
    if (!sensible || raise && less && improve) {
      return null;
    }
    Direction direction = smallIsGood || less ? Direction.MINIMISE : Direction.MAXIMISE;
    return Parsed.of(new Action.Evolve(null, objective, direction), i);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
