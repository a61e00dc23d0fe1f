package sorte.change.request;

import java.util.List;
import java.util.Set;

/// Takes out of the lexemes what carries no meaning and the strategies that are named.
final class SentenceBuilder {
  private final Sentence sentence;
  private final Context context;

  SentenceBuilder(Language language, String words, Context context) {
    this.sentence = new Sentence(language, words);
    this.context = context;
  }

  Sentence build(List<Lexeme> lexemes) {
    boolean creating = creating(lexemes);
    for (int i = 0; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      sentence.requested |= lexeme.is("request");
      if (lexeme.only("leftout")) {
        sentence.leftOut.add(lexeme.raw());
      } else if (namesStrategy(lexemes, i, creating)) {
        String kebab = lexeme.value("kebab");
        name(kebab == null ? lexeme.raw() : kebab);
        boolean noun = i + 1 < lexemes.size() && lexemes.get(i + 1).is("noun", "strategy");
        i = noun && bare(lexemes.get(i + 1)) ? i + 1 : i;
      } else if (!nothing(lexeme)) {
        sentence.lexemes.add(lexeme);
      }
    }
    return sentence;
  }

  /// `the ema-cross strategy`: the noun after the name says nothing more, and is no trade.
  private static boolean bare(Lexeme noun) {
    return !noun.is("verb") && !noun.is("trade");
  }

  private static boolean nothing(Lexeme lexeme) {
    return !lexeme.concepts().isEmpty()
        && lexeme.concepts().stream()
            .allMatch(c ->
                c.kind().equals("filler")
                    || c.kind().equals("request")
                    || c.kind().equals("article")
                    || c.kind().equals("glued")
                    || quote(c));
  }

  private static boolean quote(Concept c) {
    return c.kind().equals("sign") && Set.of("\"", "'", "*", "_").contains(c.value());
  }

  private static boolean creating(List<Lexeme> lexemes) {
    boolean verb = false;
    for (Lexeme lexeme : lexemes) {
      verb |= lexeme.is("verb", "create");
      if (verb && lexeme.is("called")) {
        return true;
      }
    }
    return false;
  }

  private boolean namesStrategy(List<Lexeme> lexemes, int i, boolean creating) {
    Lexeme lexeme = lexemes.get(i);
    if (context.strategies().contains(lexeme.raw()) && !afterCalled(lexemes, i)) {
      return true;
    }
    if (!lexeme.is("kebab")) {
      return false;
    }
    if (creating && afterCalled(lexemes, i) || i > 0 && newStrategy(lexemes, i)) {
      return false;
    }
    if (i == 0) {
      return true;
    }
    if (lexemes.subList(0, i).stream().anyMatch(l -> l.is("noun", "model"))) {
      return false; // the name of a model
    }
    Lexeme before = lexemes.get(i - 1);
    return before.is("prep")
        || before.is("noun", "strategy")
        || before.is("verb")
        || before.is("article")
        || before.is("sinceword")
        || before.is("topic")
        || before.is("how")
        || before.is("and")
        || before.is("comma");
  }

  private static boolean afterCalled(List<Lexeme> lexemes, int i) {
    return i > 0 && lexemes.get(i - 1).is("called");
  }

  /// `cria a estratégia rompe-topo`: the name of what is to be made.
  private static boolean newStrategy(List<Lexeme> lexemes, int i) {
    return lexemes.get(i - 1).is("noun", "strategy")
        && lexemes.subList(0, i).stream().anyMatch(l -> l.is("verb", "create") && !l.is("prep"));
  }

  private void name(String strategy) {
    dropDangling();
    sentence.namings.add(new Sentence.Naming(strategy, sentence.size()));
  }

  /// The preposition and the noun that led to the name go with it.
  private void dropDangling() {
    List<Lexeme> kept = sentence.lexemes;
    while (!kept.isEmpty()
        && (kept.getLast().is("prep") && !kept.getLast().is("verb") && !kept.getLast().is("and")
            || kept.getLast().only("noun") && kept.getLast().is("noun", "strategy"))) {
      kept.removeLast();
    }
  }
}
