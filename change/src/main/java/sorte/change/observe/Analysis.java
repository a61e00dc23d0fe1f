package sorte.change.observe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sorte.change.judge.Evidence;
import sorte.change.judge.Judgement;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// What the judge said at one moment, with what it had seen and what that means in money.
///
/// @param code `worse`, `not-worse`, `better`, `identical`, `cannot-tell`, `could-not-measure`
/// @param step where the rollout was: `shadow`, `canary`
public record Analysis(
    String code,
    String step,
    double share,
    Judgement judgement,
    Money money,
    Map<String, String> text) {
  public static final String WORDS = "sorte/change/observe/words";

  public static Analysis of(String step, double share, Judgement judgement, Money money) {
    String code = code(judgement);
    return new Analysis(
        code,
        step,
        share,
        judgement,
        money,
        Map.of("pt", said("pt", code, judgement, money), "en", said("en", code, judgement, money)));
  }

  private static String code(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Worse _ -> "worse";
      case Judgement.NotWorse _ -> "not-worse";
      case Judgement.Better _ -> "better";
      case Judgement.Identical _ -> "identical";
      case Judgement.CannotTell _ -> "cannot-tell";
      case Judgement.CouldNotMeasure _ -> "could-not-measure";
    };
  }

  private static String said(String language, String code, Judgement judgement, Money money) {
    Phrasebook book = Phrasebook.load(WORDS, language);
    Figures figures = new Figures(language);
    Evidence e = judgement.evidence();
    String first =
        switch (judgement) {
          case Judgement.CouldNotMeasure why ->
              book.say(code, book.say("fault." + why.fault().name()), why.seen());
          case Judgement.CannotTell cannot -> book.say(cannot.horizon() ? "horizon" : code);
          case Judgement.Worse _, Judgement.NotWorse _, Judgement.Better _, Judgement.Identical _ ->
              book.say(code);
        };
    return first
        + " "
        + book.say(
            "figures",
            figures.whole(e.pairs()),
            figures.whole(e.differing()),
            figures.money(money.mean()),
            figures.money(money.low()),
            figures.money(money.high()),
            figures.fixed(e.abort(), 2),
            figures.fixed(e.notWorse(), 2),
            figures.money(money.margin()));
  }

  public ObjectNode toJson() {
    Evidence e = judgement.evidence();
    ObjectNode json = Json.object().put("said", code).put("step", step).put("share", share);
    json.put("pairs", e.pairs()).put("differing", e.differing());
    json.putObject("eValues")
        .put("abort", e.abort())
        .put("notWorse", e.notWorse())
        .put("better", e.better());
    json.put("sigma", e.sigma())
        .put("autocorrelation", e.autocorrelation())
        .put("block", e.block());
    json.putObject("meanDifference")
        .put("low", e.interval().low())
        .put("mean", e.interval().mean())
        .put("high", e.interval().high());
    json.putObject("moneyAMonth")
        .put("low", money.low())
        .put("mean", money.mean())
        .put("high", money.high())
        .put("margin", money.margin())
        .put("equity", money.equity());
    json.putObject("text").put("pt", text.get("pt")).put("en", text.get("en"));
    return json;
  }
}
