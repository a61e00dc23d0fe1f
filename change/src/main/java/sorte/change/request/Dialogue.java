package sorte.change.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Sentences that only make sense after the one before: an answer to a question ("the fast one",
/// "2,5%", "sim"), a pronoun ("nela"), the same again elsewhere ("e na outra também"). What it
/// builds is read by the same interpreter as any sentence: an answer that does not complete the
/// question is a question again.
public final class Dialogue {
  /// The most words that an answer has; what is longer is a sentence of its own.
  private static final int LONGEST_ANSWER = 8;

  /// How often one sentence may be asked about before it is dropped.
  private static final int MOST_QUESTIONS = 4;

  /// How many strategies a conversation remembers.
  private static final int MOST_STRATEGIES = 4;

  /// What a conversation remembers: the sentence that was asked about (empty when none), how often,
  /// the edits done last, and the strategies spoken of, the latest first.
  public record Memory(String asked, int questions, List<Action> edits, List<String> strategies) {
    /// Nothing was said yet.
    public static final Memory NONE = new Memory("", 0, List.of(), List.of());

    public Memory {
      edits = List.copyOf(edits);
      strategies = List.copyOf(strategies);
    }
  }

  /// What a sentence means here, and what is remembered after it.
  public record Turn(Understanding understood, Memory memory) {}

  private final Interpreter interpreter;
  private final Answers answers = new Answers();
  private final Set<String> yes = new TreeSet<>(WordList.read("lexicon/yes.txt"));
  private final Set<String> no = new TreeSet<>(WordList.read("lexicon/no.txt"));
  private final Set<String> again = new TreeSet<>(WordList.read("lexicon/again.txt"));
  private final Set<String> other = new TreeSet<>(WordList.read("lexicon/other.txt"));
  private final Set<String> it = new TreeSet<>(WordList.read("lexicon/it.txt"));

  /// A dialogue over an interpreter of single sentences.
  public Dialogue(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /// Reads `words` after what `before` remembers.
  public Turn take(String words, Context context, Memory before) {
    Understanding alone = interpreter.interpret(words, context);
    if (alone instanceof Understanding.Plan plan) {
      return new Turn(referred(plan, words, before), after(referred(plan, words, before), before));
    }
    if (alone instanceof Understanding.Refusal) {
      return new Turn(alone, new Memory("", 0, List.of(), before.strategies()));
    }
    List<String> said = said(words);
    if (said.size() > LONGEST_ANSWER || said.isEmpty()) {
      return asking(words, alone, before, 1);
    }
    Optional<Turn> repeated = repeated(said, words, alone.language(), before);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    return before.asked().isEmpty()
        ? asking(words, alone, before, 1)
        : answered(words, said, alone, context, before);
  }

  private static Turn asking(String words, Understanding question, Memory before, int questions) {
    boolean give = questions > MOST_QUESTIONS;
    return new Turn(
        question,
        new Memory(give ? "" : words, give ? 0 : questions, before.edits(), before.strategies()));
  }

  private Turn answered(
      String words, List<String> said, Understanding alone, Context context, Memory before) {
    if (no.containsAll(said)) {
      Language language = languageOf(before, context);
      return new Turn(
          answers.question(language, "dropped"),
          new Memory("", 0, before.edits(), before.strategies()));
    }
    Understanding again = null;
    for (String whole : joined(words, said, before.asked())) {
      Understanding read = interpreter.interpret(whole, context);
      if (read instanceof Understanding.Plan plan) {
        return new Turn(plan, after(plan, before));
      }
      if (read instanceof Understanding.Refusal) {
        return new Turn(read, new Memory("", 0, List.of(), before.strategies()));
      }
      if (again == null && !question(read).equals(question(alone))) {
        again = read;
        Turn turn = asking(whole, read, before, before.questions() + 1);
        if (specific(read, whole)) {
          return turn;
        }
      }
    }
    return asking(words, alone, before, 1);
  }

  /// Whether a question is about more than a word that was not understood.
  private boolean specific(Understanding read, String whole) {
    Understanding unknown = answers.notUnderstood(read.language(), whole);
    String generic = question(unknown);
    int quote = generic.indexOf('"');
    return quote < 0 || !question(read).startsWith(generic.substring(0, quote));
  }

  private static String question(Understanding understood) {
    return understood instanceof Understanding.Question q ? q.question() : "";
  }

  private Language languageOf(Memory before, Context context) {
    return interpreter.interpret(before.asked(), context).language();
  }

  /// The sentence asked about with the answer in its place, in the ways that it may be meant.
  private List<String> joined(String answer, List<String> said, String asked) {
    String open = asked.strip().replaceFirst("[?!.,:]+$", "");
    if (yes.containsAll(said)) {
      return asked.strip().endsWith("?")
          ? List.of(open)
          : Descriptions.perhaps(asked) ? List.of(asked + "\n" + Descriptions.YES) : List.of();
    }
    String bare = answer.strip().replaceFirst("[?!.]+$", "");
    return List.of(open + " " + bare, open + " para " + bare, open + " to " + bare);
  }

  /// `e na macd-cross também`, `same for the other one`: the last edits once more.
  private Optional<Turn> repeated(
      List<String> said, String words, Language language, Memory before) {
    if (before.edits().isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    boolean elsewhere = false;
    for (String part : words.strip().split("[\\s,.!?]+")) {
      String folded = Token.fold(part);
      if (folded.matches("[\\p{L}][\\p{L}\\d]*(-[\\p{L}\\d]+)+")) {
        names.add(part);
      } else if (other.contains(folded)) {
        elsewhere = true;
      } else if (!again.contains(folded)) {
        return Optional.empty();
      }
    }
    Set<String> done = new LinkedHashSet<>();
    before.edits().forEach(a -> done.add(String.valueOf(a.strategy())));
    if (names.isEmpty() && elsewhere) {
      List<String> others = before.strategies().stream().filter(s -> !done.contains(s)).toList();
      if (others.size() != 1) {
        return Optional.of(new Turn(answers.question(language, "which-other"), before));
      }
      names.add(others.getFirst());
    }
    if (names.size() != 1) {
      return Optional.empty();
    }
    Understanding.Plan plan =
        new Understanding.Plan(
            language,
            before.edits().stream().map(a -> StrategyNaming.named(a, names.getFirst())).toList(),
            List.of());
    return Optional.of(new Turn(plan, after(plan, before)));
  }

  /// A pronoun for a strategy takes up the one spoken of last.
  private Understanding.Plan referred(Understanding.Plan plan, String words, Memory before) {
    String folded = " " + String.join(" ", said(words)) + " ";
    boolean pronoun = it.stream().anyMatch(w -> folded.contains(" " + w + " "));
    if (!pronoun || before.strategies().isEmpty()) {
      return plan;
    }
    String strategy = before.strategies().getFirst();
    return new Understanding.Plan(
        plan.language(),
        plan.actions().stream()
            .map(a ->
                a.strategy() == null && StrategyNaming.sharesName(a)
                    ? StrategyNaming.named(a, strategy)
                    : a)
            .toList(),
        plan.leftOut());
  }

  private static Memory after(Understanding.Plan plan, Memory before) {
    Set<String> strategies = new LinkedHashSet<>();
    List<Action> edits = new ArrayList<>();
    for (Action action : plan.actions()) {
      @Nullable String named = action.strategy();
      if (named != null) {
        strategies.add(named);
      }
      boolean edit = StrategyNaming.sharesName(action) && StrategyNaming.acts(action);
      if (edit && !(action instanceof Action.Evolve)) {
        edits.add(action);
      }
    }
    strategies.addAll(before.strategies());
    return new Memory("", 0, edits, strategies.stream().limit(MOST_STRATEGIES).toList());
  }

  private static List<String> said(String words) {
    List<String> said = new ArrayList<>();
    for (Token token : Token.cut(words.toLowerCase(Locale.ROOT))) {
      if (token.kind() != Token.Kind.SIGN) {
        said.add(token.folded());
      }
    }
    return said;
  }
}
