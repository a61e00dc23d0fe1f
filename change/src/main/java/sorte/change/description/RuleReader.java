package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// Takes a sentence to the rule it is of: terms of holding, guards of any entry, entries, exits.
final class RuleReader {
  private final TextReader text;
  private final Bodies bodies;
  private final Groups groups;
  private final ExitReader exits;
  private final Guards guards;

  RuleReader(TextReader text, Bodies bodies, Groups groups) {
    this.text = text;
    this.bodies = bodies;
    this.groups = groups;
    this.exits = new ExitReader(text, bodies);
    this.guards = new Guards(text, bodies);
  }

  boolean taken(List<Mark> marks, Place place) {
    HoldReader hold =
        new HoldReader(Bodies.barless(marks), text.known, text.holding, text.known.daily);
    if (hold.concerned() && hold.read()) {
      boolean trails = text.holding.trailingDistance != null && text.holding.trailSaid.isEmpty();
      text.holding.trailSaid = trails ? text.entries.sentence : text.holding.trailSaid;
      return true;
    }
    boolean behind = text.behindStop;
    text.behindStop = new StopLevels(text).read(marks, place.side(), behind);
    if (text.behindStop) {
      text.stopSaid = text.entries.sentence;
      return true;
    }
    Announcing announcing = new Announcing(marks);
    if (announcing.announced()) {
      text.announced.add(new TextReader.Announced(text.entries.sentence, announcing.names()));
      return true;
    }
    if (marks.size() > 2
        && marks.getFirst().isAny("TARGET", "STOP")
        && marks.get(1).isAny("IF", ":")
        && marks.stream().noneMatch(m -> m.isAny("EXIT", "ENTRYPRICE"))
        && exits.read(Bodies.headless(marks.subList(1, marks.size())), place.side(), false)) {
      return exits.read(Bodies.headless(marks.subList(1, marks.size())), place.side(), true);
    }
    if (guards.read(marks, place) || directed(marks)) {
      return true;
    }
    List<Deed> found = new Deeds(marks, place).read();
    if (found.size() == 1 && found.getFirst().body().isEmpty() && found.getFirst().entry()) {
      return place.part() == Part.ENTRY && groups.acts(found.getFirst(), text.entries.sentence);
    }
    boolean taken = found.isEmpty() ? bare(marks, place) : deeds(found, place);
    boolean labelled =
        marks.size() > 3
            && marks.getFirst().isAny("STOP", "TARGET")
            && marks.get(1).is(":")
            && marks.get(2).isAny("EXIT", "CLOSEWORD");
    return taken || labelled && place.part() != Part.ENTRY && told(marks, place);
  }

  /// "Stop-loss: close the position if the close is below the average": a rule by its own words.
  private boolean told(List<Mark> marks, Place place) {
    List<Deed> found = new Deeds(new ArrayList<>(marks.subList(2, marks.size())), place).read();
    return !found.isEmpty() && found.stream().noneMatch(Deed::entry) && deeds(found, place);
  }

  /// "Only take trades in the direction of the average": that must be what the entries say.
  private boolean directed(List<Mark> marks) {
    int i = 0;
    boolean only = false;
    while (i < marks.size()
        && marks.get(i).isAny("ONLY", "ENTER", "POSITION", "OF", "SIGNALWORD", "LONG", "SHORT")) {
      only |= marks.get(i).is("ONLY");
      i++;
    }
    if (!only || i + 1 >= marks.size() || !marks.get(i).raw().equals("direction")) {
      return false;
    }
    Values in = new Values(marks, text.known);
    in.at = i + 1;
    in.take("OF");
    @Nullable Value line = in.value();
    if (line == null || Remarks.binds(in.rest())) {
      return false;
    }
    text.directions.put(text.entries.sentence, line);
    return true;
  }

  private boolean bare(List<Mark> marks, Place place) {
    if (place.part() == Part.EXIT) {
      List<Mark> body = Bodies.headless(marks);
      if (exits.read(body, place.side(), true)) {
        return true;
      }
    }
    int last = marks.size() - 1;
    boolean sided =
        last > 3 && marks.get(last).isAny("LONG", "SHORT") && marks.get(last - 1).is("OF");
    if (sided && place.part() != Part.EXIT) {
      Test of = bodies.test(Bodies.headless(marks.subList(0, last - 1)));
      if (of != null) {
        text.entries.common(marks.get(last).is("LONG") ? Side.LONG : Side.SHORT, of);
      }
      return of != null;
    }
    boolean toEnter = marks.size() > 3 && marks.getLast().is("ENTER");
    List<Mark> body =
        Bodies.headless(
            toEnter
                ? marks.subList(0, marks.size() - (marks.get(marks.size() - 2).is("TO") ? 2 : 1))
                : marks);
    text.known.either = place.part() == Part.EXIT;
    Test test = bodies.test(body);
    if (test == null) {
      return false;
    }
    if (toEnter) {
      text.entries.common(place.side(), test);
      return true;
    }
    switch (place.part()) {
      case ENTRY, EXIT -> {
        groups.pending(test, text.entries.sentence);
      }
      case RULES, RISK -> text.entries.common(place.side(), test);
      default -> {
        boolean asked = MUST.matcher(text.entries.sentence).find();
        if (asked) {
          text.entries.common(place.side(), test);
        }
        return asked;
      }
    }
    return true;
  }

  private boolean deeds(List<Deed> found, Place place) {
    List<Runnable> effects = new ArrayList<>();
    for (Deed deed : found) {
      if (deed.body().isEmpty()) {
        return false;
      }
      if (deed.entry()) {
        if (mirrored(deed.body()) && deed.side() == Side.SHORT) {
          effects.add(() -> text.mirrorShort = true);
          continue;
        }
        text.known.either = false;
        Test test = bodies.test(deed.body());
        if (test == null) {
          return false;
        }
        if (deed.size() > 0) {
          effects.add(() -> text.holding.size(deed.size()));
        }
        boolean filter = place.part() == Part.RULES || place.part() == Part.RISK;
        effects.add(() -> {
          if (filter) {
            text.entries.common(deed.side(), test);
          } else {
            text.entries.alternative(deed.side(), test);
          }
        });
        groups.deed();
      } else if (mirrored(deed.body()) && deed.side() == Side.SHORT) {
        effects.add(() -> text.mirrorExit = true);
      } else if (!exits.read(deed.body(), deed.side(), false)) {
        return false;
      } else {
        effects.add(() -> {
          if (!exits.read(deed.body(), deed.side(), true)) {
            text.missing.add(text.exits.sentence);
          }
        });
      }
    }
    effects.forEach(Runnable::run);
    return true;
  }

  /// What "must" be so, and is said of nothing else, must be so for any entry.
  private static final Pattern MUST =
      Pattern.compile(
          "(?i)\\b(?:must|has to|have to|needs? to|deve|devem|precisa|tem de|tem que)\\b");

  private static boolean mirrored(List<Mark> body) {
    return body.stream().allMatch(m -> m.isAny("MIRRORED", "IF", "OF", ",", "(", ")"));
  }
}
