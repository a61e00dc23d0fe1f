package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import sorte.guardian.Dossier;
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.DecideAnswer;
import sorte.guardian.child.DecideTask;
import sorte.guardian.child.WarmChildren;
import sorte.trading.market.Bars;
import sorte.trading.release.MeterControl;

/// A strategy source that passed source, compile and capability, to be run over bars in the sandbox
/// as often as needed.
public final class SourceRuns {
  private final WarmChildren children;
  private final Dossier dossier;

  public SourceRuns(WarmChildren children, Dossier dossier) {
    this.children = children;
    this.dossier = dossier;
  }

  /// The same strategy beside variants of it.
  public VariantRuns beside(List<VariantRuns.Variant> variants) {
    return VariantRuns.of(children, dossier, variants);
  }

  /// One run asked for.
  public record Asked(Bars bars, SortedMap<String, Double> settings) {}

  /// How each run ended, in the order asked. One child takes as many as it may; each run has a
  /// fresh instance in a fresh loader.
  public List<SourceRun> run(List<Asked> asked) {
    List<SourceRun> ended = new ArrayList<>(asked.size());
    for (int from = 0; from < asked.size(); ) {
      int to = from + 1;
      long bars = asked.get(from).bars().size();
      while (to < asked.size()
          && to - from < DecideTask.SERIES_MOST
          && bars + asked.get(to).bars().size() <= DecideTask.BARS_MOST) {
        bars += asked.get(to).bars().size();
        to++;
      }
      ended.addAll(inOneChild(asked.subList(from, to)));
      from = to;
    }
    return ended;
  }

  private List<SourceRun> inOneChild(List<Asked> asked) {
    Map<Bars, Integer> places = new IdentityHashMap<>();
    List<BarColumns> series = new ArrayList<>();
    List<DecideTask.Run> runs = new ArrayList<>();
    for (Asked one : asked) {
      Integer place = places.get(one.bars());
      if (place == null) {
        place = series.size();
        places.put(one.bars(), place);
        series.add(Recording.columns(one.bars()));
      }
      runs.add(new DecideTask.Run(place, one.bars().size(), one.settings()));
    }
    DecideTask task =
        new DecideTask(
            dossier.metered(), dossier.className(), series, runs, MeterControl.DECISION_FUEL);
    return switch (children.decide(task)) {
      case ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _)
          when answer.runs().size() != asked.size() ->
          faulted(asked.size(), answer.runs().size() + " runs of " + asked.size() + " came back");
      case ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _) ->
          answer.runs().stream().map(run -> SourceRun.answered(dossier, run)).toList();
      case ChildOutcome.Ended<DecideAnswer>(var end, String detail) ->
          faulted(asked.size(), end + " " + detail);
      case ChildOutcome.Unconfined<DecideAnswer>(String reason) -> faulted(asked.size(), reason);
    };
  }

  static List<SourceRun> faulted(int runs, String what) {
    List<SourceRun> all = new ArrayList<>(runs);
    for (int i = 0; i < runs; i++) {
      all.add(new SourceRun.Faulted(-1, what, 0));
    }
    return all;
  }
}
