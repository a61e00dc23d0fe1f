package sorte.change.request.refusal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The rules of the house that no sentence may break. They are data (`refusal/rules.txt`): groups
/// of words, and rules that name groups which must not come near each other. They are matched on
/// folded words before any grammar, so that one forbidden part refuses the whole sentence.
public final class Rulebook {
  private record Ban(String name, int window, List<String> groups) {}

  private final Map<String, List<String>> groups = new TreeMap<>();
  private final List<Ban> bans = new ArrayList<>();

  private Rulebook() {}

  public static Rulebook load() {
    Rulebook book = new Rulebook();
    String resource = "/sorte/change/request/refusal/rules.txt";
    try (InputStream in = Rulebook.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no rules at " + resource + ": nothing can be judged");
      }
      book.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (book.bans.isEmpty()) {
      throw new IllegalStateException("no rule in " + resource + ": nothing can be judged");
    }
    return book;
  }

  private void read(BufferedReader lines) throws IOException {
    String heading = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (text.startsWith("[")) {
        heading = text.substring(1, text.length() - 1);
      } else if (heading.startsWith("rule ")) {
        String[] parts = heading.split(" ");
        bans.add(new Ban(parts[1], Integer.parseInt(parts[2]), List.of(text.split(" "))));
      } else {
        groups.computeIfAbsent(heading, _ -> new ArrayList<>()).add(text);
      }
    }
    for (Ban ban : bans) {
      for (String group : ban.groups()) {
        if (!groups.containsKey(group)) {
          throw new IllegalStateException(
              "rule " + ban.name() + " names the group \"" + group + "\", which has no words");
        }
      }
    }
  }

  /// The name of the first rule that these words (folded: lower case, no accents) break.
  public Optional<String> broken(List<String> words) {
    Map<String, Set<String>> known = new HashMap<>();
    List<Set<String>> memberships =
        words.stream().map(word -> known.computeIfAbsent(word, this::groupsOf)).toList();
    for (Ban ban : bans) {
      if (breaks(ban, memberships)) {
        return Optional.of(ban.name());
      }
    }
    return Optional.empty();
  }

  private Set<String> groupsOf(String word) {
    return groups.keySet().stream()
        .filter(group -> matches(group, word))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a word asks for work on source code, where class names may be called anything.
  public boolean speaksOfCode(String word) {
    return matches("code", word);
  }

  private static boolean breaks(Ban ban, List<Set<String>> words) {
    for (int start = 0; start < words.size(); start++) {
      if (ban.groups().stream().noneMatch(words.get(start)::contains)) {
        continue;
      }
      List<Set<String>> near =
          words.subList(start, Math.min(words.size(), start + ban.window() + 1));
      boolean all = ban.groups().stream().allMatch(g -> near.stream().anyMatch(w -> w.contains(g)));
      if (all) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String group, String word) {
    for (String pattern : groups.getOrDefault(group, List.of())) {
      boolean prefix = pattern.endsWith("*");
      if (prefix
          ? word.startsWith(pattern.substring(0, pattern.length() - 1))
          : word.equals(pattern)) {
        return true;
      }
    }
    return false;
  }
}
