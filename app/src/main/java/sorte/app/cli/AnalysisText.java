package sorte.app.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.change.observe.Figures;
import sorte.trading.analysis.CostStress;
import sorte.trading.analysis.LookAhead;
import sorte.trading.analysis.MonteCarlo;
import sorte.trading.analysis.Quantiles;
import sorte.trading.analysis.Surface;
import sorte.trading.analysis.WalkForward;
import sorte.trading.analysis.WarmUp;
import sorte.trading.market.Bars;

/// Analyses for people: what was found, what it means, and what it does not.
record AnalysisText(Screen screen, Bars bars) {

  void show(LookAhead found) {
    say("look-ahead.compared", whole(found.cuts().size()), whole(found.compared()));
    for (LookAhead.Difference d : found.differences()) {
      say("look-ahead.difference", whole(d.cut()), whole(d.bar()));
    }
    say(found.clean() ? "look-ahead.clean" : "look-ahead.found");
    say("look-ahead.means");
  }

  void show(WarmUp found) {
    say("warm-up.window", whole(found.window()), whole(found.firstDecisionBar()));
    for (WarmUp.Row row : found.rows()) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < found.lines().size(); i++) {
        lines.add(found.lines().get(i) + " " + fixed(row.percent().get(i), 6) + " %");
      }
      say(
          "warm-up.row",
          whole(row.history()),
          whole(row.differing()),
          lines.isEmpty() ? screen.words().say("warm-up.hidden") : String.join(", ", lines));
    }
    if (found.settled() < 0) {
      say("warm-up.never");
    } else {
      say("warm-up.settled", whole(found.settled()));
    }
    say("warm-up.means");
  }

  void show(WalkForward found) {
    for (WalkForward.Fold fold : found.folds()) {
      say(
          "walk-forward.fold",
          day(fold.from()),
          day(fold.cut()),
          day(fold.to() - 1),
          settings(fold.settings()),
          fixed(fold.inSharpe(), 2),
          fixed(fold.outSharpe(), 2),
          fixed(fold.outReturnPct(), 2));
    }
    say(
        "walk-forward.joined",
        fixed(found.returnPct(), 2),
        fixed(found.meanInSharpe(), 2),
        fixed(found.meanOutSharpe(), 2),
        fixed(found.keptPct(), 0));
    say("walk-forward.means");
  }

  void show(MonteCarlo found) {
    say("monte-carlo.runs", whole(found.runs()), Long.toString(found.seed()), whole(found.block()));
    quantiles("monte-carlo.shuffled-drawdown", found.shuffled().drawdownPct());
    quantiles("monte-carlo.resampled-final", found.resampled().finalPct());
    quantiles("monte-carlo.resampled-drawdown", found.resampled().drawdownPct());
    say("monte-carlo.loss", fixed(100 * found.resampled().lossShare(), 1));
    say("monte-carlo.means");
  }

  private void quantiles(String key, Quantiles of) {
    say(
        key,
        fixed(of.p5(), 2),
        fixed(of.p25(), 2),
        fixed(of.p50(), 2),
        fixed(of.p75(), 2),
        fixed(of.p95(), 2));
  }

  void show(CostStress found) {
    for (CostStress.Row row : found.rows()) {
      say(
          "costs.row",
          whole((long) row.factor()),
          fixed(100 * row.costs().fee(), 3),
          fixed(100 * row.costs().spread(), 3),
          fixed(100 * row.costs().slippage(), 3),
          fixed(row.returnPct(), 2),
          fixed(row.sharpe(), 2));
    }
    if (found.breakEvenFee() == 0) {
      say("costs.never");
    } else if (Double.isNaN(found.breakEvenFee())) {
      say("costs.always");
    } else {
      say("costs.break-even", fixed(100 * found.breakEvenFee(), 4));
    }
    say("costs.means");
  }

  void show(Surface found, SortedMap<String, Double> best) {
    say(
        "surface.best",
        settings(best),
        fixed(found.sharpes()[found.best()], 2),
        whole(found.sharpes().length));
    say(
        "surface.near",
        fixed(found.neighbourMean(), 2),
        fixed(found.neighbourWorst(), 2),
        fixed(found.lostNearbyPct(), 0),
        fixed(found.profitablePct(), 0));
    say(
        "surface.believed",
        fixed(100 * found.chosen().probabilityAbove(0), 1),
        fixed(100 * found.deflated(), 1));
    if (Double.isFinite(found.barsNeeded()) && Double.isFinite(found.yearsNeeded())) {
      say(
          "surface.needed",
          fixed(Math.ceil(found.barsNeeded()), 0),
          whole(bars.size()),
          whole(found.sharpes().length),
          fixed(found.yearsNeeded(), 1));
    }
    say(
        "surface.pbo",
        fixed(100 * found.overfitting().probability(), 1),
        whole(found.overfitting().overfit()),
        whole(found.overfitting().combinations()));
    say("surface.means");
  }

  private void say(String key, Object... values) {
    screen.show(key, values);
  }

  private String settings(SortedMap<String, Double> settings) {
    SortedMap<String, String> said = new TreeMap<>();
    settings.forEach(
        (name, value) -> said.put(name, fixed(value, value == Math.rint(value) ? 0 : 4)));
    return said.toString();
  }

  private String day(int bar) {
    return Instant.ofEpochMilli(bars.time(bar)).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private String whole(long value) {
    return new Figures(screen.language()).whole(value);
  }

  private String fixed(double value, int digits) {
    return new Figures(screen.language()).fixed(value, digits);
  }
}
