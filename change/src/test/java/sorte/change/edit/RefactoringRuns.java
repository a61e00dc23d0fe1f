package sorte.change.edit;

import static sorte.change.edit.Guarantees.require;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.change.edit.Lexemes.Kind;
import sorte.change.edit.Lexemes.Lexeme;
import sorte.change.request.Language;
import sorte.strategy.run.Decisions;
import sorte.strategy.run.Trial;

/// Refactorings drawn by a seed, put to many layouts: the code says what it said, and the strategy
/// decides bar by bar as it decided.
final class RefactoringRuns {
  private static final int BATCH = 200;
  private static final int BARS = 600;
  private static final List<Long> MARKETS = List.of(1L, 2L);

  private final List<Layouts.Source> sources = Layouts.all();
  private final Editor editor = new Editor();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<Integer, Done> inBatch = new TreeMap<>();
  private final Map<String, List<String>> decided = new TreeMap<>();
  private final Map<String, Integer> first = new TreeMap<>();
  private Compiled batch = new Compiled();
  private int edited;
  private long nanos;

  private record Done(String where, String name, String text, boolean starts) {}

  List<String> faults() {
    return List.copyOf(faults);
  }

  void run(long firstSeed, int wanted) {
    for (long seed = firstSeed; edited < wanted; seed++) {
      one(seed);
      if (inBatch.size() >= BATCH) {
        compare();
      }
    }
    compare();
  }

  private void one(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Layouts.Source source =
        random.nextInt(4) == 0
            ? Layouts.byHand("Untidy")
            : sources.get(random.nextInt(sources.size()));
    Edit edit = wish(source.text(), random);
    String where = "seed %d: %s on %s".formatted(seed, edit, source.name());
    try {
      long start = System.nanoTime();
      EditOutcome outcome = editor.apply(source.text(), List.of(edit));
      nanos += System.nanoTime() - start;
      String kind = edit.getClass().getSimpleName() + " ";
      outcomes.merge(kind + outcome.getClass().getSimpleName(), 1, Integer::sum);
      switch (outcome) {
        case EditOutcome.Edited(String text, List<Phrase> facts) -> {
          edited++;
          facts.forEach(RefactoringRuns::said);
          held(source.text(), edit, text);
          EditOutcome again = editor.apply(text, List.of(edit));
          require(!(again instanceof EditOutcome.Edited), "twice is not once: %s", again);
          inBatch.put(
              batch.add(text),
              new Done(where, source.name(), text, edit instanceof Edit.RemoveDeadCode));
        }
        case EditOutcome.NotPossible(Phrase why) -> {
          said(why);
          refusals.merge(why.key(), 1, Integer::sum);
          require(
              !why.key().equals("does-not-parse") && !why.key().equals("second-parser"),
              "it was the edit that broke it: %s",
              why);
        }
        case EditOutcome.AlreadySo(Phrase what) -> said(what);
        case EditOutcome.Ambiguous _, EditOutcome.OutOfBounds _ ->
            throw new AssertionError("no answer to a refactoring: " + outcome);
      }
    } catch (AssertionError | RuntimeException e) {
      faults.add(where + "\n    " + e);
    }
  }

  private static void said(Phrase phrase) {
    for (Language language : Language.values()) {
      require(!phrase.in(language).isBlank(), "nothing is said: %s", phrase);
    }
  }

