package sorte.change.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.sandbox.Confinement;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

class MindTest {
  private static final String FOLDER = "strategies/src/main/java/sorte/strategies/";

  @TempDir Path folder;
  private MindProcess mind;
  private DoorClient door;
  private ObjectNode files;

  @BeforeEach
  void open() throws Exception {
    Home home = Home.opened(folder);
    Files.createDirectories(home.mind().resolve("worktrees/killed/strategies"));
    Files.writeString(home.mind().resolve("worktrees/killed/strategies/x.new"), "half");
    mind = MindProcess.open(home, InstantSource.fixed(Instant.EPOCH));
    door = DoorClient.to(home, "mind");
    files = Json.object();
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve(FOLDER))) {
      root = root.getParent();
    }
    try (Stream<Path> list = Files.list(root.resolve(FOLDER))) {
      for (Path file : list.sorted().toList()) {
        files.put(FOLDER + file.getFileName(), Files.readString(file));
      }
    }
  }

  @AfterEach
  void close() throws Exception {
    mind.close();
  }

  private JsonNode understand(String words) {
    return door.post(
        "/understand",
        Json.object().put("words", words).put("lang", "en").put("conversation", "c"));
  }

  private JsonNode edit(JsonNode plan, String inService) {
    ObjectNode body = Json.object().put("change", "c-1").put("inService", inService);
    body.set("plan", plan);
    body.putObject("base").put("commit", "0").set("files", files);
    return door.post("/edit", body);
  }

  @Test
  void a_sentence_becomes_the_text_of_the_file_and_the_worktree_is_gone() throws Exception {
    JsonNode plan =
        understand("reduza o stop loss para 2% e só compre quando o RSI estiver abaixo de 35");
    JsonNode answer = edit(plan, "ema-cross");
    assertThat(answer.path("outcome").asText()).as(answer.toString()).isEqualTo("edited");
    assertThat(answer.path("files").path(FOLDER + "EmaCross.java").asText())
        .contains("value = 0.02,", "&& rsi.below(p.rsiOversold());");
    assertThat(answer.path("summary").path("pt").asText())
        .isEqualTo("ema-cross: stop-loss de 3% para 2%; para a entrada comprada, mais: rsi < 35");
    try (Stream<Path> left = Files.list(folder.resolve("mind/worktrees"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void an_unknown_strategy_is_a_question_with_those_that_are_there() {
    JsonNode answer =
        edit(
            Json.read(
                "{\"language\":\"en\",\"kind\":\"plan\",\"actions\":[{\"do\":\"set-parameter\","
                    + "\"strategy\":\"nope\",\"parameter\":\"stop-loss\",\"value\":0.02}]}"),
            "ema-cross");
    assertThat(answer.path("outcome").asText()).isEqualTo("question");
    assertThat(answer.path("options").toString()).contains("ema-cross", "macd-cross");
  }

  @Test
  void what_is_no_edit_and_what_is_no_id_is_refused() {
    assertThatThrownBy(() -> edit(understand("pause trading"), "ema-cross"))
        .isInstanceOf(DoorError.class)
        .hasMessageContaining("not-an-edit");
    ObjectNode body = Json.object().put("change", "../../x").put("inService", "ema-cross");
    assertThatThrownBy(() -> door.post("/edit", body)).hasMessageContaining("bad-change");
  }

  @Test
  void free_code_without_a_model_says_how_to_configure_one() {
    JsonNode plan =
        Json.read(
            "{\"language\":\"en\",\"kind\":\"plan\",\"actions\":[{\"do\":\"write-code\","
                + "\"instruction\":\"head and shoulders\"}]}");
    assertThat(edit(plan, "ema-cross").path("reason").asText()).contains("Configure one");
  }

  @Test
  void every_shipped_strategy_still_compiles_after_every_action() throws Exception {
    List<String> actions =
        List.of(
            "{\"do\":\"set-parameter\",\"parameter\":\"trailing-stop\",\"value\":0.05}",
            "{\"do\":\"set-parameter\",\"parameter\":\"position-size\",\"value\":500}",
            "{\"do\":\"set-parameter\",\"parameter\":\"trading-hours\",\"value\":\"09:00-17:00\"}",
            "{\"do\":\"add-condition\",\"on\":\"entry\",\"side\":\"long\",\"when\":[{\"left\":"
                + "{\"indicator\":\"stochastic\"},\"op\":\"<\",\"right\":{\"number\":20}},{\"left\":"
                + "{\"indicator\":\"adx\"},\"op\":\">\",\"right\":{\"number\":25}}]}",
            "{\"do\":\"add-condition\",\"on\":\"exit\",\"side\":\"short\",\"when\":[{\"left\":"
                + "{\"price\":\"close\"},\"op\":\"crosses-above\",\"right\":"
                + "{\"indicator\":\"bollinger\",\"line\":\"upper\",\"period\":33}}]}",
            "{\"do\":\"set-rule\",\"on\":\"entry\",\"side\":\"long\",\"when\":[{\"left\":"
                + "{\"indicator\":\"ema\",\"period\":9},\"op\":\"crosses-above\",\"right\":"
                + "{\"indicator\":\"ema\",\"period\":21}},{\"left\":{\"volume\":\"current\"},"
                + "\"op\":\">\",\"right\":{\"indicator\":\"volume-sma\"},\"times\":1.5}]}",
            "{\"do\":\"create-strategy\",\"name\":\"dip-buyer\",\"entry\":[{\"left\":{\"price\":"
                + "\"close\"},\"op\":\"crosses-below\",\"right\":{\"indicator\":\"donchian\","
                + "\"line\":\"lower\"}}],\"exit\":[{\"left\":{\"indicator\":\"obv\"},"
                + "\"op\":\"falling\"},{\"left\":{\"indicator\":\"vwap\"},\"op\":\"rising\"}]}");
    int compiled = 0;
    for (String path : files.propertyStream().map(java.util.Map.Entry::getKey).sorted().toList()) {
      String name = path.substring(FOLDER.length()).replace(".java", "");
      if (name.equals("package-info")) {
        continue;
      }
      List<String> written = new ArrayList<>();
      for (int i = 0; i < actions.size(); i++) {
        JsonNode answer =
            edit(
                Json.read(
                    "{\"language\":\"en\",\"kind\":\"plan\",\"actions\":[" + actions.get(i) + "]}"),
                name);
        assertThat(answer.path("outcome").asText()).as(name + answer).isEqualTo("edited");
        var file = answer.path("files").properties().iterator().next();
        Path at = folder.resolve("out/" + name + i + "/" + Path.of(file.getKey()).getFileName());
        Files.createDirectories(at.getParent());
        Files.writeString(at, file.getValue().asText());
        written.clear();
        written.add(at.toString());
        Path classes = Files.createDirectories(at.getParent().resolve("classes"));
        int code =
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes.toString(),
                    written.getFirst());
        assertThat(code).as(file.getValue().asText()).isZero();
        compiled++;
      }
    }
    assertThat(compiled).isGreaterThanOrEqualTo(50);
  }

  @Test
  @Tag("long")
  void tests_are_written_once_and_beside_what_is_there() throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    JsonNode plan = understand("write tests for sma-cross-long");
    JsonNode first = edit(plan, "ema-cross");
    String path = "strategies/src/test/java/sorte/strategies/SmaCrossLongDecisionsTest.java";
    assertThat(first.path("outcome").asText()).as("%s", first).isEqualTo("edited");
    String text = first.path("files").path(path).asText();
    assertThat(text).contains("void it_enters_long_when_fast_crosses_above_slow()");
    assertThat(first.path("summary").path("pt").asText()).contains("SmaCrossLongDecisionsTest");
    files.put(path, text);
    JsonNode again = edit(plan, "ema-cross");
    assertThat(again.path("already").asBoolean()).as("%s", again).isTrue();
    // a file of that name that somebody wrote by hand stays; the tests go beside it
    files.put(path, "// by hand");
    JsonNode beside = edit(plan, "ema-cross");
    assertThat(beside.path("files")).as("%s", beside).hasSize(1);
    assertThat(beside.path("files").has(path.replace("DecisionsTest", "Decisions2Test"))).isTrue();
  }

  @Test
  void a_parameters_new_name_goes_into_the_tests_that_name_it() {
    String test = "strategies/src/test/java/sorte/strategies/EmaCrossDecisionsTest.java";
    files.put(
        test,
        "class EmaCrossDecisionsTest { Trial t = Trial.of(EmaCross.class)"
            + ".with(\"stop-loss\", 0.02); }");
    JsonNode answer =
        edit(understand("rename the parameter stop-loss to max-loss in ema-cross"), "ema-cross");
    assertThat(answer.path("files")).as("%s", answer).hasSize(2);
    assertThat(answer.path("files").path(test).asText()).contains("with(\"max-loss\", 0.02)");
    assertThat(answer.path("files").path(FOLDER + "EmaCross.java").asText())
        .contains("p.maxLoss()");
  }
}
