package sorte.change.description;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Value;

/// What a text has said of its indicators so far: their numbers, which is the fast one, the names
/// it gives to what it computes. A name that could not be read spoils what uses it.
final class Known {
  private final Map<String, Set<List<Double>>> numbers = new HashMap<>();
  private final Map<String, Value> fast = new HashMap<>();
  private final Map<String, Value> slow = new HashMap<>();
  private final Map<String, Optional<Value>> defined = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Value> averages = new HashMap<>();

  /// Whether a crossing from either side is meant where none is named: so it is of what ends a
  /// trade.
  boolean either = true;

  /// Whether a day is a bar.
  boolean daily;

  /// The time zone of the hours that the text names; empty for the owner's.
  String zone = "";

  /// How many minutes a bar is; 0 where the text does not say, or where a bar is a day and more.
  int barMinutes;

  /// The minute of the day at which the session ends that the text names; -1 where it names none.
  double sessionEnd = -1;

  /// The exchange's session that the text names, where it says no hours of its own.
  Optional<Sessions.Session> session = Optional.empty();

  /// What the last name of the text stands for: "this estimate".
  Optional<Value> latest = Optional.empty();

  /// What "it" stands for in the sentence at hand.
  Optional<Value> it = Optional.empty();

  private final Map<String, sorte.change.design.Test> tests = new HashMap<>();
  final Flags flags = new Flags();

  private final Map<String, String> aliases = new HashMap<>();

  /// The sentences that a flag hangs on.
  private final Map<String, Set<String>> said = new HashMap<>();

  /// The flags by the codes of their names.
  private final Map<String, String> raised = new HashMap<>();

  private final Map<String, String> unused = new HashMap<>();
  private List<Value> crossed = List.of();
  private List<Value> both = List.of();
  private final Set<sorte.change.design.Test> ofVolume = new LinkedHashSet<>();
  private final Set<String> spoiled = new LinkedHashSet<>();
  private final Set<String> channels = new LinkedHashSet<>();

  /// An indicator of this code was said with its numbers.
  void saw(String code, List<Double> said, Value value) {
    numbers.computeIfAbsent(code, _ -> new LinkedHashSet<>()).add(said);
    if (code.equals("SMA") || code.equals("EMA") || code.equals("WMA") || code.equals("MA")) {
      averages.put(code + said + value, value);
    }
    channel(code);
  }

  /// A channel was spoken of.
  void channel(String code) {
    if (code.equals("BB") || code.equals("DC") || code.equals("KC")) {
      channels.add(code);
    }
  }

  void speed(boolean quick, String code, Value value) {
    (quick ? fast : slow).put(code, value);
    (quick ? fast : slow).put("", value);
  }

  Optional<Value> speed(boolean quick, String code) {
    return Optional.ofNullable((quick ? fast : slow).get(code));
  }

  /// The numbers that an indicator has throughout the text, where it has the same everywhere.
  Optional<List<Double>> numbers(String code) {
    Set<List<Double>> said = numbers.getOrDefault(code, Set.of());
    return said.size() == 1 ? Optional.of(said.iterator().next()) : Optional.empty();
  }

  /// Whether an indicator has the same numbers throughout the text.
  boolean numbersOf(String code) {
    return numbers(code).isPresent();
  }

  /// Two values that were spoken of as both.
  void pair(Value first, Value second) {
    both = List.of(first, second);
  }

  List<Value> pair() {
    return both;
  }

  /// Two lines whose crossing was spoken of.
  void crossed(Value left, Value right) {
    crossed = List.of(left, right);
  }

  List<Value> crossed() {
    return crossed;
  }

  /// What was said of an indicator's numbers was not understood: it has none that are usual.
  void spoil(String code) {
    spoiled.add(code);
  }

  boolean spoiled(String code) {
    return spoiled.contains(code);
  }

  /// Whether an indicator was said with more than one set of numbers.
  boolean several(String code) {
    return numbers.getOrDefault(code, Set.of()).size() > 1;
  }

  /// The only average of the price that the text speaks of.
  Optional<Value> average() {
    Set<Value> all = new LinkedHashSet<>(averages.values());
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /// The only channel that the text speaks of.
  Optional<String> channel() {
    return channels.size() == 1 ? Optional.of(channels.iterator().next()) : Optional.empty();
  }

  /// A test was read: one of the volume may be spoken of later without its number.
  void spoke(sorte.change.design.Test test) {
    if (test instanceof sorte.change.design.Test.Compare c
        && c.left().equals(new Value.Price("volume"))) {
      ofVolume.add(test);
    }
  }

  /// The only test of the volume that the text has said so far.
  sorte.change.design.@Nullable Test spokenOfVolume() {
    return ofVolume.size() == 1 ? ofVolume.iterator().next() : null;
  }

  /// A name of the text's own; empty where what it stands for was not understood.
  void define(String words, Optional<Value> value) {
    String code = "NAME:" + words;
    names.put(words, code);
    defined.put(code, value);
  }

  /// A name of the text's own for a test, with the sentence that gives it.
  void define(String words, sorte.change.design.Test test, String sentence) {
    String code = "NAME:" + words;
    names.put(words, code);
    defined.put(code, Optional.empty());
    tests.put(code, test);
    unused.put(code, sentence);
  }

  /// Another name for a test that has one; none where two tests could be meant.
  void alias(String other, String words) {
    String code = "NAME:" + words;
    String before = aliases.getOrDefault(other, code);
    if (names.containsKey(other) && !aliases.containsKey(other)) {
      return; // it has a meaning of its own
    }
    if (before.equals(code)) {
      aliases.put(other, code);
      names.put(other, code);
    } else {
      names.remove(other);
    }
  }

  /// A name of the text's own for a flag, with a sentence that sets it or takes it down.
  void flag(String name, String sentence) {
    String code = "NAME:" + name;
    names.put(name, code);
    defined.put(code, Optional.empty());
    raised.put(code, name);
    said.computeIfAbsent(code, _ -> new LinkedHashSet<>()).add(sentence);
    unused.putIfAbsent(code, sentence);
  }

  /// The test that a name stands for.
  Optional<sorte.change.design.Test> test(String code) {
    unused.remove(code);
    unused.values().removeAll(said.getOrDefault(code, Set.of()));
    return Optional.ofNullable(
        raised.containsKey(code) ? flags.test(raised.getOrDefault(code, "")) : tests.get(code));
  }

  boolean isTest(String code) {
    return tests.containsKey(code) || raised.containsKey(code);
  }

  /// Whether a name is one of a flag, which is said to be true or false.
  boolean isFlag(String code) {
    return raised.containsKey(code);
  }

  /// Sentences that gave names to tests which nothing uses.
  java.util.Collection<String> unused() {
    return unused.values();
  }

  boolean isName(String code) {
    return defined.containsKey(code);
  }

  Optional<Value> named(String code) {
    return defined.getOrDefault(code, Optional.empty());
  }

  Map<String, String> names() {
    return names;
  }
}
