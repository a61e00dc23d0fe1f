package sorte.change.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import sorte.change.edit.RuleMethod;
import sorte.change.pin.Bench.Case;
import sorte.change.pin.Bench.Seen;
import sorte.change.pin.Market.Candle;

/// Makes cases as short and as plain as they may be while their twists still show: fewer bars, then
/// closes alone, then bars that repeat the one before.
final class Shrinking {
  private final Bench bench;

  Shrinking(Bench bench) {
    this.bench = bench;
  }

  /// Another way to make a market plainer: none, one or more attempts.
  private interface Way {
    List<Market> of(Market market);
  }

  List<Pin> shrunk(List<Pin> pins) {
    List<Pin> now = best(pins, Shrinking::shorter);
    now = best(now, market -> market.isCloses() ? List.of() : List.of(market.plain()));
    now = best(now, Shrinking::plainer);
    return level(now);
  }

  private static List<Market> shorter(Market market) {
    List<Market> all = new ArrayList<>();
    for (int bars = 2; bars < market.size(); bars++) {
      all.add(market.last(bars));
    }
    return all;
  }

  /// Its first bars nothing but closes, as many as may be.
  private static List<Market> plainer(Market market) {
    List<Market> all = new ArrayList<>();
    Market plain = market;
    for (int bar = 0; bar < market.size() && !market.isCloses(); bar++) {
      plain = plain.with(bar, Candle.of(market.candles().get(bar).close()));
      all.add(plain);
    }
    return all;
  }

  /// For each pin the plainest market that still does, of all attempts.
  private List<Pin> best(List<Pin> pins, Way way) {
    List<Case> cases = new ArrayList<>();
    List<SortedSet<Integer>> twists = new ArrayList<>();
    List<Pin> of = new ArrayList<>();
    for (Pin pin : pins) {
      for (Market market : way.of(pin.of().market())) {
        cases.add(pin.of().on(market));
        twists.add(pin.twists());
        of.add(pin);
      }
    }
    List<Pin> now = new ArrayList<>(pins);
    if (cases.isEmpty()) {
      return now;
    }
    List<Seen> seen = bench.each(cases, twists);
    for (int i = 0; i < seen.size(); i++) {
      int place = pins.indexOf(of.get(i));
      Market market = seen.get(i).of().market();
      boolean better = weight(market) < weight(now.get(place).of().market());
      if (better && shows(pins.get(place), seen.get(i))) {
        now.set(place, on(pins.get(place), seen.get(i)));
      }
    }
    return now;
  }

  private static int weight(Market market) {
    int weight = 0;
    for (Candle candle : market.candles()) {
      weight += candle.isClose() ? 1 : 4;
    }
    return weight;
  }

  private static Pin on(Pin pin, Seen seen) {
    return new Pin(seen.of(), pin.rule(), pin.holds(), pin.twists(), seen.original().text());
  }

  /// Bars that repeat the one before them: all at once that may do so, each alone.
  private List<Pin> level(List<Pin> pins) {
    List<Case> cases = new ArrayList<>();
    List<SortedSet<Integer>> twists = new ArrayList<>();
    for (Pin pin : pins) {
      for (int bar = 1; bar < pin.of().market().size(); bar++) {
        cases.add(pin.of().on(repeated(pin.of().market(), bar)));
        twists.add(pin.twists());
      }
    }
    if (cases.isEmpty()) {
      return pins;
    }
    List<Seen> seen = bench.each(cases, twists);
    List<Pin> now = new ArrayList<>();
    List<Case> together = new ArrayList<>();
    List<SortedSet<Integer>> ofThose = new ArrayList<>();
    int at = 0;
    for (Pin pin : pins) {
      Market market = pin.of().market();
      List<Integer> may = new ArrayList<>();
      Pin single = pin;
      for (int bar = 1; bar < market.size(); bar++, at++) {
        if (shows(pin, seen.get(at)) && !seen.get(at).of().market().equals(market)) {
          may.add(bar);
          single = on(pin, seen.get(at));
        }
      }
      Market all = market;
      for (int bar : may) {
        all = repeated(all, bar);
      }
      together.add(pin.of().on(all));
      ofThose.add(pin.twists());
      now.add(single);
    }
    List<Seen> all = bench.each(together, ofThose);
    for (int i = 0; i < pins.size(); i++) {
      if (shows(pins.get(i), all.get(i))) {
        now.set(i, on(pins.get(i), all.get(i)));
      }
    }
    return now;
  }

  private static Market repeated(Market market, int bar) {
    return market.with(bar, market.candles().get(bar - 1));
  }

  private static boolean shows(Pin pin, Seen seen) {
    Said original = seen.original();
    RuleMethod rule = pin.rule();
    if (!original.ended() || original.text().length() <= original.first()) {
      return false;
    }
    int last = original.text().length() - 1;
    if (rule == null) {
      return seen.twisted().values().stream().allMatch(said -> original.differs(said) >= 0);
    }
    int signal = Search.signal(rule);
    return original.holds(signal, last) == pin.holds()
        && seen.twisted().values().stream()
            .allMatch(said -> Search.turns(original, said, signal, last));
  }
}
