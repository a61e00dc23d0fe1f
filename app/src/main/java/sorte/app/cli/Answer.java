package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import sorte.trading.door.DoorClient;

/// What the commander answered to a request, told to the person; then, where asked, the change's
/// story as it happens.
final class Answer {
  /// How long one look at the story waits for something new, in milliseconds.
  static final int LOOK_MILLIS = 5_000;

  /// How long a request waits to hear whether its change can be edited as asked, in milliseconds.
  static final long EDIT_MILLIS = 3_000;

  private static final Set<String> BEFORE_EDIT = Set.of("planned", "editing");

  /// States in which a change stays where it is.
  static final Set<String> ENDED =
      Set.of("rejected", "promoted", "aborted", "rolled-back", "withdrawn", "failed");

  private final Screen screen;
  private final DoorClient commander;
  private final boolean json;

  Answer(Screen screen, DoorClient commander, boolean json) {
    this.screen = screen;
    this.commander = commander;
    this.json = json;
  }

  int give(JsonNode answer, boolean wait) {
    JsonNode plan = answer.path("plan");
    if (answer.has("change")) {
      if (answer.has("done") && !json) {
        screen.out().println(screen.text(answer.path("done").path("text")));
      }
      return change(answer.path("change"), wait);
    }
    String kind = plan.path("kind").asText("plan");
    JsonNode done = answer.path("done");
    if (json) {
      screen.json(answer.has("done") ? asActed(done, plan.path("actions").size() == 1) : plan);
    } else if (!kind.equals("plan")) {
      PlanText.show(screen, plan);
    } else {
      screen.out().println(screen.text(done.path("text")));
    }
    return switch (done.path("outcome").asText()) {
      case "confirm" -> Exit.REFUSED;
      case "not-yet" -> Exit.UNAVAILABLE;
      default -> kind.equals("plan") ? Exit.DONE : Exit.REFUSED;
    };
  }

  /// One act by sentence answers as its own command does: the change, or the status.
  static JsonNode asActed(JsonNode done, boolean one) {
    if (one && done.has("changed")) {
      return done.path("changed");
    }
    if (one && done.has("services")) {
      ObjectNode status = done.deepCopy();
      return status.without(List.of("outcome", "text"));
    }
    return done;
  }

  private int change(JsonNode change, boolean wait) {
    String id = change.path("id").asText();
    JsonNode last = wait ? change : edited(change);
    if (!json) {
      String summary = screen.text(last.path("summary"));
      // until it is edited, all there is to say of it is what was asked
      String told = summary.isBlank() ? OneLine.of(change.path("words").asText()) : summary;
      screen.show("ask.change", id, told);
    }
    if (wait) {
      last = follow(id);
    } else if (last.path("state").asText().equals("failed")) {
      told(id);
    } else if (!json) {
      screen.show("ask.follow", id);
    }
    if (json) {
      screen.json(last);
    }
    return exit(last.path("state").asText(), wait);
  }

  /// The change once it is edited, or at once known not to be possible: a value out of its bounds
  /// is said here and now. Where that takes long, the change as it is.
  private JsonNode edited(JsonNode change) {
    String id = change.path("id").asText();
    JsonNode now = change;
    long next = 0;
    long deadline = System.nanoTime() + EDIT_MILLIS * 1_000_000;
    while (BEFORE_EDIT.contains(now.path("state").asText()) && System.nanoTime() < deadline) {
      JsonNode page =
          commander.get("/changes/" + id + "/events?from=" + next + "&waitMillis=" + EDIT_MILLIS);
      next = page.path("next").asLong(next);
      now = commander.get("/changes/" + id);
    }
    return now;
  }

  /// Why a change failed, as its story tells it.
  private void told(String id) {
    if (json) {
      return;
    }
    Story story = new Story(screen, false);
    for (JsonNode event : commander.get("/changes/" + id + "/events?from=0").path("events")) {
      if (event.path("type").asText().equals("Failed")) {
        story.tell(event);
      }
    }
  }

  private JsonNode follow(String id) {
    Story story = new Story(screen, json);
    long next = 0;
    while (true) {
      JsonNode page =
          commander.get("/changes/" + id + "/events?from=" + next + "&waitMillis=" + LOOK_MILLIS);
      for (JsonNode event : page.path("events")) {
        story.tell(event);
      }
      next = page.path("next").asLong(next);
      JsonNode change = commander.get("/changes/" + id);
      String state = change.path("state").asText();
      boolean waits = state.equals("waiting") && !ChangeLine.waitsForItsTurn(change);
      if (ENDED.contains(state) || waits) {
        return change;
      }
    }
  }

  private static int exit(String state, boolean wait) {
    boolean refused = wait && ENDED.contains(state) && !state.equals("promoted");
    return refused || state.equals("failed") ? Exit.REFUSED : Exit.DONE;
  }
}
