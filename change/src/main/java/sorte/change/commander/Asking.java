package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// A sentence comes in: a question or refusal goes back as it is, acts are done in the order said,
/// and what changes code becomes one change. Where a part of the sentence cannot be done, no part
/// of it is.
final class Asking {
  /// The longest sentence that is taken, in characters.
  static final int LONGEST_WORDS = 200_000;

  private final Commander commander;
  private final House house;
  private final SentenceActs sentences;

  Asking(Commander commander, House house, Acts acts) {
    this.commander = commander;
    this.house = house;
    this.sentences = new SentenceActs(house, acts);
  }

  ObjectNode ask(JsonNode body) {
    String words = Json.text(body, "words");
    if (words.length() > LONGEST_WORDS) {
      throw DoorError.badRequest(
              "too-long",
              "a request holds at most " + LONGEST_WORDS + " characters, had " + words.length(),
              "say it in fewer words")
          .with(String.valueOf(LONGEST_WORDS), String.valueOf(words.length()));
    }
    JsonNode plan =
        house
            .mind()
            .understand(
                words, body.path("lang").asText("en"), body.path("conversation").asText(""));
    ObjectNode answer = Json.object();
    answer.set("plan", plan);
    if (!plan.path("kind").asText().equals("plan")) {
      return answer;
    }
    String lang = plan.path("language").asText("en");
    List<String> later = Plans.later(plan);
    if (!later.isEmpty()) {
      answer.set("done", notYet(later));
      return answer;
    }
    Asker asker =
        new Asker(
            CommanderRoutes.from(body),
            lang,
            body.path("yes").asBoolean(),
            body.path("sure").asBoolean());
    List<JsonNode> acts = Plans.acts(plan);
    if (!acts.isEmpty()) {
      answer.set("done", done(acts, asker));
    }
    if (!Plans.edits(plan).path("actions").isEmpty()) {
      answer.set("change", ChangeJson.of(change(words, plan, asker), house.memory()));
    }
    return answer;
  }

  /// Who asked, and how.
  ///
  /// @param yes the owner said yes in the same breath
  /// @param sure the owner said it twice, as what raises risk asks for
  record Asker(String from, String lang, boolean yes, boolean sure) {}

  private static ObjectNode notYet(List<String> later) {
    ObjectNode done = Json.object().put("outcome", "not-yet");
    later.forEach(done.putArray("actions")::add);
    done.set("text", Json.tree(Alerts.both("not-yet", String.join(", ", later))));
    return done;
  }

  private ObjectNode done(List<JsonNode> acts, Asker asker) {
    ObjectNode done = Json.object().put("outcome", "done");
    List<Map<String, String>> said = new ArrayList<>();
    for (JsonNode act : acts) {
      ObjectNode one = sentences.act(act, asker);
      said.add(
          Map.of(
              "pt",
              one.path("text").path("pt").asText(),
              "en",
              one.path("text").path("en").asText()));
      one.remove("text");
      done.setAll(one);
    }
    ObjectNode text = done.putObject("text");
    text.put("pt", String.join("\n", said.stream().map(s -> s.get("pt")).toList()));
    text.put("en", String.join("\n", said.stream().map(s -> s.get("en")).toList()));
    return done;
  }

  private Change change(String words, JsonNode plan, Asker asker) {
    return commander.begin(
        new ChangeEvent.Requested(words, asker.lang(), asker.from(), "person", asker.yes()),
        Optional.of(plan));
  }
}
