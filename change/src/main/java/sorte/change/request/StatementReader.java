package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a sentence statement by statement. At each place every grammar tries; the reading that
/// uses up most is taken, and it must end where a statement can end. What is left over means that
/// the sentence was not understood: it is never done by half.
final class StatementReader {
  private record Placed(Action action, int from, int to) {}

  /// Free code is asked for within the first words.
  private static final int ASKED_WITHIN = 5;

  private final Sentence s;
  private final ParameterGrammar parameters;
  private final PatternGrammar patterns;
  private final RuleGrammar rules;
  private final CommandGrammar commands;
  private final CodeGrammar code;
  private int stuck;

  StatementReader(Sentence sentence) {
    this.s = sentence;
    this.parameters = new ParameterGrammar(sentence);
    this.patterns = new PatternGrammar(sentence);
    this.rules = new RuleGrammar(sentence);
    this.commands = new CommandGrammar(sentence);
    this.code = new CodeGrammar(sentence);
  }

  Optional<List<Action>> read() {
    List<Placed> placed = new ArrayList<>();
    int i = next(0);
    while (i < s.size()) {
      Parsed parsed = longest(i);
      if (parsed == null) {
        stuck = i;
        return Optional.empty();
      }
      for (Action action : parsed.actions()) {
        placed.add(new Placed(action, i, parsed.end()));
      }
      i = next(parsed.end());
    }
    if (placed.isEmpty() || asked(placed)) {
      return Optional.empty();
    }
    return named(placed);
  }

  private int next(int i) {
    int at = i;
    while (s.anyOf(at, "comma", "and", "filler", "dash") && !(sum(at) && !s.is(at, "comma"))) {
      at++;
    }
    return at;
  }

  /// `mais 2 barras no cooldown`: the word joins nothing, it adds.
  private boolean sum(int i) {
    return s.is(i, "more") && s.quantity(i + 1) != null;
  }

  /// A question mark after what would change something: done only where the deed was asked for, or
  /// ordered by its verb. "The stop is 2%?" is no order.
  private boolean asked(List<Placed> placed) {
    if (s.requested) {
      return false;
    }
    for (Placed p : placed) {
      int end = s.skip(p.to(), "filler", "glued");
      boolean mark = s.is(end, "comma") && s.at(end).raw().equals("?");
      boolean ordered =
          s.is(p.from(), "verb")
              && !s.anyOf(p.from(), "param", "command", "trade")
              && StrategyNaming.sharesName(p.action());
      if (mark && StrategyNaming.acts(p.action()) && !ordered) {
        s.doubt("asked");
        return true;
      }
    }
    return false;
  }

  private @Nullable Parsed longest(int i) {
    // "para de aumentar o stop": to stop doing is not to do, and the first word is not "to" here
    if (s.is(i, "verb", "stop") && s.is(i + 1, "prep") && s.is(i + 2, "verb")) {
      return null;
    }
    List<Parsed> readings = new ArrayList<>();
    add(readings, rules.read(i));
    add(readings, code.read(i));
    readings.addAll(commands.readings(i));
    add(readings, patterns.read(i));
    add(readings, parameters.read(i));
    Parsed best = null;
    for (Parsed reading : readings) {
      if (reading.end() > i
          && ends(reading.end())
          && (best == null || reading.end() > best.end())) {
        best = reading;
      }
    }
    return best;
  }

  private static void add(List<Parsed> readings, @Nullable Parsed parsed) {
    if (parsed != null) {
      readings.add(parsed);
    }
  }

  private boolean ends(int end) {
    int at = s.skip(end, "filler", "glued");
    return at >= s.size() || s.anyOf(at, "comma", "and", "dash");
  }

  /// One name in the sentence goes to every action that can be about a strategy; of several, each
  /// to the statement that it stands in.
  private Optional<List<Action>> named(List<Placed> placed) {
    List<Action> actions = new ArrayList<>();
    int used = 0;
    for (Placed p : placed) {
      List<String> strategies = new ArrayList<>();
      for (Sentence.Naming naming : s.namings) {
        boolean inside = naming.before() >= p.from() && naming.before() < p.to();
        boolean after = naming.before() == p.to() && !starts(placed, p.to());
        boolean only =
            s.namings.size() == 1
                && (StrategyNaming.sharesName(p.action()) || s.possessive || pronoun(p));
        if (inside || after || only || before(naming, p, placed)) {
          strategies.add(naming.strategy());
        }
      }
      used = Math.max(used, strategies.size());
      if (strategies.size() > 1 && !strategies.stream().allMatch(strategies.getFirst()::equals)) {
        s.doubt("which-strategy"); // "the stop of a and b": never the one and not the other
        return Optional.empty();
      }
      String strategy = strategies.isEmpty() ? null : strategies.getFirst();
      actions.add(strategy == null ? p.action() : StrategyNaming.named(p.action(), strategy));
    }
    return Optional.of(actions);
  }

  /// `pause ema-cross and close its positions`.
  private boolean pronoun(Placed p) {
    for (int i = p.from(); i < p.to(); i++) {
      if (s.is(i, "it")) {
        return true;
      }
    }
    return false;
  }

  private static boolean starts(List<Placed> placed, int at) {
    return placed.stream().anyMatch(p -> p.from() == at);
  }

  /// A name between two statements belongs to the one that it leads: `on ema-cross stop 2% and on
  /// macd-cross stop 3%`.
  private boolean before(Sentence.Naming naming, Placed p, List<Placed> placed) {
    int at = s.skip(naming.before(), "comma", "and", "filler", "dash");
    return naming.before() < p.from() && at == p.from() && !starts(placed, naming.before());
  }

  /// What only a language model can write: the whole sentence is its instruction.
  Optional<Action> freeCode() {
    for (int i = 0; i < s.size(); i++) {
      if (s.anyOf(i, "neg", "other", "why")) {
        return Optional.empty();
      }
    }
    boolean asked = false;
    int thing = -1;
    for (int i = 0; i < Math.min(ASKED_WITHIN, s.size()); i++) {
      asked |=
          s.is(i, "verb", "write")
              || s.is(i, "verb", "create")
              || s.is(i, "verb", "add")
              || s.is(i, "verb", "implement");
      if (asked && s.is(i, "noun", "codething") && thing < 0) {
        thing = i;
      }
    }
    if (thing < 0 || s.size() < thing + 3) {
      return Optional.empty();
    }
    String target = null;
    for (int i = 0; i < Math.min(thing + 4, s.size()) && target == null; i++) {
      target = s.value(i, "name");
    }
    return Optional.of(new Action.WriteCode(null, target, s.words.strip()));
  }

  /// The word at which reading stopped.
  String notUnderstood() {
    for (int i = stuck; i < s.size(); i++) {
      if (s.at(i).concepts().isEmpty() && s.at(i).quantity() == null || s.at(i).is("other")) {
        return s.at(i).raw();
      }
    }
    return stuck < s.size() ? s.at(stuck).raw() : "";
  }
}
