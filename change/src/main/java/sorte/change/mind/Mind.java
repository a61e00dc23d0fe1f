package sorte.change.mind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import sorte.change.design.Design;
import sorte.change.edit.EditOutcome;
import sorte.change.edit.Editor;
import sorte.change.edit.NamedElsewhere;
import sorte.change.edit.NewStrategy;
import sorte.change.edit.Phrase;
import sorte.change.plan.Planned;
import sorte.change.plan.Planner;
import sorte.change.plan.Workspace;
import sorte.change.request.Action;
import sorte.change.request.Context;
import sorte.change.request.Dialogue;
import sorte.change.request.Interpreter;
import sorte.change.request.Language;
import sorte.change.request.PlanJson;
import sorte.change.request.Understanding;
import sorte.trading.door.Door;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// What the mind's door answers.
final class Mind implements AutoCloseable {
  /// The longest sentence that is read, in characters.
  static final int LONGEST_WORDS = 200_000;

  private final Path folder;
  private final Dialogue dialogue;
  private final Planner planner = new Planner();
  private final Editor editor = new Editor();
  private final TestWriter testWriter;
  private final Conversations conversations;
  private final ReentrantLock oneEdit = new ReentrantLock();

  Mind(Path folder, Interpreter interpreter, InstantSource clock) throws IOException {
    this.folder = folder;
    this.dialogue = new Dialogue(interpreter);
    this.testWriter = new TestWriter(folder.resolve("children"));
    this.conversations = new Conversations(clock);
    Worktree.clean(folder);
  }

  void routes(Door.Routes routes) {
    routes
        .post("/understand", (_, body) -> understand(body))
        .post("/edit", (_, body) -> edit(body));
  }

  ObjectNode understand(JsonNode body) {
    String words = Json.text(body, "words");
    if (words.length() > LONGEST_WORDS) {
      throw DoorError.badRequest(
          "too-long",
          "a sentence holds at most " + LONGEST_WORDS + " characters",
          "say it shorter");
    }
    Language owner = Language.of(body.path("lang").asText("en"));
    String conversation = body.path("conversation").asText("");
    Dialogue.Turn turn =
        dialogue.take(words, Context.in(owner), conversations.memory(conversation));
    conversations.remember(conversation, turn.memory());
    return PlanJson.write(turn.understood());
  }

  ObjectNode edit(JsonNode body) throws IOException {
    String change = Json.text(body, "change");
    if (!Worktree.isId(change)) {
      throw DoorError.badRequest("bad-change", "\"change\" is not an id", "send the change's id");
    }
    Understanding.Plan plan = plan(body.path("plan"));
    Workspace workspace =
        new Workspace(files(body.path("base").path("files")), Json.text(body, "inService"));
    boolean all = !body.hasNonNull("action");
    int index = body.path("action").asInt(0);
    if (!all && (!body.path("action").isInt() || index < 0 || index >= plan.actions().size())) {
      throw DoorError.badRequest(
          "bad-action",
          "\"action\" must be below " + plan.actions().size(),
          "send the index of an action of the plan");
    }
    List<Action> actions = all ? plan.actions() : List.of(plan.actions().get(index));
    if (planner.plan(actions, workspace, plan.language()) instanceof Planned.Tests tests) {
      return tests(change, tests, workspace, plan.language());
    }
    oneEdit.lock();
    try {
      ObjectNode answer = edited(change, actions, workspace, plan.language());
      return answer.path("already").asBoolean() && !all && othersChange(plan, index, workspace)
          ? nothingToDo(answer, workspace)
          : answer;
    } finally {
      oneEdit.unlock();
    }
  }

  /// Beside the edits, and not between them: trying a strategy out takes a while.
  private ObjectNode tests(
      String change, Planned.Tests planned, Workspace workspace, Language language)
      throws IOException {
    TestWriter.Tests tests = testWriter.write(planned, workspace, language);
    return answer(
        change,
        tests.outcome(),
        planned.strategy(),
        tests.path(),
        Map.of(),
        planned.expected(),
        language);
  }

  /// An action that the source says already is no obstacle where the sentence asks for more. Asked
  /// at the first action; a later one comes after something was edited.
  private boolean othersChange(Understanding.Plan plan, int index, Workspace workspace) {
    if (index > 0 || plan.actions().size() == 1) {
      return index > 0;
    }
    return planner.plan(plan.actions(), workspace, plan.language()) instanceof Planned.Edits edits
        && editor.apply(workspace.files().getOrDefault(edits.path(), ""), edits.edits())
            instanceof EditOutcome.Edited;
  }

  private static ObjectNode nothingToDo(ObjectNode already, Workspace workspace) {
    ObjectNode answer = Json.object().put("outcome", "edited");
    answer.putObject("files");
    answer.put("strategy", already.path("strategy").asText(workspace.inService()));
    answer.set("summary", already.path("summary"));
    return answer.put("expected", "-");
  }

