package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads orders to Sorte itself: stop, pause, close, deploy, roll back, approve, backtest.
final class CommandGrammar {
  private final Sentence s;
  private final PeriodGrammar periods;
  private final TellingGrammar telling;
  private final WishGrammar wishes;
  private final SettingGrammar settings;

  CommandGrammar(Sentence sentence) {
    this.s = sentence;
    this.periods = new PeriodGrammar(sentence);
    this.telling = new TellingGrammar(sentence);
    this.wishes = new WishGrammar(sentence);
    this.settings = new SettingGrammar(sentence);
  }

  List<Parsed> readings(int i) {
    List<Parsed> all = new ArrayList<>();
    add(all, command(i));
    add(all, trading(i));
    add(all, rollback(i));
    add(all, decided(i));
    add(all, deploy(i));
    add(all, backtest(i));
    add(all, telling.explain(i));
    add(all, wishes.evolve(i));
    add(all, settings.config(i));
    add(all, telling.report(i));
    return all;
  }

  private static void add(List<Parsed> all, @Nullable Parsed parsed) {
    if (parsed != null) {
      all.add(parsed);
    }
  }

  private @Nullable Parsed command(int i) {
    String command = s.value(i, "command");
    if (command == null) {
      return null;
    }
    Action action =
        switch (command) {
          case "backup" -> new Action.Backup();
          case "restore" -> new Action.Restore(null);
          case "pause-trading" -> new Action.PauseTrading(null);
          case "resume-trading" -> new Action.ResumeTrading(null);
          case "close-positions" -> new Action.ClosePositions(null, null);
          case "close-shorts" -> new Action.ClosePositions(null, Side.SHORT);
          case "stop-everything" -> new Action.StopEverything();
          default -> throw new IllegalStateException("no command " + command);
        };
    int end = i + 1;
    if (command.equals("close-positions")) {
      String side = null;
      while (s.is(end, "noun", "positions")
          || s.is(end, "side")
          || s.is(end, "noun", "everything")) {
        side = side == null ? s.value(end, "side") : side;
        end++;
      }
      action =
          new Action.ClosePositions(
              null, "short".equals(side) ? Side.SHORT : "long".equals(side) ? Side.LONG : null);
    } else if (command.equals("backup")) {
      while (s.is(end, "noun", "everything")) {
        end++;
      }
    }
    return Parsed.of(action, end);
  }

  private @Nullable Parsed trading(int i) {
    int next = s.skip(i + 1, "filler", "prep");
    boolean trading = s.is(next, "noun", "trading") || s.is(next, "verb", "trade");
    boolean everything = s.is(next, "noun", "everything");
    boolean strategy = s.is(next, "noun", "strategy");
    boolean done = s.boundary(i + 1);
    if (s.is(i, "verb", "pause") && (trading || everything || strategy || done)) {
      return Parsed.of(new Action.PauseTrading(null), done ? i + 1 : next + 1);
    }
    if (s.is(i, "verb", "resume")
        && (trading || everything || strategy || done && !s.is(i, "verb", "create"))) {
      return Parsed.of(new Action.ResumeTrading(null), done ? i + 1 : next + 1);
    }
    if (s.is(i, "verb", "close")) {
      int at = i + 1;
      String side = null;
      boolean positions = false;
      while (s.is(at, "noun", "positions")
          || s.is(at, "side")
          || s.is(at, "prep", "of")
          || s.is(at, "it") && !s.namings.isEmpty()
          || s.is(at, "noun", "everything")) {
        positions |= s.is(at, "noun");
        side = side == null ? s.value(at, "side") : side;
        at++;
      }
      if (positions && (at > i + 2 || !singular(i + 1))) {
        return Parsed.of(
            new Action.ClosePositions(
                null, "short".equals(side) ? Side.SHORT : "long".equals(side) ? Side.LONG : null),
            at);
      }
    }
    if (s.is(i, "verb", "stop") && everything) {
      return Parsed.of(new Action.StopEverything(), next + 1);
    }
    return null;
  }

  private boolean singular(int i) {
    return false;
  }

  /// `change 12`, `release 41`, `#12`: the number as it was said.
  private @Nullable Parsed changeNumber(int i, java.util.function.Function<String, Action> action) {
    int at = s.skip(i, "prep", "filler");
    at = s.is(at, "noun", "change") ? at + 1 : at;
    at = s.skip(at, "hash", "filler");
    Quantity q = s.quantity(at);
    if (q == null || !q.bare() || !q.whole()) {
      return null;
    }
    return Parsed.of(action.apply(Long.toString((long) q.value())), at + 1);
  }

