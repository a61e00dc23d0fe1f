package sorte.guardian;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is to be judged: a base tree and the files that change in it.
///
/// @param change the change's id, or empty
/// @param origin who wants it
/// @param base the text of each file of the base tree, by path
/// @param files the new text of each file that changes, by path; empty where it goes
/// @param plan the plan it carries out, or a missing node
/// @param strategy its name, for example `ema-cross`; empty where nobody said
public record Candidate(
    String change,
    Origin origin,
    SortedMap<String, String> base,
    SortedMap<String, Optional<String>> files,
    JsonNode plan,
    String strategy) {

  /// Who wants a change.
  public enum Origin {
    /// A person asked for it.
    PERSON,
    /// A person wrote it with their own hands: what tests they have is theirs to change.
    HAND,
    /// Sorte itself: it must also prove that it is better.
    OWN,
    /// Nobody yet: one file is looked at, and nothing becomes of it.
    CHECK
  }

  public Candidate {
    base = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(base));
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// The tree that the change would make.
  public SortedMap<String, String> tree() {
    SortedMap<String, String> tree = new TreeMap<>(base);
    files.forEach((path, text) -> {
      if (text.isPresent()) {
        tree.put(path, text.get());
      } else {
        tree.remove(path);
      }
    });
    return tree;
  }
}
