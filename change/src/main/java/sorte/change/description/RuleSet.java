package sorte.change.description;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.change.description.Place.Side;
import sorte.change.design.Mirror;
import sorte.change.design.Test;

/// The entries (or exits) said so far: tests that must hold for any, and alternatives of which one
/// is enough, for each side.
final class RuleSet {
  private final Map<Side, List<Test>> common = new EnumMap<>(Side.class);
  private final Map<Side, List<Test>> alternatives = new EnumMap<>(Side.class);

  private final Map<Test, String> words = new java.util.LinkedHashMap<>();

  /// The sentence that is being read.
  String sentence = "";

  RuleSet() {
    for (Side side : Side.values()) {
      common.put(side, new ArrayList<>());
      alternatives.put(side, new ArrayList<>());
    }
  }

  void common(Side side, Test test) {
    words.putIfAbsent(test, sentence);
    at(common, side).add(test);
  }

  void alternative(Side side, Test test) {
    words.putIfAbsent(test, sentence);
    if (!at(alternatives, side).contains(test)) {
      at(alternatives, side).add(test);
    }
  }

  private static List<Test> at(Map<Side, List<Test>> of, Side side) {
    return of.computeIfAbsent(side, _ -> new ArrayList<>());
  }

  boolean says(Side side) {
    return !at(common, side).isEmpty() || !at(alternatives, side).isEmpty();
  }

  /// What was said of no side, and cannot be meant of both alike, word for word.
  List<String> uneven(boolean alternativesToo) {
    List<Test> shared = new ArrayList<>(at(common, Side.NEITHER));
    if (alternativesToo) {
      shared.addAll(at(alternatives, Side.NEITHER));
    }
    return shared.stream()
        .filter(test -> !Mirror.even(test))
        .map(test -> words.getOrDefault(test, ""))
        .toList();
  }

  boolean empty() {
    return !says(Side.LONG) && !says(Side.SHORT) && !says(Side.NEITHER);
  }

  /// The rule of a side, with what was said for either. `shared` tells whether what was said of no
  /// side is for this one.
  Optional<Test> of(Side side, boolean shared) {
    List<Test> all = new ArrayList<>(at(common, side));
    List<Test> any = new ArrayList<>(at(alternatives, side));
    if (shared) {
      all.addAll(at(common, Side.NEITHER));
      any.addAll(at(alternatives, Side.NEITHER));
    }
    if (!any.isEmpty()) {
      all.add(Test.any(any));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(Test.all(all));
  }

  /// The same for the other side, mirrored; false where there is no mirror image.
  boolean mirrored(Side from, Side to) {
    List<Test> all = new ArrayList<>();
    List<Test> any = new ArrayList<>();
    for (Test test : at(common, from)) {
      Optional<Test> other = Mirror.of(test);
      if (other.isEmpty()) {
        return false;
      }
      all.add(other.get());
    }
    for (Test test : at(alternatives, from)) {
      Optional<Test> other = Mirror.of(test);
      if (other.isEmpty()) {
        return false;
      }
      any.add(other.get());
    }
    all.forEach(t -> common(to, t));
    any.forEach(t -> alternative(to, t));
    return !all.isEmpty() || !any.isEmpty();
  }
}
