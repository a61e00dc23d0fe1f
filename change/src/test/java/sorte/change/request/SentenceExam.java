package sorte.change.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the interpreter to the sentences of a JSONL file (`text`, `expect`) and counts exact plans,
/// questions asked where a plan was wanted, and wrong actions, for each language.
public final class SentenceExam {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FREE =
      List.of("question", "options", "reason", "confidence", "interpreter", "leftOut");

  /// What came out for one language. Wrong: acted where it should not, or acted otherwise.
  /// `language`: the right actions, but answered in the other language.
  record Result(int sentences, int exact, int questions, int wrong, int refusals, int language) {
    double exactRate() {
      return sentences == 0 ? 0 : (double) exact / sentences;
    }

    Result plus(Result other) {
      return new Result(
          sentences + other.sentences,
          exact + other.exact,
          questions + other.questions,
          wrong + other.wrong,
          refusals + other.refusals,
          language + other.language);
    }
  }

  private final Interpreter interpreter;
  private final List<String> misses = new ArrayList<>();

  SentenceExam(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  public static void main(String[] files) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : files) {
      boolean quiet = file.startsWith("-");
      SentenceExam exam = new SentenceExam(Interpreter.embedded());
      Map<String, Result> results =
          exam.take(Files.readAllLines(Path.of(quiet ? file.substring(1) : file)));
      if (!quiet) {
        exam.misses.forEach(out::println);
      }
      results.forEach((language, r) -> out.println(line(language, r)));
    }
  }

  private static String line(String language, Result r) {
    return String.format(
        java.util.Locale.ROOT,
        "%s: %d sentences, exact %.1f %%, asked instead %.1f %%, refused instead %.1f %%, wrong"
            + " action %.1f %%, right but in the other language %.1f %%",
        language,
        r.sentences(),
        100 * r.exactRate(),
        100.0 * r.questions() / r.sentences(),
        100.0 * r.refusals() / r.sentences(),
        100.0 * r.wrong() / r.sentences(),
        100.0 * r.language() / r.sentences());
  }

  Map<String, Result> take(List<String> lines) throws IOException {
    Map<String, Result> results = new TreeMap<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        JsonNode sentence = JSON.readTree(line);
        String language = sentence.get("expect").get("language").asText();
        results.merge(language, one(sentence), Result::plus);
      }
    }
    return results;
  }

  List<String> misses() {
    return misses;
  }

  private Result one(JsonNode sentence) throws IOException {
    String text = sentence.get("text").asText();
    JsonNode wanted = sentence.get("expect");
    ObjectNode written = PlanJson.write(interpreter.interpret(text, Context.in(Language.EN)));
    ObjectNode seen = (ObjectNode) JSON.readTree(written.toString());
    seen.remove(FREE);
    if (seen.equals((a, b) -> same(a, b) ? 0 : 1, wanted)) {
      return new Result(1, 1, 0, 0, 0, 0);
    }
    misses.add(text + "\n    wanted " + wanted + "\n    seen   " + written);
    seen.set("language", wanted.get("language"));
    if (seen.equals((a, b) -> same(a, b) ? 0 : 1, wanted)) {
      return new Result(1, 0, 0, 0, 0, 1);
    }
    return switch (seen.get("kind").asText()) {
      case "plan" -> new Result(1, 0, 0, 1, 0, 0);
      case "clarify" -> new Result(1, 0, 1, 0, 0, 0);
      default -> new Result(1, 0, 0, 0, 1, 0);
    };
  }

  private static boolean same(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Math.abs(a.doubleValue() - b.doubleValue()) < 1e-9;
    }
    return a.equals(b);
  }
}
