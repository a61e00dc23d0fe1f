package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.guardian.repository.ThreeWay;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// What a person wrote with their own hands: a change like any other, judged by the same gates. It
/// is carried over to what `main` is at when its turn comes; where both changed the same lines, it
/// says which.
final class Submission {
  private static final Pattern STRATEGY =
      Pattern.compile("strategies/src/main/java/sorte/strategies/([A-Za-z0-9]+)\\.java");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  private final House house;

  Submission(House house) {
    this.house = house;
  }

  /// @param body either `path` and `source` of one file that is meant for what `main` is at, or
  ///   `files` (path to text, null for one that goes) written on the commit `base`
  Change begin(Commander commander, JsonNode body) {
    String lang = body.path("lang").asText("en").equals("pt") ? "pt" : "en";
    boolean alone = !body.has("files");
    ObjectNode files =
        alone
            ? Json.object().put(Json.text(body, "path"), Json.text(body, "source"))
            : files(body.path("files"));
    String name = strategy(files);
    String base =
        alone ? Json.text(house.guardian().main(), "commit") : commit(Json.text(body, "base"));
    String words = body.path("words").asText("").isBlank() ? name : body.path("words").asText();
    return commander.begin(
        new ChangeEvent.Requested(
            words,
            lang,
            CommanderRoutes.from(body),
            "person",
            body.path("yes").asBoolean(),
            new ChangeEvent.Submitted(kebab(name), base, files)),
        Optional.empty());
  }

  private static ObjectNode files(JsonNode files) {
    boolean texts =
        files.isObject() && files.valueStream().allMatch(text -> text.isTextual() || text.isNull());
    if (!texts) {
      throw DoorError.badRequest(
          "bad-files",
          "\"files\" must be an object of texts by path, null for a file that goes",
          "send the new texts by path");
    }
    return (ObjectNode) files;
  }

  private static String commit(String base) {
    if (!COMMIT.matcher(base).matches()) {
      throw DoorError.badRequest(
          "bad-base", "\"base\" is not a commit's id", "send the commit that it was written on");
    }
    return base;
  }

  private static String strategy(ObjectNode files) {
    List<String> names =
        files
            .propertyStream()
            .map(file -> STRATEGY.matcher(file.getKey()))
            .filter(java.util.regex.Matcher::matches)
            .map(file -> file.group(1))
            .toList();
    if (names.size() == 1) {
      return names.getFirst();
    }
    String paths = files.propertyStream().map(Map.Entry::getKey).collect(Collectors.joining(" "));
    if (names.isEmpty()) {
      throw DoorError.badRequest(
              "bad-path",
              "a strategy lies at strategies/src/main/java/sorte/strategies/Name.java, was "
                  + Summaries.oneLine(paths),
              "name the file after its class")
          .with(Summaries.oneLine(paths));
    }
    throw DoorError.badRequest(
            "one-strategy",
            "a change is of one strategy, these are of " + String.join(", ", names),
            "submit one after the other")
        .with(String.join(", ", names));
  }

  /// How it is told: code that a person wrote.
  static JsonNode plan(ChangeEvent.Requested asked) {
    return Plans.single(
        asked.lang(), Json.object().put("do", "write-code").put("instruction", asked.words()));
  }

  /// Carries it over to a commit: the edit, or why there is none.
  ChangeEvent onto(String commit, ChangeEvent.Submitted work, ChangeEvent.Requested asked) {
    ThreeWay.Outcome outcome =
        ThreeWay.rebase(tree(work.base()), changed(work.files()), tree(commit));
    Phrasebook book = Phrasebook.load(Alerts.WORDS, asked.lang());
    return switch (outcome) {
      case ThreeWay.Outcome.Conflict(List<ThreeWay.Place> places) ->
          new ChangeEvent.Failed(
              "edit",
              book.say("submitted.conflict", places(places)),
              book.say("submitted.conflict.remedy"));
      case ThreeWay.Outcome.Rebased(SortedMap<String, Optional<String>> files)
          when files.isEmpty() ->
          new ChangeEvent.Failed("edit", book.say("submitted.there"), null);
      case ThreeWay.Outcome.Rebased(SortedMap<String, Optional<String>> files) -> {
        ObjectNode patch = Json.object();
        files.forEach((path, text) -> patch.put(path, text.orElse(null)));
        String said = work.base().equals(commit) ? "submitted" : "submitted.rebased";
        yield new ChangeEvent.Edited(
            work.strategy(),
            patch,
            Patch.digest(patch),
            Json.tree(Alerts.both(said, work.strategy())),
            null);
      }
    };
  }

  private static String places(List<ThreeWay.Place> places) {
    return places.stream()
        .map(place -> place.line() == 0 ? place.path() : place.path() + ":" + place.line())
        .collect(Collectors.joining(", "));
  }

  private SortedMap<String, String> tree(String commit) {
    SortedMap<String, String> files = new TreeMap<>();
    house
        .guardian()
        .tree(commit)
        .path("files")
        .properties()
        .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
    return files;
  }

  private static SortedMap<String, Optional<String>> changed(JsonNode files) {
    SortedMap<String, Optional<String>> changed = new TreeMap<>();
    files
        .properties()
        .forEach(file ->
            changed.put(
                file.getKey(),
                file.getValue().isNull()
                    ? Optional.empty()
                    : Optional.of(file.getValue().asText())));
    return changed;
  }

  private static String kebab(String className) {
    return className.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