  private @Nullable Parsed rollback(int i) {
    if (!s.is(i, "verb", "rollback")) {
      return null;
    }
    Parsed numbered = changeNumber(i + 1, n -> new Action.Rollback(null, n));
    if (numbered != null) {
      return numbered;
    }
    int at = s.skip(i + 1, "prep", "filler");
    boolean any = false;
    while (s.is(at, "previous") || s.is(at, "noun", "change") || any && s.is(at, "filler")) {
      any = true;
      at++;
    }
    boolean alone = !any && s.boundary(i + 1) && !s.is(i, "prep");
    return any || alone ? Parsed.of(new Action.Rollback(null, "previous"), any ? at : i + 1) : null;
  }

  private @Nullable Parsed decided(int i) {
    boolean approve = s.is(i, "verb", "approve");
    if (!approve && !s.is(i, "verb", "reject")) {
      return null;
    }
    Parsed numbered =
        changeNumber(
            i + 1, n -> approve ? new Action.Approve(null, n) : new Action.Reject(null, n));
    if (numbered != null) {
      return numbered;
    }
    int at = s.skip(i + 1, "thisone", "filler");
    if (s.is(at, "plural")) {
      return null;
    }
    at = s.is(at, "noun", "change") && at > i + 1 ? at + 1 : at;
    return s.boundary(at)
        ? Parsed.of(approve ? new Action.Approve(null, null) : new Action.Reject(null, null), at)
        : null;
  }

  private @Nullable Parsed deploy(int start) {
    boolean led = s.is(start, "mode") && !s.is(start, "verb");
    boolean general =
        led
            || s.is(start, "verb", "set")
            || s.is(start, "verb", "run")
            || s.is(start, "verb", "raise")
            || s.is(start, "verb", "remove");
    if (!s.is(start, "verb", "deploy") && !general) {
      return null;
    }
    int i = led ? start : start + 1;
    boolean live = false;
    String change = null;
    DeployMode mode = null;
    Double share = null;
    boolean named = false;
    while (i < s.size()) {
      Quantity q = s.quantity(i);
      String said = s.value(i, "mode");
      if (s.is(i, "noun", "change") || s.is(i, "hash") || s.is(i, "thisone") && !s.is(i, "noun")) {
        named = true;
      } else if (q != null
          && q.bare()
          && q.whole()
          && change == null
          && (named || i == start + 1)) {
        change = Long.toString((long) q.value());
      } else if (q != null && q.unit() == Quantity.Unit.PERCENT && share == null) {
        share = ParameterValue.hundredth(q.value());
      } else if (said != null && mode == null) {
        mode = Named.find(DeployMode.class, said).orElseThrow();
      } else if (s.is(i, "noair")) {
        live = true;
      } else if (!s.anyOf(i, "prep", "ofcapital", "filler")) {
        break;
      }
      i++;
    }
    boolean noun = s.is(start, "noun", "change") && !s.is(start + 1, "noun", "change");
    if (noun && !live && mode == null) {
      return null; // "release 41" says no more than which one
    }
    boolean clear = !general || change != null && named && (live || mode != null) || raised(start);
    if (!clear) {
      return null;
    }
    boolean enough =
        named
            || change != null
            || mode != null
            || i == start + 1 && s.at(start).concepts().size() == 1;
    if (!enough || share != null && mode != DeployMode.CANARY) {
      return null;
    }
    return Parsed.of(new Action.Deploy(null, change, mode, share), i);
  }

  /// `sobe a mudança 9`: the verb that also raises values deploys what is named as a change.
  private boolean raised(int start) {
    return s.is(start, "verb", "deploy") && s.is(s.skip(start + 1, "prep"), "noun", "change");
  }

  private @Nullable Parsed backtest(int start) {
    int i = s.is(start, "verb", "run") ? start + 1 : start;
    if (!s.is(i, "verb", "backtest")) {
      return null;
    }
    i++;
    String since = null;
    String change = null;
    boolean strategy = true;
    while (i < s.size()) {
      PeriodGrammar.Since said = since == null ? periods.since(i, true) : null;
      if (said != null) {
        since = said.value();
        i = said.end();
      } else if (s.is(i, "noun", "change") && s.quantity(i + 1) != null) {
        change = s.at(i + 1).raw();
        i += 2;
      } else if (s.is(i, "noun", "strategy") && strategy
          || s.anyOf(i, "prep", "filler", "sinceword", "thisone", "it")) {
        i++;
      } else {
        break;
      }
    }
    return Parsed.of(new Action.Backtest(null, change, since), i);
  }
}
