package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sorte.change.description.Place.Side;
import sorte.change.design.Design;
import sorte.change.design.Hold;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// What a text comes to on the whole: the rules of each side, how a trade is held, and what was not
/// understood.
final class Whole {
  private final TextReader text;

  Whole(TextReader text) {
    this.text = text;
  }

  Reading read() {
    text.missing.addAll(text.known.unused());
    boolean open = text.stopOptional && !text.holding.has("STOP");
    text.announced.stream()
        .filter(a -> !a.names().stream().allMatch(text.holding::has))
        .forEach(a ->
            (open && a.names().equals(Set.of("STOP")) ? text.optional : text.missing)
                .add(a.sentence()));
    (open ? text.optional : text.missing).addAll(text.openStops);
    boolean toLong = text.entries.says(Side.LONG);
    boolean toShort = text.entries.says(Side.SHORT);
    boolean plain = !toLong && !toShort;
    if (text.mirrorShort && toLong && !toShort && !text.onlyLong) {
      toShort = text.entries.mirrored(Side.LONG, Side.SHORT);
      if (!toShort) {
        text.missing.add("short: mirrored");
      } else if (text.exits.says(Side.LONG) && !text.exits.says(Side.SHORT)) {
        text.exits.mirrored(Side.LONG, Side.SHORT);
      }
    }
    if (text.mirrorExit
        && (!text.exits.says(Side.LONG)
            || text.exits.says(Side.SHORT)
            || !text.exits.mirrored(Side.LONG, Side.SHORT))) {
      text.missing.add("short exit: mirrored");
    }
    if (toShort && !toLong && text.entries.says(Side.NEITHER)) {
      text.missing.addAll(text.entries.uneven(true)); // nobody knows which side it enters
    }
    if (text.onlyLong && toShort) {
      text.missing.add("long only / short");
    }
    Optional<Test> enterLong =
        toLong || plain ? text.entries.of(Side.LONG, true) : Optional.empty();
    Optional<Test> enterShort = toShort ? text.entries.of(Side.SHORT, true) : Optional.empty();
    if (enterLong.isPresent() && enterShort.isPresent()) {
      text.missing.addAll(text.entries.uneven(true));
      text.missing.addAll(text.exits.uneven(true));
    }
    Optional<Test> exitLong = text.exits.of(Side.LONG, true);
    Optional<Test> exitShort = text.exits.of(Side.SHORT, true);
    if (text.turnedExits.contains(Side.LONG) || text.turnedExits.contains(Side.NEITHER)) {
      exitLong = turned(exitLong, enterLong);
    }
    if (text.turnedExits.contains(Side.SHORT) || text.turnedExits.contains(Side.NEITHER)) {
      exitShort = turned(exitShort, enterShort);
    }
    if (text.oppositeExit) {
      exitLong = opposite(exitLong, enterLong, enterShort);
      exitShort = opposite(exitShort, enterShort, enterLong);
    }
    Optional<Test> longExit = exitLong;
    Optional<Test> shortExit = exitShort;
    if (!text.holding.risksKnown()) {
      text.missing.add(text.holding.riskSaid);
    }
    if (!text.holding.trailKnown()) {
      text.missing.add(text.holding.trailSaid);
    }
    if (!text.holding.stopsKnown(enterLong.isPresent(), enterShort.isPresent())) {
      text.missing.add(text.stopSaid);
    }
    Optional<Hold> hold = text.holding.hold(enterLong.isPresent(), enterShort.isPresent());
    String problem = "";
    if (enterLong.isEmpty() && enterShort.isEmpty()) {
      problem = "no-entry";
    } else if (enterLong.map(Unlikely::test).orElse(true)
        && enterShort.map(Unlikely::test).orElse(true)) {
      problem = "unlikely";
    } else if (hold.isEmpty()) {
      problem = "no-target";
    } else if (!hold.get().ends()
        && (enterLong.isPresent() && exitLong.isEmpty() && enterShort.isEmpty()
            || enterShort.isPresent() && exitShort.isEmpty() && enterLong.isEmpty())) {
      problem = "no-exit";
    }
    Optional<Design> design =
        enterLong.isEmpty() && enterShort.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Design(
                    text.timeframe,
                    enterLong,
                    enterLong.isPresent() ? exitLong : Optional.empty(),
                    enterShort,
                    enterShort.isPresent() ? exitShort : Optional.empty(),
                    hold.orElse(Hold.PLAIN)));
    text.directions.forEach((sentence, line) -> {
      if (!sided(enterLong, line, true) || !sided(enterShort, line, false)) {
        text.missing.add(sentence);
      }
    });
    text.again.forEach((sentence, test) -> {
      boolean ruled = text.holding.endsByRules();
      if (!ruled || !renewed(enterLong, longExit, test) || !renewed(enterShort, shortExit, test)) {
        text.missing.add(sentence);
      }
    });
    text.introduced.forEach((sentence, values) -> {
      if (design.isEmpty() || !Used.by(design.get()).containsAll(Used.bare(values))) {
        text.missing.add(sentence);
      }
    });
    return new Reading(
        design,
        text.name,
        distinct(text.missing),
        distinct(text.optional),
        distinct(text.notes),
        problem);
  }

  /// Whether an entry asks for a price above a line (below it, of shorts) anyway.
  private static boolean sided(Optional<Test> entry, Value line, boolean above) {
    if (entry.isEmpty()) {
      return true;
    }
    List<Test> parts = entry.get() instanceof Test.All(var tests) ? tests : List.of(entry.get());
    return parts.stream()
        .anyMatch(t ->
            t instanceof Test.Compare(Value.Price(String field), Test.Is is, Value right)
                && field.equals("close")
                && right.equals(line)
                && (above
                    ? is == Test.Is.ABOVE || is == Test.Is.CROSSES_ABOVE
                    : is == Test.Is.BELOW || is == Test.Is.CROSSES_BELOW));
  }

  /// Whether an entry asks for a level anyway, and every exit comes about on its other side alone:
  /// a new entry then finds it reached anew.
  private static boolean renewed(Optional<Test> entry, Optional<Test> exit, Test test) {
    if (entry.isEmpty()) {
      return true;
    }
    List<Test> parts = entry.get() instanceof Test.All(var tests) ? tests : List.of(entry.get());
    return exit.isPresent()
        && parts.contains(test)
        && test instanceof Test.Compare(Value v, Test.Is is, Value.Number(double level))
        && exit.get() instanceof Test.Compare(Value w, Test.Is out, Value.Number(double other))
        && v.equals(w)
        && (is == Test.Is.ABOVE && out == Test.Is.BELOW && other <= level
            || is == Test.Is.BELOW && out == Test.Is.ABOVE && other >= level);
  }

  private static List<String> distinct(List<String> texts) {
    return texts.stream().distinct().collect(Collectors.toList());
  }

  private Optional<Test> opposite(Optional<Test> exit, Optional<Test> entry, Optional<Test> other) {
    if (entry.isEmpty()) {
      return exit;
    }
    return also(exit, other.isPresent() ? other : crossings(entry.get()), "opposite signal");
  }

  /// Left as well when what crossed at the entry crosses the other way, whatever else it asked for.
  private Optional<Test> turned(Optional<Test> exit, Optional<Test> entry) {
    return entry.isEmpty() ? exit : also(exit, crossings(entry.get()), "opposite crossover");
  }

  private Optional<Test> also(Optional<Test> exit, Optional<Test> turn, String said) {
    if (turn.isEmpty()) {
      text.missing.add(said);
      return exit;
    }
    return Optional.of(exit.map(e -> Test.any(List.of(e, turn.get()))).orElse(turn.get()));
  }

  /// The crossings of an entry the other way round.
  static Optional<Test> crossings(Test entry) {
    List<Test> found = new ArrayList<>();
    List<Test> parts = entry instanceof Test.All(var tests) ? tests : List.of(entry);
    for (Test part : parts) {
      if (part instanceof Test.Compare c && c.is().crossing()) {
        found.add(new Test.Compare(c.left(), c.is().turned(), c.right()));
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
