package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Tells a change's events to a person as they happen: the commander's sentence for each, and
/// behind a verdict the diff and the gates.
public final class Story {
  /// The most lines of a difference that are shown.
  static final int LONGEST_DIFF = 60;

  /// Events that say nothing new to a person: what they announce follows at once.
  private static final Set<String> UNTOLD = Set.of("StepIntended");

  private static final int TELL_AGAIN = 2;
  private static final int MULTIPLIED = 5;

  /// Far over every line of the judge: more evidence than this is no news.
  private static final double ENOUGH = 1_000;

  private final Screen screen;
  private final boolean quiet;
  private long pairsTold;
  private double abortTold = 1;
  private double notWorseTold = 1;

  /// @param quiet tells nothing (for scripts)
  public Story(Screen screen, boolean quiet) {
    this.screen = screen;
    this.quiet = quiet;
  }

  /// Tells one event as the commander's door gives it.
  public void tell(JsonNode event) {
    String type = event.path("type").asText();
    if (quiet || UNTOLD.contains(type)) {
      return;
    }
    if (type.equals("Judged")) {
      judged(event);
    }
    if (type.equals("Deepened")) {
      screen.show("story.long-gates");
      VerdictText.gates(screen, event.path("verdict"));
    }
    if (type.equals("Analysed") && !news(event.path("analysis"))) {
      return;
    }
    screen.out().println("  " + screen.text(event.path("text")));
  }

  /// The judge looks all the time; a person is told when it has seen twice as much, or when the
  /// evidence has multiplied.
  private boolean news(JsonNode analysis) {
    long pairs = analysis.path("pairs").asLong();
    double abort = evidence(analysis, "abort");
    double notWorse = evidence(analysis, "notWorse");
    boolean told =
        pairs < TELL_AGAIN * pairsTold
            && abort < MULTIPLIED * abortTold
            && notWorse < MULTIPLIED * notWorseTold;
    if (told) {
      return false;
    }
    pairsTold = Math.max(1, pairs);
    abortTold = Math.max(1, abort);
    notWorseTold = Math.max(1, notWorse);
    return true;
  }

  private static double evidence(JsonNode analysis, String of) {
    return Math.min(ENOUGH, analysis.path("eValues").path(of).asDouble(1));
  }

  private void judged(JsonNode event) {
    String diff = event.path("diff").asText("");
    if (!diff.isEmpty()) {
      screen.show("story.diff");
      diff.lines().limit(LONGEST_DIFF).forEach(line -> screen.out().println("      " + line));
    }
    screen.show("story.gates");
    VerdictText.gates(screen, event.path("verdict"));
  }
}