  private static Edit wish(String text, SplittableRandom random) {
    List<Lexeme> words =
        Lexemes.of(text).stream()
            .filter(
                l -> l.kind() == Kind.WORD && !javax.lang.model.SourceVersion.isKeyword(l.text()))
            .toList();
    String word = words.get(random.nextInt(words.size())).text();
    String other = random.nextInt(8) == 0 ? words.getLast().text() : "quiteNew";
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> new Edit.Rename(word, other);
      case 3 -> new Edit.ExtractConstants(random.nextBoolean() ? null : "enterLong");
      case 4 -> new Edit.ExtractMethod(random.nextBoolean() ? null : "inTheMood");
      case 5 -> new Edit.Inline(word);
      case 6 -> new Edit.RemoveDeadCode();
      case 7 -> new Edit.Simplify();
      default -> new Edit.Document();
    };
  }

  private void held(String source, Edit edit, String text) {
    List<Lexeme> was = Lexemes.of(source);
    List<Lexeme> is = Lexemes.of(text);
    switch (edit) {
      case Edit.Rename(String from, String to) -> renamed(source, was, is, from, to, text);
      case Edit.Document _ ->
          require(
              Lexemes.squeezed(source).equals(Lexemes.squeezed(text))
                  && isWithin(comments(was), comments(is)),
              "more than comments came");
      case Edit.Simplify _ ->
          require(
              comments(was).equals(comments(is))
                  && Lexemes.code(text).size() < Lexemes.code(source).size(),
              "it is no shorter, or comments went");
      case Edit.ExtractConstants _, Edit.ExtractMethod _ ->
          require(comments(was).equals(comments(is)), "comments changed");
      case Edit.RemoveDeadCode _ ->
          require(
              isWithin(code(text), code(source)) && isWithin(comments(is), comments(was)),
              "something came");
      default -> require(isWithin(comments(is), comments(was)), "comments came");
    }
    lines(source, text);
  }

  private static void lines(String source, String text) {
    TreeSet<String> breaks = new TreeSet<>();
    Lexemes.of(source).stream()
        .filter(l -> l.kind() == Kind.BREAK)
        .forEach(l -> breaks.add(l.text()));
    Lexemes.of(text).stream()
        .filter(l -> l.kind() == Kind.BREAK)
        .forEach(l -> require(breaks.contains(l.text()), "another kind of line break"));
    require(
        text.lines().filter(l -> l.matches(".*[ \t]")).count()
            <= source.lines().filter(l -> l.matches(".*[ \t]")).count(),
        "blanks at the end of a new line");
  }

  private static List<String> comments(List<Lexeme> of) {
    return of.stream().filter(l -> l.kind() == Kind.COMMENT).map(Lexeme::text).toList();
  }

  private static List<String> code(String text) {
    return Lexemes.code(text).stream().map(Lexeme::text).toList();
  }

  private static boolean isWithin(List<String> few, List<String> many) {
    int at = 0;
    for (String word : many) {
      if (at < few.size() && few.get(at).equals(word)) {
        at++;
      }
    }
    return at == few.size();
  }

  /// One word became another in some places, and nothing else is different; back again it is the
  /// file it was.
  private void renamed(
      String source, List<Lexeme> was, List<Lexeme> is, String from, String to, String text) {
    require(was.size() == is.size(), "pieces came or went");
    for (int i = 0; i < was.size(); i++) {
      String now = is.get(i).text();
      require(
          was.get(i).text().equals(now) || was.get(i).text().equals(from) && now.equals(to),
          "%s became %s",
          was.get(i).text(),
          now);
    }
    EditOutcome back = editor.apply(text, List.of(new Edit.Rename(to, from)));
    boolean hidden = Declared.ofTheHouse().contains(from) || source.contains(" " + from + "(");
    require(
        hidden
            || back instanceof EditOutcome.NotPossible(Phrase why)
                && why.key().equals("name-in-use")
            || back instanceof EditOutcome.Edited(String old, List<Phrase> _) && old.equals(source),
        "back again it is %s",
        back);
  }

  private void compare() {
    if (inBatch.isEmpty()) {
      return;
    }
    Map<Integer, String> errors = batch.errors();
    errors.forEach((number, error) ->
        faults.add(
            inBatch.get(number).where() + "\n    " + error + "\n" + inBatch.get(number).text()));
    if (errors.isEmpty()) {
      inBatch.forEach((number, done) -> {
        List<String> wanted = decisions(done.name());
        int from = done.starts() ? first.get(done.name()) : 0;
        for (int i = 0; i < MARKETS.size(); i++) {
          String now = Trial.of(batch.strategy(number)).wander(MARKETS.get(i), BARS).toString();
          if (!now.substring(from).equals(wanted.get(i).substring(from))) {
            faults.add(done.where() + " decides otherwise\n" + done.text());
          }
        }
      });
    }
    batch = new Compiled();
    inBatch.clear();
  }

  /// What the strategy decided before anybody touched it.
  private List<String> decisions(String name) {
    return decided.computeIfAbsent(
        name,
        _ -> {
          Compiled alone = new Compiled();
          int number =
              alone.add(
                  sources.stream()
                      .filter(s -> s.name().equals(name))
                      .findFirst()
                      .orElseThrow()
                      .text());
          require(alone.errors().isEmpty(), "%s does not compile", name);
          List<String> all = new ArrayList<>();
          for (long market : MARKETS) {
            Decisions decisions = Trial.of(alone.strategy(number)).wander(market, BARS);
            first.put(name, decisions.firstDecisionBar());
            all.add(decisions.toString());
          }
          return all;
        });
  }

  String figures() {
    int all = outcomes.values().stream().mapToInt(i -> i).sum();
    return String.format(
        Locale.ROOT,
        "%d refactorings of %d layouts: %s; faults %d%nrefused for: %s%n"
            + "a refactoring takes %.1f ms on average%n",
        all,
        sources.size(),
        outcomes,
        faults.size(),
        refusals,
        nanos / 1e6 / all);
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    RefactoringRuns runs = new RefactoringRuns();
    runs.run(seed, wanted);
    runs.faults().forEach(out::println);
    out.print("from seed " + seed + ": " + runs.figures());
    System.exit(runs.faults().isEmpty() ? 0 : 1);
  }
}
