package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.SortedMap;
import sorte.trading.analysis.CostStress;
import sorte.trading.analysis.LookAhead;
import sorte.trading.analysis.MonteCarlo;
import sorte.trading.analysis.ParameterGrid;
import sorte.trading.analysis.Quantiles;
import sorte.trading.analysis.Surface;
import sorte.trading.analysis.WalkForward;
import sorte.trading.analysis.WarmUp;
import sorte.trading.door.Json;
import sorte.trading.market.Bars;
import sorte.trading.money.Money;

/// Analyses for scripts. A figure that does not exist is null.
final class AnalysisJson {
  private AnalysisJson() {}

  static ObjectNode of(LookAhead found) {
    ObjectNode json = Json.object();
    json.put("clean", found.clean()).put("cuts", found.cuts().size());
    json.put("compared", found.compared());
    ArrayNode differences = json.putArray("differences");
    for (LookAhead.Difference d : found.differences()) {
      differences
          .addObject()
          .put("cut", d.cut())
          .put("future", d.future() == LookAhead.Future.NONE ? "none" : "other")
          .put("bar", d.bar())
          .put("was", d.was())
          .put("became", d.became());
    }
    return json;
  }

  static ObjectNode of(WarmUp found) {
    ObjectNode json = Json.object();
    json.put("window", found.window()).put("declared", found.firstDecisionBar());
    if (found.settled() < 0) {
      json.putNull("settled");
    } else {
      json.put("settled", found.settled());
    }
    ArrayNode rows = json.putArray("histories");
    for (WarmUp.Row row : found.rows()) {
      ObjectNode one = rows.addObject();
      one.put("history", row.history()).put("differing", row.differing());
      ObjectNode lines = one.putObject("apartPct");
      for (int i = 0; i < found.lines().size(); i++) {
        number(lines, found.lines().get(i), row.percent().get(i));
      }
    }
    return json;
  }

  static ObjectNode of(WalkForward found, Bars bars) {
    ObjectNode json = Json.object();
    number(json, "returnPct", found.returnPct());
    number(json, "meanInSharpe", found.meanInSharpe());
    number(json, "meanOutSharpe", found.meanOutSharpe());
    number(json, "keptPct", found.keptPct());
    ArrayNode folds = json.putArray("folds");
    for (WalkForward.Fold fold : found.folds()) {
      ObjectNode one = folds.addObject();
      one.put("from", time(bars, fold.from())).put("cut", time(bars, fold.cut()));
      one.put("last", time(bars, fold.to() - 1));
      settings(one, fold.settings());
      number(one, "inSharpe", fold.inSharpe());
      number(one, "outSharpe", fold.outSharpe());
      number(one, "inReturnPct", fold.inReturnPct());
      number(one, "outReturnPct", fold.outReturnPct());
    }
    return json;
  }

  static ObjectNode of(MonteCarlo found) {
    ObjectNode json = Json.object();
    json.put("seed", found.seed()).put("runs", found.runs()).put("block", found.block());
    json.put("trades", found.trades());
    outcome(json.putObject("shuffledTrades"), found.shuffled());
    outcome(json.putObject("resampledBars"), found.resampled());
    return json;
  }

  private static void outcome(ObjectNode json, MonteCarlo.Outcome outcome) {
    quantiles(json.putObject("finalPct"), outcome.finalPct());
    quantiles(json.putObject("drawdownPct"), outcome.drawdownPct());
    json.put("lossShare", outcome.lossShare());
  }

  private static void quantiles(ObjectNode json, Quantiles of) {
    json.put("p5", of.p5()).put("p25", of.p25()).put("p50", of.p50());
    json.put("p75", of.p75()).put("p95", of.p95());
  }

  static ObjectNode of(CostStress found) {
    ObjectNode json = Json.object();
    number(json, "breakEvenFee", found.breakEvenFee());
    ArrayNode rows = json.putArray("rows");
    for (CostStress.Row row : found.rows()) {
      ObjectNode one = rows.addObject();
      one.put("factor", row.factor()).put("fee", row.costs().fee());
      one.put("spread", row.costs().spread()).put("slippage", row.costs().slippage());
      number(one, "returnPct", row.returnPct());
      number(one, "sharpe", row.sharpe());
      one.put("feesPaid", Money.toDouble(row.feesPaid()));
    }
    return json;
  }

  static ObjectNode of(Surface found, ParameterGrid grid, SortedMap<String, Double> fixed) {
    ObjectNode json = Json.object();
    settings(json, grid.point(found.best(), fixed));
    number(json, "sharpe", found.sharpes()[found.best()]);
    number(json, "neighbourMean", found.neighbourMean());
    number(json, "neighbourWorst", found.neighbourWorst());
    number(json, "lostNearbyPct", found.lostNearbyPct());
    number(json, "profitablePct", found.profitablePct());
    json.put("trials", found.sharpes().length);
    number(json, "probabilisticSharpe", found.chosen().probabilityAbove(0));
    number(json, "deflatedSharpe", found.deflated());
    number(json, "minTrackRecordBars", found.barsNeeded());
    number(json, "minBacktestYears", found.yearsNeeded());
    json.put("pbo", found.overfitting().probability());
    json.put("pboCombinations", found.overfitting().combinations());
    json.put("pboOverfit", found.overfitting().overfit());
    number(json, "pboMeanLogit", found.overfitting().meanLogit());
    json.put("pboLossShare", found.overfitting().lossShare());
    ArrayNode points = json.putArray("points");
    for (int i = 0; i < found.sharpes().length; i++) {
      ObjectNode one = points.addObject();
      settings(one, grid.point(i, fixed));
      number(one, "sharpe", found.sharpes()[i]);
      number(one, "returnPct", found.returnsPct()[i]);
    }
    return json;
  }

  private static void settings(ObjectNode json, SortedMap<String, Double> settings) {
    ObjectNode at = json.putObject("params");
    settings.forEach(at::put);
  }

  private static String time(Bars bars, int bar) {
    return Instant.ofEpochMilli(bars.time(bar)).toString();
  }

  private static void number(ObjectNode json, String key, double value) {
    if (Double.isFinite(value)) {
      json.put(key, value);
    } else {
      json.putNull(key);
    }
  }
}
