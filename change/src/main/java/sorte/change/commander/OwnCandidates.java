package sorte.change.commander;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;

/// How many changes of Sorte's own came to shadow lately: trying often must not make luck look like
/// skill.
final class OwnCandidates {
  private static final Duration LATELY = Duration.ofDays(90);

  private OwnCandidates() {}

  static int within90Days(List<Change> changes, Instant now) {
    long count =
        changes.stream()
            .filter(change -> change.requested().origin().equals("own"))
            .flatMap(change -> change.lastEntry(ChangeEvent.StepIntended.class).stream())
            .filter(entry -> entry.at().isAfter(now.minus(LATELY)))
            .count();
    return (int) Math.max(1, count);
  }
}
