package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.DecideTask;
import sorte.trading.market.Bars;

/// How the runs of one task are laid out: the history first, then its prefixes, the hostile
/// markets, the further ones.
///
/// @param names of the runs, one each
record Layout(List<BarColumns> series, List<DecideTask.Run> runs, List<String> names) {

  private Layout() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /// The history, its latest `most` bars, and the hostile markets, each once.
  static Layout of(Ground ground, int most) {
    Bars all = ground.history();
    BarColumns history = Recording.columns(all.slice(Math.max(0, all.size() - most), all.size()));
    Layout layout = new Layout();
    layout.add("history", history);
    for (HostileMarkets.Named market : HostileMarkets.all(lasting(history))) {
      layout.add(market.name(), market.bars());
    }
    return layout;
  }

  /// The same with prefixes of the history right behind it.
  static Layout trials(Ground ground, int cuts) {
    Layout layout = of(ground, Ground.HISTORY_MOST);
    int bars = ground.history().size();
    for (int cut = 1; cut <= cuts; cut++) {
      int prefix = bars * cut / (cuts + 1);
      layout.runs.add(cut, new DecideTask.Run(0, prefix, new TreeMap<>()));
      layout.names.add(cut, "history to bar " + prefix);
    }
    return layout;
  }

  /// The history and the further markets.
  static Layout markets(Ground ground) {
    Layout layout = new Layout();
    layout.add("history", Recording.columns(ground.history()));
    return layout.with(ground.others());
  }

  /// The same and, last, further markets.
  Layout with(List<Ground.Other> others) {
    Layout layout =
        new Layout(new ArrayList<>(series), new ArrayList<>(runs), new ArrayList<>(names));
    others.forEach(other -> layout.add(other.name(), Recording.columns(other.bars())));
    return layout;
  }

  private void add(String name, BarColumns bars) {
    runs.add(new DecideTask.Run(series.size(), bars.bars(), new TreeMap<>()));
    series.add(bars);
    names.add(name);
  }

  /// How long a bar is. A history of one bar says nothing of it.
  static long lasting(BarColumns history) {
    return history.barMillis() > 0 ? history.barMillis() : HostileMarkets.USUAL_MILLIS;
  }
}
