package sorte.change.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a sentence that asks for another name of a parameter or of a strategy, and for nothing
/// else: "rename the parameter stop-loss to max-loss in ema-cross". Names are taken as they are
/// written, whatever else their words may mean.
final class RenameGrammar {
  private static final String WORDS = "lexicon/rename.txt";
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*([.-][A-Za-z0-9_]+)*";

  /// Words of one name.
  private static final int WORDS_MOST = 3;

  private final Map<String, Set<String>> meanings;

  private RenameGrammar(Map<String, Set<String>> meanings) {
    this.meanings = meanings;
  }

  static RenameGrammar load() {
    Map<String, Set<String>> meanings = new TreeMap<>();
    String section = "";
    for (String line : resource().lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        meanings.computeIfAbsent(section, _ -> new TreeSet<>()).add(line);
      }
    }
    return new RenameGrammar(meanings);
  }

  private static String resource() {
    try (InputStream in = RenameGrammar.class.getResourceAsStream(WORDS)) {
      if (in == null) {
        throw new IllegalStateException("the words of a renaming are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean is(String meaning, List<String> words, int i) {
    return i >= 0
        && i < words.size()
        && meanings.getOrDefault(meaning, Set.of()).contains(Token.fold(words.get(i)));
  }

  /// What the whole sentence asks for, if it is that.
  Optional<Action> read(String sentence) {
    int first = sentence.strip().indexOf(' ');
    if (first < 0 || !is("verb", List.of(sentence.strip().substring(0, first)), 0)) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (String word : sentence.strip().split("\\s+", -1)) {
      String bare = word.replaceAll("^[\"'`(]+|[\"'`).,;:!?]+$", "");
      if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
    int from = is("article", words, 1) ? 2 : 1;
    boolean parameter = is("parameter", words, from);
    boolean strategy = is("strategy", words, from);
    from += parameter || strategy ? 1 : 0;
    String in = strategyAtTheEnd(words);
    int end = in == null ? words.size() : beforeStrategy(words);
    int to = -1;
    for (int i = from + 1; i < end; i++) {
      if (is("to", words, i)) {
        if (to >= 0) {
          return Optional.empty();
        }
        to = i;
      }
    }
    String target = to < 0 ? null : name(words.subList(from, to));
    String other = to < 0 ? null : name(words.subList(to + 1, end));
    if (target == null || other == null) {
      return Optional.empty();
    }
    // a plain word may be of any kind: what is not told to be a parameter is read elsewhere
    boolean spoken = (target + other).matches(".*[.-].*") && target.indexOf(' ') < 0;
    boolean single = to == from + 1 && end == to + 2;
    return parameter || strategy || spoken && single
        ? Optional.of(new Action.Refactor(in, RefactoringKind.RENAME, target, other))
        : Optional.empty();
  }

  /// `in ema-cross`, `na estratégia ema-cross`, `da EmaCross`.
  private @Nullable String strategyAtTheEnd(List<String> words) {
    String last = words.getLast();
    boolean named = last.matches(NAME) && (last.indexOf('-') > 0 || last.matches("[A-Z].*[a-z].*"));
    return named && beforeStrategy(words) > 0 ? last : null;
  }

  /// Where the words that lead to the last one begin; -1 where none do.
  private int beforeStrategy(List<String> words) {
    int at = words.size() - 2;
    at -= is("strategy", words, at) ? 1 : 0;
    at -= is("article", words, at) ? 1 : 0;
    return is("in", words, at) ? at : -1;
  }

  private static @Nullable String name(List<String> words) {
    if (words.isEmpty() || words.size() > WORDS_MOST) {
      return null;
    }
    String name = String.join("-", words);
    return name.matches(NAME) ? name : null;
  }
}
