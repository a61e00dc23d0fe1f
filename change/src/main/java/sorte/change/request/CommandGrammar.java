package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads orders to Sorte itself: stop, pause, deploy, roll back, report, configure.
final class CommandGrammar {
  private record Since(String value, int end) {}

  private final Sentence s;

  CommandGrammar(Sentence sentence) {
    this.s = sentence;
  }

  List<Parsed> readings(int i) {
    List<Parsed> all = new ArrayList<>();
    add(all, command(i));
    add(all, trading(i));
    add(all, rollback(i));
    add(all, decided(i));
    add(all, deploy(i));
    add(all, backtest(i));
    add(all, explain(i));
    add(all, evolve(i));
    add(all, config(i));
    add(all, report(i));
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
    boolean done = boundary(i + 1);
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

  private boolean boundary(int i) {
    int at = s.skip(i, "filler");
    return at >= s.size() || s.anyOf(at, "comma", "and");
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
    boolean alone = !any && boundary(i + 1) && !s.is(i, "prep");
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
    return boundary(at)
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
      Since said = since == null ? since(i, true) : null;
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

  private @Nullable Since since(int start) {
    return since(start, false);
  }

  /// `bare`: a duration without a word before it counts: `backtest one year`.
  private @Nullable Since since(int start, boolean bare) {
    int i = start;
    while (s.anyOf(i, "sinceword", "prep", "last") && !s.is(i, "since")) {
      i++;
    }
    String named = s.value(i, "since");
    String date = s.value(i, "date");
    if (named != null || date != null) {
      return new Since(named != null ? named : date == null ? "" : date, i + 1);
    }
    Quantity q = s.quantity(i);
    if (q == null || !q.whole() || q.value() < 1 || i == start && !bare) {
      return null;
    }
    long n = (long) q.value();
    String value =
        switch (q.unit()) {
          case MINUTE -> "PT" + n + "M";
          case HOUR -> "PT" + n + "H";
          case DAY -> "P" + n + "D";
          case WEEK -> "P" + 7 * n + "D";
          case MONTH -> "P" + n + "M";
          case YEAR -> "P" + n + "Y";
          case BARE, PERCENT, POINT, PERCENT_POINT, MONEY, TIMES, BARS, CLOCK -> null;
        };
    return value == null ? null : new Since(value, i + 1);
  }

  private @Nullable Parsed explain(int start) {
    if (s.is(start, "how")) {
      return workings(start);
    }
    if (s.is(start, "verb", "explain") && s.is(s.skip(start + 1, "filler"), "why")) {
      return explain(s.skip(start + 1, "filler"));
    }
    if (s.is(start, "why")) {
      int i = s.skip(start + 1, "filler", "it", "thisone");
      int judged = s.skip(i + 2, "asktail");
      if (s.is(i, "noun", "change")
          && s.quantity(i + 1) != null
          && (s.is(judged, "verb", "reject") || s.is(judged, "verb", "approve"))) {
        return Parsed.of(
            new Action.Explain(null, Topic.CHANGES, s.at(i + 1).raw(), null), judged + 1);
      }
      if (!s.anyOf(i, "trade", "traded")) {
        return null;
      }
      i = s.skip(i + 1, "thisone", "it", "side");
      int held = s.skip(i, "prep");
      i = s.is(held, "noun", "positions") ? held + 1 : i;
      Since since = since(i);
      return Parsed.of(
          new Action.Explain(null, Topic.DECISION, null, since == null ? null : since.value()),
          since == null ? i : since.end());
    }
    if (!s.is(start, "verb", "explain")) {
      return null;
    }
    int i = s.skip(start + 1, "prep", "filler");
    if (s.is(i, "noun", "change") && s.quantity(i + 1) != null) {
      return Parsed.of(new Action.Explain(null, Topic.CHANGES, s.at(i + 1).raw(), null), i + 2);
    }
    String topic = s.value(i, "topic");
    if (topic == null) {
      boolean strategy = !s.namings.isEmpty() && boundary(i);
      return strategy ? Parsed.of(new Action.Explain(null, Topic.STRATEGY, null, null), i) : null;
    }
    Since since = since(i + 1);
    return Parsed.of(
        new Action.Explain(
            null,
            Named.find(Topic.class, topic).orElseThrow(),
            null,
            since == null ? null : since.value()),
        since == null ? i + 1 : since.end());
  }

  /// `how does ema-cross work`, `what does change 5 do`.
  private @Nullable Parsed workings(int start) {
    int i = s.skip(start + 1, "filler", "prep");
    if (s.is(i, "noun", "change") && s.quantity(i + 1) != null) {
      int end = s.is(i + 2, "works") ? i + 3 : i + 2;
      return Parsed.of(new Action.Explain(null, Topic.CHANGES, s.at(i + 1).raw(), null), end);
    }
    int end = s.skip(i, "works");
    boolean strategy = !s.namings.isEmpty() && boundary(end);
    return strategy ? Parsed.of(new Action.Explain(null, Topic.STRATEGY, null, null), end) : null;
  }

  private @Nullable Parsed evolve(int start) {
    int first = start;
    while (s.is(first, "wish") || s.is(first, "verb", "create") && !s.is(first, "tradeless")) {
      first++;
    }
    if (s.anyOf(first, "tradeless", "trademore")) {
      Direction direction = s.is(first, "tradeless") ? Direction.MINIMISE : Direction.MAXIMISE;
      return Parsed.of(new Action.Evolve(null, Objective.TRADES, direction), first + 1);
    }
    if (s.is(first, "aim")) {
      Objective aim = Named.find(Objective.class, text(s.value(first, "aim"))).orElseThrow();
      return Parsed.of(new Action.Evolve(null, aim, Direction.MAXIMISE), first + 1);
    }
    boolean improve = false;
    boolean less = false;
    boolean raise = false;
    boolean wished = false;
    int i = start;
    while (i < s.size() && !s.is(i, "objective")) {
      boolean wish = s.is(i, "wish");
      boolean up = s.is(i, "verb", "improve") && !wish;
      boolean down = s.is(i, "verb", "less");
      wished |= wish;
      raise |= s.is(i, "verb", "raise");
      if (up && !down) {
        improve = true;
      } else if (down) {
        less = true;
      } else if (!wish
          && !s.anyOf(i, "prep", "filler")
          && !s.is(i, "noun", "strategy")
          && !s.is(i, "noun", "change")) {
        return null;
      }
      i++;
    }
    String code = s.value(i, "objective");
    boolean more = wished && s.is(i + 1, "more");
    boolean fewer = wished && s.is(i + 1, "less");
    improve |= more;
    less |= fewer;
    if (code == null || !improve && !less) {
      return null;
    }
    i = more || fewer ? i + 1 : i;
    Objective objective = Named.find(Objective.class, code).orElseThrow();
    i++;
    while (s.is(i, "verb", "improve")
        || s.is(i, "noun", "strategy")
        || s.anyOf(i, "prep") && s.is(i + 1, "noun", "strategy")) {
      i++;
    }
    boolean smallIsGood = objective == Objective.DRAWDOWN || objective == Objective.LATENCY;
    boolean free = objective == Objective.TRADES;
    boolean sensible = free || smallIsGood && (less || !raise) || !smallIsGood && !less;
    if (!sensible || raise && less && improve) {
      return null;
    }
    Direction direction = smallIsGood || less ? Direction.MINIMISE : Direction.MAXIMISE;
    return Parsed.of(new Action.Evolve(null, objective, direction), i);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private @Nullable Parsed config(int start) {
    int i = start;
    boolean verb = false;
    String noun = null;
    boolean level = false;
    boolean spoken = false;
    int end = start;
    List<Action> actions = new ArrayList<>();
    while (i < s.size()) {
      String provider = s.value(i, "provider");
      String channel = s.value(i, "channel");
      String language = s.value(i, "langname");
      Quantity q = s.quantity(i);
      String name = s.name(i);
      if (s.is(i, "loglevel") && "loglevel".equals(noun)) {
        actions.add(config(ConfigKey.LOG_LEVEL, s.at(i).raw().toUpperCase(java.util.Locale.ROOT)));
      } else if (s.is(i, "verb", "speak") && actions.isEmpty()) {
        verb = true;
        spoken = true;
      } else if (language != null && (verb || noun != null)) {
        actions.add(config(ConfigKey.LANGUAGE, language));
      } else if (channel != null && "alerts".equals(noun)) {
        actions.add(config(ConfigKey.ALERTS_CHANNEL, Token.fold(s.at(i).raw()).replace("-", "")));
      } else if (provider != null && !spoken && (verb || noun != null)) {
        actions.addFirst(
            config(ConfigKey.LLM_PROVIDER, s.at(i).raw().toLowerCase(java.util.Locale.ROOT)));
      } else if (q != null
          && q.bare()
          && q.whole()
          && q.value() >= 0
          && q.value() <= 4
          && "autonomy".equals(noun)) {
        actions.add(new Action.SetConfig(ConfigKey.AUTONOMY_LEVEL, new Setting.Amount(q.value())));
      } else if (name != null && "model".equals(noun) && actions.size() < 2) {
        actions.add(config(ConfigKey.LLM_MODEL, name));
      } else if (noun(i) != null && noun == null) {
        noun = noun(i);
      } else if (s.is(i, "level")) {
        level = true;
      } else if (actions.isEmpty()
          && (s.is(i, "verb", "set")
              || s.is(i, "verb", "use")
              || s.is(i, "verb", "send")
              || s.is(i, "verb", "raise")
              || s.is(i, "verb", "lower"))) {
        verb = true;
      } else if (!s.anyOf(i, "prep", "filler")
          && !(s.is(i, "comma") && s.at(i).raw().equals(":") && actions.isEmpty())) {
        break;
      }
      i++;
      end =
          s.quantity(i - 1) != null
                  || s.name(i - 1) != null
                  || s.anyOf(i - 1, "provider", "channel", "langname", "loglevel", "noun", "level")
              ? i
              : end;
    }
    return actions.isEmpty() || level && !"autonomy".equals(noun) && !"loglevel".equals(noun)
        ? null
        : new Parsed(actions, end);
  }

  private @Nullable String noun(int i) {
    for (String kind :
        new String[] {"model", "provider", "language", "loglevel", "autonomy", "alerts"}) {
      if (s.is(i, "noun", kind)) {
        return kind;
      }
    }
    return null;
  }

  private static Action config(ConfigKey key, String value) {
    return new Action.SetConfig(key, new Setting.Text(value));
  }

  private @Nullable Parsed report(int start) {
    int i = start;
    String topic = null;
    String since = null;
    int end = start;
    boolean show = false;
    while (i < s.size()) {
      Since said = since == null ? since(i) : null;
      String about = s.value(i, "topic");
      if (said != null && (topic != null || s.is(i, "since"))) {
        since = said.value();
        i = said.end();
        end = i;
        continue;
      }
      if (s.is(i, "asktail")) {
        end = topic == null ? end : i + 1;
        show = true;
      } else if (about != null && (topic == null || topic.equals(about))) {
        topic = about;
        end = i + 1;
      } else if (s.is(i, "verb", "show") && topic == null || s.is(i, "that") && topic == null) {
        show = true;
      } else if (!s.anyOf(i, "prep", "filler", "copula", "last", "asktail")
          && !(s.is(i, "noun", "strategy") && s.is(i + 1, "topic"))) {
        break;
      }
      i++;
    }
    if (topic == null) {
      return null;
    }
    boolean may = show || since != null || boundary(end);
    return may
        ? Parsed.of(
            new Action.Report(null, Named.find(Topic.class, topic).orElseThrow(), since), end)
        : null;
  }
}
