package sorte.change.edit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.change.request.Language;

/// Edits drawn by a seed, put to many layouts, each held to every guarantee of the editor. A seed
/// that fails is printed and gives the same edit again.
final class EditRuns {
  /// So many results are compiled in one go.
  private static final int BATCH = 250;

  private final List<Layouts.Source> sources = Layouts.all();
  private final Editor editor = new Editor();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<Long> nanos = new ArrayList<>();
  private final Map<Integer, String> inBatch = new TreeMap<>();
  private Compiled batch = new Compiled();
  private int undone;
  private String last = "";

  /// What was found wrong, with the seed that shows it again.
  List<String> faults() {
    return List.copyOf(faults);
  }

  int edited() {
    return outcomes.getOrDefault("Edited", 0);
  }

  int layouts() {
    return sources.size();
  }

  /// Edits until `wanted` of them changed something.
  void run(long firstSeed, int wanted) {
    for (long seed = firstSeed; edited() < wanted; seed++) {
      one(seed);
      if (inBatch.size() >= BATCH) {
        compile();
      }
    }
    compile();
  }

  private void one(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Layouts.Source source = sources.get(random.nextInt(sources.size()));
    List<Edit> edits = new Wishes(random).some(source.text());
    last = "";
    String where = "seed %d: %s on %s".formatted(seed, edits, source.name());
    try {
      TreeSet<String> claimed = new TreeSet<>();
      long start = System.nanoTime();
      EditOutcome outcome = editor.apply(source.text(), edits, claimed);
      nanos.add(System.nanoTime() - start);
      outcomes.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
      switch (outcome) {
        case EditOutcome.Edited(String text, List<Phrase> facts) -> {
          last = text;
          said(facts);
          held(source.text(), edits, text, claimed);
          inBatch.put(batch.add(text), where + "\n" + text);
        }
        case EditOutcome.NotPossible(Phrase why) -> {
          said(List.of(why));
          refusals.merge(why.key(), 1, Integer::sum);
          Guarantees.require(
              !why.key().equals("does-not-parse") && !why.key().equals("second-parser"),
              "it was the edit that broke it: %s",
              why);
        }
        case EditOutcome.AlreadySo(Phrase what) -> said(List.of(what));
        case EditOutcome.Ambiguous(Phrase question, List<Phrase> options) -> {
          said(List.of(question));
          said(options);
        }
        case EditOutcome.OutOfBounds out ->
            Guarantees.require(
                out.asked().compareTo(out.min()) < 0 || out.asked().compareTo(out.max()) > 0,
                "%s is within",
                out);
      }
    } catch (AssertionError | RuntimeException e) {
      faults.add(where + "\n    " + e + (last.isEmpty() ? "" : "\n" + last));
    }
  }

  private static void said(List<Phrase> phrases) {
    for (Phrase phrase : phrases) {
      for (Language language : Language.values()) {
        Guarantees.require(!phrase.in(language).isBlank(), "nothing is said: %s", phrase);
      }
    }
  }

  private void held(String source, List<Edit> edits, String text, TreeSet<String> claimed) {
    Guarantees.require(source.startsWith("\uFEFF") == text.startsWith("\uFEFF"), "the mark went");
    Outline before = Outline.of(source);
    Outline after = Outline.of(text);
    boolean removes =
        edits.stream()
            .anyMatch(e -> e instanceof Edit.RemoveCondition || e instanceof Edit.SetRule);
    var changed = new Guarantees(before, after, claimed).hold(removes);
    if (edits.size() == 1) {
      Edit edit = edits.getFirst();
      new Sense(before, after, changed).hold(edit);
      if (!(edit instanceof Edit.ScaleParameter) && !(edit instanceof Edit.ShiftParameter)) {
        EditOutcome again = editor.apply(text, edits);
        Guarantees.require(!(again instanceof EditOutcome.Edited), "twice is not once: %s", again);
      }
      undone(source, edit, text, before);
    }
  }

  /// Sets the value back that there was.
  private void undone(String source, Edit edit, String text, Outline before) {
    if (edit instanceof Edit.SetParameter set) {
      String then = new Meaning(before).parameters().get(set.parameter());
      if (then == null
          || !then.matches("[0-9.]+")
          || !before
              .text()
              .matches("(?s).*[= (]" + java.util.regex.Pattern.quote(then) + "[,) ].*")) {
        return;
      }
      EditOutcome back =
          editor.apply(
              text,
              List.of(new Edit.SetParameter(set.parameter(), new java.math.BigDecimal(then))));
      Guarantees.require(
          back instanceof EditOutcome.Edited(String old, List<Phrase> _)
              && (old.equals(source) || !Lexemes.squeezed(source).contains(" " + then + " ")),
          "undone it is another file: %s",
          back);
      undone++;
    }
  }

  private void compile() {
    if (inBatch.isEmpty()) {
      return;
    }
    Map<Integer, String> errors = batch.errors();
    errors.forEach((number, error) -> faults.add(inBatch.get(number) + "\n    " + error));
    batch = new Compiled();
    inBatch.clear();
  }

  /// The figures, for whoever reads them.
  String figures() {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%d edits of %d layouts: %s; %d undone by their opposite; faults %d%n"
            + "refused for: %s%n"
            + "an edit takes: median %.1f ms, 99 of 100 within %.1f ms, longest %.1f ms%n",
        sorted.length,
        sources.size(),
        outcomes,
        undone,
        faults.size(),
        refusals,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    EditRuns runs = new EditRuns();
    runs.run(seed, wanted);
    runs.faults().forEach(out::println);
    out.print("from seed " + seed + ": " + runs.figures());
    System.exit(runs.faults().isEmpty() ? 0 : 1);
  }
}
