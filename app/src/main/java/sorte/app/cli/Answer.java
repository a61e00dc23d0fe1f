package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import sorte.trading.door.DoorClient;

/// What the commander answered to a request, told to the person; then, where asked, the change's
/// story as it happens.
final class Answer {
  /// How long one look at the story waits for something new, in milliseconds.
  static final int LOOK_MILLIS = 5_000;

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
      return change(answer.path("change"), wait);
    }
    String kind = plan.path("kind").asText("plan");
    if (json) {
      screen.json(answer.has("done") ? answer.path("done") : plan);
    } else if (!kind.equals("plan")) {
      PlanText.show(screen, plan);
    } else {
      screen.out().println(screen.text(answer.path("done").path("text")));
    }
    return kind.equals("plan") ? Exit.DONE : Exit.REFUSED;
  }

  private int change(JsonNode change, boolean wait) {
    String id = change.path("id").asText();
    if (!json) {
      String summary = screen.text(change.path("summary"));
      // until it is edited, all there is to say of it is what was asked
      String told = summary.isBlank() ? OneLine.of(change.path("words").asText()) : summary;
      screen.show("ask.change", id, told);
    }
    JsonNode last = change;
    if (wait) {
      last = follow(id);
    } else if (!json) {
      screen.show("ask.follow", id);
    }
    if (json) {
      screen.json(last);
    }
    return exit(last.path("state").asText(), wait);
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
      if (ENDED.contains(state) || state.equals("waiting")) {
        return change;
      }
    }
  }

  private static int exit(String state, boolean wait) {
    return wait && ENDED.contains(state) && !state.equals("promoted") ? Exit.REFUSED : Exit.DONE;
  }
}
