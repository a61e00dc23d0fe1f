package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import sorte.change.log.ChangeEvent;
import sorte.change.observe.Figures;
import sorte.change.observe.Reasons;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// An event as a sentence for people, in both languages.
final class EventText {
  private EventText() {}

  static ObjectNode of(ChangeEvent event) {
    return Json.object().put("pt", said(event, "pt")).put("en", said(event, "en"));
  }

  private static String said(ChangeEvent event, String language) {
    Phrasebook book = Phrasebook.load(Alerts.WORDS, language);
    Figures figures = new Figures(language);
    String key = "event." + event.getClass().getSimpleName();
    return switch (event) {
      case ChangeEvent.Requested e -> book.say(key, Summaries.oneLine(e.words()), e.from());
      case ChangeEvent.Planned e ->
          book.say(key, shortened(e.base()), Plans.said(e.plan(), language));
      case ChangeEvent.Edited e -> book.say(key, e.summary().path(language).asText(""));
      case ChangeEvent.Judged e -> book.say(key, book.say("verdict." + verdict(e.verdict())));
      case ChangeEvent.Deepened e -> book.say(key, book.say("verdict." + verdict(e.verdict())));
      case ChangeEvent.ApprovalAsked _ -> book.say(key);
      case ChangeEvent.Approved e -> book.say(key, e.by());
      case ChangeEvent.Rejected e -> book.say(key, e.by());
      case ChangeEvent.Queued e -> book.say(key, e.behind());
      case ChangeEvent.Committed e -> book.say(key, shortened(e.commit()));
      case ChangeEvent.StepIntended e -> book.say(key, step(book, figures, e.step(), e.share()));
      case ChangeEvent.StepTaken e ->
          book.say(key, step(book, figures, e.step(), e.share()), figures.whole(e.bar()));
      case ChangeEvent.StepRefused e ->
          book.say(
              key, step(book, figures, e.step(), e.share()), Reasons.said(e.reason(), language));
      case ChangeEvent.Analysed e -> analysis(e.analysis(), language);
      case ChangeEvent.OwnerAsked e -> book.say(key, analysis(e.analysis(), language));
      case ChangeEvent.OwnerAnswered e -> book.say(key, book.say("answer." + e.answer()), e.by());
      case ChangeEvent.PromotionDecided e ->
          book.say(key, book.say("grounds." + e.grounds()), analysis(e.analysis(), language));
      case ChangeEvent.Promoted e -> book.say(key, shortened(e.commit()));
      case ChangeEvent.RollbackDecided e ->
          book.say(
              key,
              book.say("cause." + e.cause().name()),
              reason(e.reason(), e.analysis(), language));
      case ChangeEvent.RolledBack e ->
          book.say(
              key,
              book.say("cause." + e.cause().name()),
              figures.whole(e.bar()),
              e.micros() <= 0 // not measured
                  ? ""
                  : book.say("event.RolledBack.millis", figures.fixed(e.micros() / 1000.0, 1)));
      case ChangeEvent.Undone e -> book.say(key, Reasons.said(e.reason(), language));
      case ChangeEvent.Withdrawn e -> book.say(key, e.by());
      case ChangeEvent.Failed e ->
          book.say(key, Reasons.said(e.reason(), language), e.remedy() == null ? "" : e.remedy());
      case ChangeEvent.Recovered e -> book.say("event.Recovered." + e.how(), e.from());
      case ChangeEvent.LessonLearned e -> e.lesson().path("text").path(language).asText("");
    };
  }

  private static String step(Phrasebook book, Figures figures, String step, double share) {
    return book.say("step." + step, figures.fixed(share * 100, 0));
  }

  private static String verdict(JsonNode verdict) {
    String word = verdict.path("verdict").asText();
    return switch (word) {
      case "approved", "rejected", "inconclusive" -> word;
      default -> "inconclusive";
    };
  }

  private static String analysis(JsonNode analysis, String language) {
    return analysis.path("text").path(language).asText("");
  }

  private static String reason(String reason, @Nullable JsonNode analysis, String language) {
    String said = analysis == null ? "" : analysis(analysis, language);
    return said.isEmpty() ? Reasons.said(reason, language) : said;
  }

  private static String shortened(String commit) {
    return commit.substring(0, Math.min(10, commit.length()));
  }
}
