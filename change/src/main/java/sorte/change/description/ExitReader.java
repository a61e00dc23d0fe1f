package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import sorte.change.description.Place.Side;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// Reads why a trade is left: tests, the opposite signal, a stop or a target, its age.
final class ExitReader {
  private final TextReader text;
  private final Bodies bodies;

  ExitReader(TextReader text, Bodies bodies) {
    this.text = text;
    this.bodies = bodies;
  }

  /// Reads why to leave, alternative by alternative; takes it in only where told.
  boolean read(List<Mark> body, Side side, boolean apply) {
    text.known.either = true;
    Test whole = bodies.test(body);
    if (whole != null) {
      if (apply) {
        text.exits.alternative(side, whole);
      }
      return true;
    }
    if (bodies.confused) {
      return false;
    }
    Values line = new Values(body, text.known);
    if (line.value() instanceof Value.Indicator i && line.done() && i.study().priced()) {
      Test reached = new Test.Compare(new Value.Price("close"), Test.Is.CROSSES, i);
      if (apply) {
        text.exits.alternative(side, reached); // "exit at the middle band"
      }
      return true;
    }
    List<List<Mark>> parts = Bodies.alternatives(body);
    List<Runnable> effects = new ArrayList<>();
    for (List<Mark> part : parts) {
      List<Mark> bare = Bodies.headless(part);
      if (bare.isEmpty()) {
        continue;
      }
      Test told =
          bare.getFirst().isAny("OPPOSITE", "TURNED") && bare.size() > 2 && bare.get(1).is("(")
              ? bodies.test(bare.subList(1, bare.size()))
              : null;
      if (told != null) {
        effects.add(() -> text.exits.alternative(side, told));
        continue;
      }
      if (bare.stream().anyMatch(m -> m.isAny("OPPOSITE", "TURNED"))
          && bare.stream()
              .allMatch(m ->
                  m.isAny(
                      "OPPOSITE",
                      "TURNED",
                      "OF",
                      "IF",
                      "EXIT",
                      "POSITION",
                      "MA",
                      "SMA",
                      "EMA",
                      "MACD",
                      "RSI",
                      "VOLUME",
                      "(",
                      ")",
                      "NUM",
                      "SIGNALWORD",
                      "PERIOD"))) {
        boolean cross = bare.stream().anyMatch(m -> m.is("TURNED"));
        effects.add(() -> {
          if (cross) {
            text.turnedExits.add(side);
          } else {
            text.oppositeExit = true;
          }
        });
        continue;
      }
      Test test = bodies.test(bare);
      if (test != null) {
        effects.add(() -> text.exits.alternative(side, test));
        continue;
      }
      HoldReader hold =
          new HoldReader(bare, text.known, apply ? text.holding : copy(), text.known.daily);
      if (hold.moved(side)) {
        continue;
      }
      if (hold.concerned() ? !triggered(bare) && !hold.read() : !hold.age()) {
        return false;
      }
    }
    if (apply) {
      effects.forEach(Runnable::run);
    }
    return !parts.isEmpty();
  }

  /// "or the stop is hit": a stop is said elsewhere.
  private boolean triggered(List<Mark> part) {
    boolean told = text.holding.stop != null || text.holding.hangs();
    if (!told && part.stream().noneMatch(m -> m.is("AWAY") || m.is("REACH"))) {
      return false;
    }
    return part.stream()
        .allMatch(m ->
            m.isAny(
                "STOP", "TARGET", "TRAIL", "AWAY", "REACH", "ATR", "IF", "OR", "LONG", "SHORT",
                "OF", "/", "AND"));
  }

  private Holding copy() {
    return new Holding();
  }
}
