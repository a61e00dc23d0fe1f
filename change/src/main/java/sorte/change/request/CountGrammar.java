package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads numbers that come with a turn of their own: what must not be passed, waiting, holding, how
/// many positions, several numbers of one indicator.
final class CountGrammar {
  private final Sentence s;

  CountGrammar(Sentence sentence) {
    this.s = sentence;
  }

  static Parsed set(Parameter parameter, Setting value, int end) {
    return Parsed.of(new Action.SetParameter(null, null, parameter, value), end);
  }

  /// `never lose more than 2% a day`, `hold for at most 30 bars`: what must not be passed.
  @Nullable Parsed ceiling(int start) {
    String code = s.value(start, "ceiling");
    if (code == null) {
      return null;
    }
    int i = s.skip(start + 1, "prep", "filler", "maxcount");
    Quantity q = s.quantity(i);
    Parameter parameter = ParameterSlots.parameter(code);
    Double value = q == null ? null : ParameterValue.of(parameter, q);
    if (q == null || value == null) {
      s.doubt("no-value");
      return null;
    }
    String tail =
        switch (parameter) {
          case DAILY_LOSS_LIMIT -> s.is(start, "daily") ? null : "perday";
          case MAX_OPEN_POSITIONS -> s.is(start, "counted") ? null : "openpositions";
          default -> null;
        };
    boolean bars = parameter != Parameter.TIME_STOP || q.unit() == Quantity.Unit.BARS;
    if (!bars || tail != null && !s.is(i + 1, tail)) {
      return null;
    }
    int end = s.anyOf(i + 1, "perday", "openpositions") ? i + 2 : i + 1;
    return set(parameter, new Setting.Amount(value), end);
  }

  /// `macd 8, 21, 5`: all three of its periods.
  @Nullable Parsed macd(int start) {
    int i = start;
    while (s.is(i, "verb", "set") || s.is(i, "verb", "use") || s.anyOf(i, "filler")) {
      i++;
    }
    if (!s.is(i, "ind", "macd")) {
      return null;
    }
    i = s.skip(i + 1, "prep", "open", "comma");
    List<Action> actions = new ArrayList<>();
    for (Parameter p : List.of(Parameter.MACD_FAST, Parameter.MACD_SLOW, Parameter.MACD_SIGNAL)) {
      Quantity q = s.quantity(i);
      if (q == null || !q.bars()) {
        return null;
      }
      actions.add(new Action.SetParameter(null, null, p, new Setting.Amount(q.value())));
      i = actions.size() == 3 ? i + 1 : s.skip(i + 1, "comma", "dash", "sign", "and", "prep");
    }
    return new Parsed(actions, s.is(i, "shut") ? i + 1 : i);
  }

  /// `Bollinger of 20 periods with 2 deviations`: both of its numbers.
  @Nullable Parsed bands(int start) {
    int i = start;
    while (s.is(i, "verb", "set") || s.is(i, "verb", "use") || s.is(i, "filler")) {
      i++;
    }
    boolean first = s.is(i, "ind", "bollinger");
    i = first ? s.skip(i + 1, "prep", "filler") : i;
    Quantity period = s.quantity(i);
    i = s.skip(i + 1, "attr");
    boolean band = first || s.is(i, "ind", "bollinger");
    i = first || !band ? i : i + 1;
    i = s.skip(i, "prep", "comma", "and", "filler");
    Quantity width = s.quantity(i);
    if (!band
        || period == null
        || !period.bars()
        || width == null
        || !width.bare()
        || width.value() <= 0
        || !s.is(i + 1, "attr", "deviations")) {
      return null;
    }
    return new Parsed(
        List.of(
            new Action.SetParameter(
                null, null, Parameter.BOLLINGER_PERIOD, new Setting.Amount(period.value())),
            new Action.SetParameter(
                null, null, Parameter.BOLLINGER_DEVIATIONS, new Setting.Amount(width.value()))),
        i + 2);
  }

  @Nullable Parsed after(int start) {
    if (s.is(start, "betweentrades")) {
      return waiting(start);
    }
    String what = s.value(start, "afterbars");
    if (what == null) {
      return leaving(start);
    }
    int i = s.skip(start + 1, "prep", "cmp", "filler");
    Quantity q = s.quantity(i);
    boolean cooldown = what.equals("cooldown");
    int end = i + 1;
    if (cooldown) {
      if (!s.is(end, "betweentrades")) {
        return null;
      }
      end++;
    }
    if (q == null || q.unit() != Quantity.Unit.BARS || !q.bars()) {
      s.doubt(cooldown ? "cooldown-unit" : "no-value");
      return null;
    }
    Parameter parameter = cooldown ? Parameter.COOLDOWN : Parameter.TIME_STOP;
    return set(parameter, new Setting.Amount(q.value()), end);
  }

  /// `after a trade wait 3 candles`.
  private @Nullable Parsed waiting(int start) {
    int i = s.skip(start + 1, "comma", "filler");
    if (!s.is(i, "afterbars", "cooldown")) {
      return null;
    }
    i = s.skip(i + 1, "prep", "cmp", "filler");
    Quantity q = s.quantity(i);
    if (q == null || q.unit() != Quantity.Unit.BARS || !q.bars()) {
      s.doubt("cooldown-unit");
      return null;
    }
    return set(Parameter.COOLDOWN, new Setting.Amount(q.value()), i + 1);
  }

  /// `exit positions after 12 bars`.
  private @Nullable Parsed leaving(int start) {
    boolean exit = "exit".equals(s.value(start, "trade")) || s.is(start, "verb", "close");
    int i = start + 1;
    while (exit && (s.is(i, "noun", "positions") || s.is(i, "noun", "trading"))) {
      i++;
    }
    if (!exit || !s.is(i, "after")) {
      return null;
    }
    i = s.skip(i + 1, "prep", "filler");
    Quantity q = s.quantity(i);
    return q == null || q.unit() != Quantity.Unit.BARS || !q.bars()
        ? null
        : set(Parameter.TIME_STOP, new Setting.Amount(q.value()), i + 1);
  }

  @Nullable Parsed openPositions(int start) {
    int i = start;
    boolean limited = false;
    while (i < s.size() && s.quantity(i) == null) {
      limited |= s.is(i, "maxcount") || s.is(i, "verb", "allow");
      boolean fits =
          s.anyOf(i, "maxcount", "prep", "filler", "cmp", "only")
              || s.is(i, "verb", "allow")
              || s.is(i, "verb", "set")
              || s.is(i, "verb", "trade");
      if (!fits) {
        return null;
      }
      i++;
    }
    Quantity q = s.quantity(i);
    limited |= s.is(i + 1, "atatime");
    if (q == null
        || !q.bare()
        || !q.whole()
        || q.value() < 1
        || !limited
        || !s.is(i + 1, "openpositions")) {
      return null;
    }
    return set(Parameter.MAX_OPEN_POSITIONS, new Setting.Amount(q.value()), i + 2);
  }
}