  private static Understanding.Plan plan(JsonNode json) {
    try {
      if (PlanJson.read(json) instanceof Understanding.Plan plan) {
        return plan;
      }
    } catch (IllegalArgumentException e) {
      throw DoorError.badRequest("bad-plan", String.valueOf(e.getMessage()), "send a valid plan");
    }
    throw DoorError.badRequest(
        "not-a-plan", "a question or a refusal cannot be edited", "send a plan with actions");
  }

  private static Map<String, String> files(JsonNode json) {
    if (!json.isObject()) {
      throw DoorError.badRequest("missing-files", "base.files must be an object", "send the tree");
    }
    Map<String, String> files = new TreeMap<>();
    json.properties().forEach(e -> files.put(e.getKey(), e.getValue().asText()));
    return files;
  }

  private ObjectNode edited(
      String change, List<Action> actions, Workspace workspace, Language language)
      throws IOException {
    return switch (planner.plan(actions, workspace, language)) {
      case Planned.Question question -> question(question.question(), question.options());
      case Planned.Impossible impossible -> impossible(impossible.reason());
      case Planned.NotAnEdit other ->
          throw DoorError.badRequest(
              "not-an-edit", other.action() + " changes no code", "send it to whom it concerns");
      case Planned.Creation creation ->
          answer(
              change,
              created(creation, workspace),
              creation.strategy(),
              creation.path(),
              Map.of(),
              creation.expected(),
              language);
      case Planned.Tests _ -> throw new IllegalStateException("tests are written elsewhere");
      case Planned.Edits edits -> {
        String source = workspace.files().get(edits.path());
        if (source == null) {
          throw new IllegalStateException("the planner named a file that is not there");
        }
        EditOutcome outcome = editor.apply(source, edits.edits());
        Map<String, String> others = Map.of();
        if (outcome instanceof EditOutcome.Edited done) {
          switch (NamedElsewhere.follow(source, done.text(), edits.path(), workspace.files())) {
            case NamedElsewhere.Followed.Files(var texts) -> others = texts;
            case NamedElsewhere.Followed.Not(EditOutcome why) -> outcome = why;
          }
        }
        yield answer(
            change, outcome, edits.strategy(), edits.path(), others, edits.expected(), language);
      }
    };
  }

  private static EditOutcome created(Planned.Creation creation, Workspace workspace) {
    Design design = creation.design();
    return design == null
        ? NewStrategy.create(
            creation.strategy(),
            creation.side(),
            creation.entry(),
            creation.exit(),
            workspace.classNames())
        : NewStrategy.create(creation.strategy(), design, workspace.classNames());
  }

  private ObjectNode answer(
      String change,
      EditOutcome outcome,
      String strategy,
      String path,
      Map<String, String> others,
      String expected,
      Language language)
      throws IOException {
    return switch (outcome) {
      case EditOutcome.NotPossible no -> impossible(no.why().in(language));
      case EditOutcome.OutOfBounds out ->
          impossible(
              Phrase.of("out-of-bounds", out.parameter(), out.asked(), out.min(), out.max())
                  .in(language));
      case EditOutcome.AlreadySo already -> {
        ObjectNode answer = impossible(already.what().in(language));
        answer.put("already", true).put("strategy", strategy);
        answer.set("summary", summary(List.of(already.what()), strategy));
        yield answer;
      }
      case EditOutcome.Ambiguous ambiguous ->
          question(
              ambiguous.question().in(language),
              ambiguous.options().stream().map(o -> o.in(language)).toList());
      case EditOutcome.Edited done -> {
        try (Worktree tree = Worktree.open(folder, change)) {
          ObjectNode answer = Json.object().put("outcome", "edited");
          ObjectNode files = answer.putObject("files");
          files.put(path, tree.write(path, done.text()));
          for (Map.Entry<String, String> other : others.entrySet()) {
            files.put(other.getKey(), tree.write(other.getKey(), other.getValue()));
          }
          answer.put("strategy", strategy);
          answer.set("summary", summary(done.facts(), strategy));
          yield answer.put("expected", expected);
        }
      }
    };
  }

  private static ObjectNode summary(List<Phrase> facts, String strategy) {
    ObjectNode summary = Json.object();
    for (Language language : Language.values()) {
      Phrasebook book = Phrasebook.load("sorte/change/mind/words", language.code());
      List<String> said = facts.stream().map(f -> f.in(language)).toList();
      summary.put(language.code(), book.say("summary", strategy, String.join("; ", said)));
    }
    return summary;
  }

  private static ObjectNode question(String question, List<String> options) {
    ObjectNode answer = Json.object().put("outcome", "question").put("question", question);
    options.forEach(answer.putArray("options")::add);
    return answer;
  }

  private static ObjectNode impossible(String reason) {
    return Json.object().put("outcome", "impossible").put("reason", reason);
  }

  @Override
  public void close() throws IOException {
    testWriter.close();
  }
}
