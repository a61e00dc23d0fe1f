package sorte.change.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a change to something can be felt in: all that use it, and all that use those; and the
/// tests among them.
///
/// A call of a method reaches those that override it, but only in types that the caller's own way
/// names: a test of one strategy does not reach the others for calling what they all override. What
/// is reached by a name in a text, as by reflection, is not seen.
public final class Impact {
  private final CodeIndex index;

  /// From each member to those that depend on it.
  private final Map<String, Set<String>> users = new HashMap<>();

  /// From each member to what it depends on, but for what overrides it.
  private final Map<String, Set<String>> needs = new HashMap<>();

  /// From each method to those that override it.
  private final Map<String, Set<String>> overriders = new HashMap<>();

  public Impact(CodeIndex index) {
    this.index = index;
    for (Reading reading : index.readings().values()) {
      reading.uses().forEach(this::add);
    }
    for (Declaration declaration : index.declarations().values()) {
      standing(declaration);
    }
  }

  /// One thing that a change can be felt in.
  ///
  /// @param distance uses between it and what was asked for: 1 uses it itself
  public record Felt(Declaration declaration, int distance) {}

  /// What a change can be felt in.
  ///
  /// @param users nearest first; tests are not among them
  /// @param tests that would have to be run
  public record Report(List<Felt> users, List<Declaration> tests) {}

  private void add(Use use) {
    String target = canonical(use.target());
    if (target.equals(use.within())) {
      return;
    }
    switch (use.manner()) {
      case OVERRIDES -> {
        if (index.declarations().containsKey(target)) {
          overriders.computeIfAbsent(target, _ -> new TreeSet<>()).add(use.within());
        } else {
          // what a library calls runs wherever the type is made
          edge(Keys.type(use.within()), use.within());
        }
      }
      case CREATES -> {
        edge(use.within(), target);
        edge(use.within(), Keys.type(use.target()));
      }
      case PERMITS -> {}
      default -> edge(use.within(), target);
    }
  }

  private String canonical(String target) {
    return index.declared(target).map(Declaration::key).orElse(target);
  }

  private void edge(String from, String to) {
    if (!from.equals(to)) {
      needs.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
      users.computeIfAbsent(to, _ -> new TreeSet<>()).add(from);
    }
  }

  /// What comes with a declaration without being written: a constructor runs what fields begin
  /// with, and a test what is run around it.
  private void standing(Declaration declaration) {
    switch (declaration.kind()) {
      case FIELD -> {
        if (needs.getOrDefault(declaration.key(), Set.of()).stream()
            .anyMatch(n -> n.contains("("))) {
          edge(declaration.owner(), declaration.key());
        }
      }
      case METHOD -> {
        if (declaration.role() == Declaration.Role.AROUND_TESTS) {
          edge(declaration.owner(), declaration.key());
        } else if (declaration.role() == Declaration.Role.TEST) {
          edge(declaration.key(), declaration.owner());
        }
      }
      default -> {}
    }
  }

  /// What a change to `changed` can be felt in. A type is all that it is made of.
  public Report of(Declaration changed) {
    Set<String> asked = whole(changed);
    Map<String, Integer> distances = reaching(asked);
    List<Felt> felt = new ArrayList<>();
    List<Declaration> tests = new ArrayList<>();
    distances.forEach((key, distance) -> {
      Declaration declaration = index.declarations().get(key);
      if (declaration == null || asked.contains(key)) {
        return;
      }
      if (declaration.role() == Declaration.Role.TEST) {
        tests.add(declaration);
      } else {
        felt.add(new Felt(declaration, distance));
      }
    });
    tests.addAll(
        asked.stream()
            .flatMap(k -> java.util.stream.Stream.ofNullable(index.declarations().get(k)))
            .filter(d -> d.role() == Declaration.Role.TEST)
            .toList());
    tests.removeIf(test -> !reaches(test.key(), asked));
    felt.sort(Comparator.comparingInt(Felt::distance).thenComparing(f -> f.declaration().key()));
    tests.sort(Comparator.comparing(Declaration::path).thenComparingInt(Declaration::line));
    return new Report(List.copyOf(felt), List.copyOf(tests));
  }

  private Set<String> whole(Declaration declaration) {
    Set<String> keys = new TreeSet<>();
    keys.add(declaration.key());
    if (declaration.kind().isType()) {
      for (Declaration member : index.members(declaration)) {
        keys.addAll(whole(member));
      }
    }
    return keys;
  }

  /// Everything from which `asked` may be reached, with the fewest uses between.
  private Map<String, Integer> reaching(Set<String> asked) {
    Map<String, Set<String>> overridden = new HashMap<>();
    overriders.forEach((above, below) ->
        below.forEach(b -> overridden.computeIfAbsent(b, _ -> new TreeSet<>()).add(above)));
    Map<String, Integer> distances = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(asked);
    asked.forEach(key -> distances.put(key, 0));
    while (!open.isEmpty()) {
      String key = open.poll();
      int next = 1 + distances.getOrDefault(key, 0);
      Set<String> felt = new TreeSet<>(users.getOrDefault(key, Set.of()));
      felt.addAll(overridden.getOrDefault(key, Set.of()));
      if (asked.contains(key)) {
        // they must go on overriding it; what only calls it asks nothing of its own overriders
        felt.addAll(overriders.getOrDefault(key, Set.of()));
      }
      for (String user : felt) {
        if (distances.putIfAbsent(user, next) == null) {
          open.add(user);
        }
      }
    }
    return distances;
  }

  /// Whether running `test` can run one of `asked`.
  private boolean reaches(String test, Set<String> asked) {
    Way way = new Way();
    way.to(test);
    while (!way.open.isEmpty()) {
      String key = way.open.poll();
      if (asked.contains(key)) {
        return true;
      }
      needs.getOrDefault(key, Set.of()).forEach(way::to);
      for (String overrider : overriders.getOrDefault(key, Set.of())) {
        way.toOverrider(overrider);
      }
    }
    return false;
  }

  /// What has been reached on the way from a test, and the overriders that wait for their type.
  private static final class Way {
    private final Set<String> seen = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Map<String, Collection<String>> waiting = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    void to(String key) {
      if (!seen.add(key)) {
        return;
      }
      open.add(key);
      String type = Keys.type(key);
      if (types.add(type)) {
        Collection<String> waited = waiting.remove(type);
        if (waited != null) {
          waited.forEach(this::to);
        }
      }
    }

    void toOverrider(String key) {
      String type = Keys.type(key);
      if (types.contains(type)) {
        to(key);
      } else {
        waiting.computeIfAbsent(type, _ -> new ArrayList<>()).add(key);
      }
    }
  }
}
