package sorte.change.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The words of one language, read from `lexicon/any.txt` and `lexicon/CODE.txt`: a heading in
/// brackets says what is meant, each line under it is one way to say it.
final class Lexicon {
  static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final Set<Concept> concepts = new LinkedHashSet<>();
  }

  /// The longest word that spelling is forgiven in; longer ones are not words.
  private static final int LONGEST_WORD = 24;

  /// The heading of short forms: under `[short hoje]` stands `hj`.
  private static final String SHORT = "short ";

  private final Node root = new Node();
  private final Map<String, String> shorts = new TreeMap<>();
  private final Set<String> articles = new TreeSet<>();

  /// Articles that speak of what was named: `close its positions`.
  private final Set<String> possessives = new TreeSet<>();

  /// How words end that tell of what was or would be: `mudei` is no misspelt `mude`.
  private final Set<String> endings = new TreeSet<>();

  private final Map<Integer, Set<String>> byLength = new TreeMap<>();
  private final Set<String> words = new TreeSet<>();
  private final Set<String> exact = new TreeSet<>();

  static Lexicon load(Language language) {
    Lexicon lexicon = new Lexicon();
    List<String[]> entries = new ArrayList<>();
    lexicon.read("any", entries);
    lexicon.read(language.code(), entries);
    for (String[] entry : entries) {
      if (entry[0].startsWith(SHORT)) {
        lexicon.shorts.put(entry[1], entry[0].substring(SHORT.length()));
        lexicon.exact.add(entry[1]);
        lexicon.words.add(entry[1]);
      } else if (!entry[0].equals("ending")) {
        lexicon.add(Concept.of(entry[0]), entry[1]);
      }
    }
    for (String word : lexicon.words) {
      if (!lexicon.exact.contains(word)) {
        lexicon.byLength.computeIfAbsent(word.length(), _ -> new TreeSet<>()).add(word);
      }
    }
    return lexicon;
  }

  private void read(String name, List<String[]> entries) {
    String resource = "lexicon/" + name + ".txt";
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no lexicon at " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String heading = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = line.strip();
        if (text.startsWith("[")) {
          heading = text.substring(1, text.length() - 1);
        } else if (!text.isEmpty() && !(text.startsWith("# "))) {
          for (String phrase : alternatives(text)) {
            entries.add(new String[] {heading, phrase});
            if (heading.equals("article")) {
              articles.add(phrase);
            }
            if (heading.equals("possessive")) {
              articles.add(phrase);
              possessives.add(phrase);
            }
            if (heading.equals("ending")) {
              endings.add(phrase);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `baix{a|ar}` gives `baixa` and `baixar`.
  static List<String> alternatives(String text) {
    int open = text.indexOf('{');
    if (open < 0) {
      return List.of(text);
    }
    int shut = text.indexOf('}', open);
    List<String> all = new ArrayList<>();
    for (String choice : text.substring(open + 1, shut).split("\\|", -1)) {
      all.addAll(alternatives(text.substring(0, open) + choice + text.substring(shut + 1)));
    }
    return all;
  }

  private void add(Concept concept, String phrase) {
    List<String> steps = new ArrayList<>();
    for (Token token : Token.cut(phrase)) {
      if (!articles.contains(token.folded())) {
        steps.add(token.folded());
      }
    }
    if (steps.isEmpty() && concept.kind().equals("number")) {
      steps.add(Token.fold(phrase)); // "um" and "uma" count where a unit follows
    }
    if (steps.isEmpty()) {
      return;
    }
    Node node = root;
    for (String step : steps) {
      node = node.next.computeIfAbsent(step, _ -> new Node());
      words.add(step);
      if (concept.kind().equals("number")
          || concept.kind().equals("neg")
          || concept.kind().equals("other")
          || concept.kind().equals("unless")
          || concept.kind().equals("fraction")) {
        exact.add(step);
      }
    }
    node.concepts.add(concept);
  }

  /// The word that a short form stands for; null where it is none.
  @Nullable String whole(String word) {
    return shorts.get(word);
  }

  Node root() {
    return root;
  }

  boolean isArticle(String word) {
    return articles.contains(word);
  }

  boolean isPossessive(String word) {
    return possessives.contains(word);
  }

  boolean knows(String word) {
    return words.contains(word) || articles.contains(word);
  }

  /// What a single word can mean.
  Set<Concept> meanings(String word) {
    Node node = root.next.get(word);
    return node == null ? Set.of() : node.concepts;
  }

  /// The word that a misspelt one must be: the only one near enough. Numbers and negations are
  /// never guessed.
  @Nullable String corrected(String word) {
    if (word.length() < 5 || word.length() > LONGEST_WORD) {
      return null;
    }
    int limit = word.length() >= 9 ? 2 : 1;
    for (int distance = 1; distance <= limit; distance++) {
      Set<String> near = near(word, distance);
      if (!near.isEmpty()) {
        return onlyReading(word, near);
      }
    }
    return null;
  }

  /// Another form of the same verb says something else: that is no mistake of spelling.
  private boolean inflected(String word, String meant) {
    boolean done =
        meanings(meant).stream()
            .anyMatch(c -> Set.of("verb", "trade", "command", "scale").contains(c.kind()));
    return done && endings.stream().anyMatch(e -> word.endsWith(e) && !meant.endsWith(e));
  }

  private Set<String> near(String word, int distance) {
    Set<String> near = new TreeSet<>();
    for (int length = word.length() - distance; length <= word.length() + distance; length++) {
      for (String candidate : byLength.getOrDefault(length, Set.of())) {
        if (candidate.length() >= 4
            && candidate.charAt(0) == word.charAt(0)
            && EditDistance.within(word, candidate, distance)) {
          near.add(candidate);
        }
      }
    }
    return near;
  }

  private @Nullable String onlyReading(String word, Set<String> near) {
    String first = near.iterator().next();
    for (String other : near) {
      if (!meanings(other).equals(meanings(first))
          || meanings(first).isEmpty() && near.size() > 1) {
        return null;
      }
    }
    return inflected(word, first) ? null : first;
  }
}
