package sorte.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import sorte.change.log.ChangeEvent;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// Tells a change's events to a person as they happen, a few lines each.
public final class Story {
  /// The most lines of a difference that are shown.
  static final int LONGEST_DIFF = 60;

  private final Screen screen;
  private final boolean quiet;
  private final Phrasebook words;
  private double lastShare = -1;

  /// @param quiet tells nothing (for scripts)
  public Story(Screen screen, boolean quiet) {
    this.screen = screen;
    this.quiet = quiet;
    this.words = screen.words();
  }

  /// Tells one event as the commander's door gives it.
  public void tell(JsonNode event) {
    if (!quiet) {
      tell(read(event));
    }
  }

  private static ChangeEvent read(JsonNode event) {
    try {
      return Json.MAPPER.treeToValue(event, ChangeEvent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event this build does not know: " + event, e);
    }
  }

  void tell(ChangeEvent event) {
    switch (event) {
      case ChangeEvent.Requested e -> line("story.requested", OneLine.of(e.words()));
      case ChangeEvent.Planned e -> line("story.planned", actions(e.plan()));
      case ChangeEvent.Edited e -> line("story.edited", screen.text(e.summary()));
      case ChangeEvent.Judged e -> judged(e);
      case ChangeEvent.ApprovalAsked e -> line("story.approval-asked", e.reason());
      case ChangeEvent.Approved e -> line("story.approved", e.by());
      case ChangeEvent.Rejected e -> line("story.rejected", e.by());
      case ChangeEvent.Queued e -> line("story.queued", e.behind());
      case ChangeEvent.Committed e -> line("story.committed", e.commit());
      case ChangeEvent.StepIntended _ -> {}
      case ChangeEvent.StepTaken e -> step(e);
      case ChangeEvent.StepRefused e -> line("story.step-refused", percent(e.share()), e.reason());
      case ChangeEvent.Analysed e -> analysis(e.analysis());
      case ChangeEvent.OwnerAsked e -> line("story.owner-asked", e.question());
      case ChangeEvent.OwnerAnswered e -> line("story.owner-answered", e.answer(), e.by());
      case ChangeEvent.PromotionDecided e -> line("story.promotion-decided", e.grounds());
      case ChangeEvent.Promoted e -> line("story.promoted", shortened(e.commit()), bar(e.bar()));
      case ChangeEvent.RollbackDecided e -> {
        line("story.rollback-decided", cause(e.cause()), e.reason());
        if (e.analysis() != null) {
          analysis(e.analysis());
        }
      }
      case ChangeEvent.RolledBack e ->
          line(
              "story.rolled-back",
              cause(e.cause()),
              e.reason(),
              bar(e.bar()),
              millis(e.micros()));
      case ChangeEvent.Undone e -> line("story.undone", e.reason());
      case ChangeEvent.Withdrawn e -> line("story.withdrawn", e.by());
      case ChangeEvent.Failed e ->
          line("story.failed", e.stage(), e.reason(), e.remedy() == null ? "" : e.remedy());
      case ChangeEvent.Recovered e -> line("story.recovered-" + e.how(), e.from());
      case ChangeEvent.LessonLearned e -> line("story.lesson", screen.text(e.lesson().path("text")));
    }
  }

  private void judged(ChangeEvent.Judged judged) {
    String diff = judged.diff();
    if (diff != null && !diff.isEmpty()) {
      line("story.diff");
      diff.lines().limit(LONGEST_DIFF).forEach(l -> screen.out().println("      " + l));
    }
    line("story.gates");
    VerdictText.gates(screen, judged.verdict());
    line(judged.approved() ? "story.judged-approved" : "story.judged-rejected");
  }

  private void step(ChangeEvent.StepTaken e) {
    if (e.share() == 0) {
      line("story.shadow", bar(e.bar()));
    } else if (e.share() != lastShare) {
      line("story.canary", percent(e.share()), bar(e.bar()), money(e.allocation()));
    }
    lastShare = e.share();
  }

  private void analysis(JsonNode analysis) {
    line("story.analysis", screen.text(analysis.path("text")));
  }

  private void line(String key, Object... values) {
    screen.out().println("  " + words.say(key, values));
  }

  private String actions(JsonNode plan) {
    StringBuilder all = new StringBuilder();
    for (JsonNode action : plan.path("actions")) {
      all.append(all.isEmpty() ? "" : "; ").append(action);
    }
    return all.toString();
  }

  private String cause(ChangeEvent.Cause cause) {
    return words.say("cause." + cause.name());
  }

  private static String shortened(String commit) {
    return commit.substring(0, Math.min(10, commit.length()));
  }

  private static String bar(long bar) {
    return Long.toString(bar);
  }

  private static String millis(long micros) {
    return BigDecimal.valueOf(micros, 3).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static String percent(double fraction) {
    return BigDecimal.valueOf(fraction)
            .movePointRight(2)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private static String money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
