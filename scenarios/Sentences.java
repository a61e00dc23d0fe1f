import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sorte.change.request.Context;
import sorte.change.request.Interpreter;
import sorte.change.request.Language;
import sorte.change.request.PlanJson;

/// Examines the interpreter on files of sentences (`text`, `expect`), for `scenarios/sentences`: one object for each file.
public final class Sentences {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FREE =
      List.of("question", "options", "reason", "confidence", "interpreter", "leftOut");

  /// Rounds before times are taken: the code is warm then.
  private static final int WARM_UP = 20;

  private final Interpreter interpreter = Interpreter.embedded();
  private final Context owner = Context.in(Language.EN);
  private final boolean misses;
  private final PrintStream out;

  /// For each language: sentences, exact, asked, refused, wrong, other language.
  private final Map<String, int[]> counts = new TreeMap<>();

  private Sentences(boolean misses, PrintStream out) {
    this.misses = misses;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> files = new ArrayList<>(List.of(arguments));
    boolean misses = files.remove("--misses");
    for (String file : files) {
      out.println(Path.of(file).getFileName());
      new Sentences(misses, out).take(Files.readAllLines(Path.of(file)));
    }
  }

  private void take(List<String> lines) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        JsonNode sentence = JSON.readTree(line);
        texts.add(sentence.get("text").asText());
        one(texts.getLast(), sentence.get("expect"));
      }
    }
    counts.forEach(
        (language, n) ->
            out.printf(
                Locale.ROOT,
                "  %s: %d sentences, exact %.1f %%, asked instead %.1f %%, refused instead %.1f %%,"
                    + " wrong action %.1f %%, right in the other language %.1f %%%n",
                language,
                n[0],
                100.0 * n[1] / n[0],
                100.0 * n[2] / n[0],
                100.0 * n[3] / n[0],
                100.0 * n[4] / n[0],
                100.0 * n[5] / n[0]));
    time(texts);
  }

  private void one(String text, JsonNode wanted) throws IOException {
    int[] n = counts.computeIfAbsent(wanted.get("language").asText(), _ -> new int[6]);
    n[0]++;
    ObjectNode seen =
        (ObjectNode)
            JSON.readTree(PlanJson.write(interpreter.interpret(text, owner)).toString());
    String kind = seen.get("kind").asText();
    seen.remove(FREE);
    if (equal(seen, wanted)) {
      n[1]++;
      return;
    }
    if (misses) {
      out.println("  " + text + "\n    wanted " + wanted + "\n    seen   " + seen);
    }
    seen.set("language", wanted.get("language"));
    n[equal(seen, wanted) ? 5 : kind.equals("clarify") ? 2 : kind.equals("refuse") ? 3 : 4]++;
  }

  private static boolean equal(JsonNode seen, JsonNode wanted) {
    return seen.equals((a, b) -> same(a, b) ? 0 : 1, wanted);
  }

  private static boolean same(JsonNode a, JsonNode b) {
    return a.isNumber() && b.isNumber()
        ? Math.abs(a.doubleValue() - b.doubleValue()) < 1e-9
        : a.equals(b);
  }

  private void time(List<String> texts) {
    for (int round = 0; round < WARM_UP; round++) {
      texts.forEach(text -> interpreter.interpret(text, owner));
    }
    long[] nanos = new long[texts.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      interpreter.interpret(texts.get(i), owner);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "  warm: median %.3f ms, 99 of 100 within %.3f ms, longest %.3f ms, %.0f a second%n",
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        1e9 * nanos.length / Arrays.stream(nanos).sum());
  }
}
