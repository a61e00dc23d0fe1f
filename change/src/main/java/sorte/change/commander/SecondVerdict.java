package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// The guardian's second verdict on a release that runs as shadow: asked for beside the rollout, as
/// soon as the shadow is in place, and waited for before the first share of the capital. Whether it
/// is there follows from the change's events alone; a commander that begins anew asks again.
final class SecondVerdict {
  private static final System.Logger LOG = System.getLogger("sorte.commander");

  private final ChangeStory story;
  private final House house;
  private @Nullable Thread asking;
  private volatile boolean stopped;

  /// Where it stands.
  enum Standing {
    /// The release may get capital: by the second verdict, or by a first that admitted to it.
    ADMITTED,
    OPEN,
    /// Rejected, or it could not be told; that is never folded into yes.
    REFUSED
  }

  SecondVerdict(ChangeStory story, House house) {
    this.story = story;
    this.house = house;
  }

  static Standing of(Change change) {
    if (!change.last(ChangeEvent.Judged.class).filter(ChangeEvent.Judged::shadowOnly).isPresent()) {
      return Standing.ADMITTED;
    }
    if (!change.isAfter(ChangeEvent.Deepened.class, ChangeEvent.Judged.class)) {
      return Standing.OPEN;
    }
    return change.last(ChangeEvent.Deepened.class).orElseThrow().approved()
        ? Standing.ADMITTED
        : Standing.REFUSED;
  }

  /// Why it is not admitted: the gate that said no, in the words of whoever asked.
  static String reason(Change change) {
    JsonNode verdict = change.last(ChangeEvent.Deepened.class).orElseThrow().verdict();
    for (JsonNode gate : verdict.path("gates")) {
      String outcome = gate.path("outcome").asText();
      if (outcome.equals("fail") || outcome.equals("inconclusive")) {
        for (JsonNode finding : gate.path("findings")) {
          return said(verdict, gate.path("gate").asText() + ": " + finding.path("what").asText());
        }
      }
    }
    return said(verdict, verdict.path("why").asText("-"));
  }

  private static String said(JsonNode verdict, String why) {
    return "the guardian's long gates said " + verdict.path("verdict").asText("-") + ": " + why;
  }

  /// Has it asked for, once at a time.
  void ask() {
    if (asking == null || !asking.isAlive()) {
      asking = Thread.ofVirtual().name("second-verdict-" + story.id()).start(this::asked);
    }
  }

  /// Ends the asking, when the change has ended or the commander does.
  void stop() {
    stopped = true;
    Thread known = asking;
    if (known != null) {
      known.interrupt();
    }
  }

  private void asked() {
    String alert = "second-" + story.id();
    for (int faults = 0; open(); ) {
      try {
        ChangeEvent.Deepened verdict = house.guardian().deepen(story.change());
        house.step().after("effect:deepen");
        told(verdict);
        house.alerts().over(alert);
        return;
      } catch (DoorClosed closed) {
        if (stopped) {
          return;
        }
        LOG.log(System.Logger.Level.INFO, "the second verdict waits: {0}", closed.getMessage());
        house
            .alerts()
            .raise(
                alert,
                "alert.waits",
                story.id(),
                new Alerts.Recorded(String.valueOf(closed.getMessage())));
      } catch (DoorError error) {
        faults++;
        if (error.status() < 500 || faults >= ChangeRun.TRIES) {
          told(untold(error.what()));
          return;
        }
      } catch (UncheckedIOException _) {
        // it cannot be written down now: the guardian says the same again
      }
      pause();
    }
  }

  private boolean open() {
    Change change = story.change();
    return !stopped
        && !change.state().ended()
        && !change.has(ChangeEvent.RollbackDecided.class)
        && of(change) == Standing.OPEN;
  }

  private void told(ChangeEvent.Deepened verdict) {
    synchronized (story) {
      if (open()) {
        story.append(verdict);
      }
    }
  }

  /// The guardian did not say yes, for a reason of its own.
  private static ChangeEvent.Deepened untold(String why) {
    ObjectNode verdict = Json.object().put("verdict", "inconclusive").put("accepted", false);
    verdict.putArray("gates");
    return new ChangeEvent.Deepened(verdict.put("why", why), false);
  }

  private static void pause() {
    try {
      Thread.sleep(ChangeRun.RETRY_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
