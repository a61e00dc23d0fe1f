package sorte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.Door;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// A halt that goes on to the next way where one does not do it.
class HaltCommandTest {
  @TempDir Path folder;
  private Home home;
  private String out = "";

  @BeforeEach
  void a_home() throws IOException {
    home = Home.opened(folder.resolve("home"));
  }

  @Test
  void a_trader_that_is_too_busy_to_be_told_finds_the_file() throws IOException {
    DoorError busy = DoorError.unavailable("busy", "the trader is busy", "ask again");
    try (Door _ = trader(busy)) {
      assertThat(halted()).isEqualTo(Exit.UNAVAILABLE);
    }
    assertThat(home.haltFile()).exists();
    assertThat(Json.read(out).path("by").asText()).isEqualTo("file");
  }

  @Test
  void a_trader_without_a_commander_is_told_itself() throws IOException {
    try (Door _ = trader(null)) {
      assertThat(halted()).isEqualTo(Exit.DONE);
    }
    assertThat(home.haltFile()).doesNotExist();
    assertThat(Json.read(out).path("trader").path("state").asText()).isEqualTo("halted");
  }

  @Test
  void where_no_trader_runs_there_is_nothing_to_halt() {
    assertThat(halted()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(home.haltFile()).doesNotExist();
  }

  private Door trader(@org.jspecify.annotations.Nullable DoorError refuses) throws IOException {
    return Door.open(
        home,
        "trader",
        routes ->
            routes.post(
                "/halt",
                (_, _) -> {
                  if (refuses != null) {
                    throw refuses;
                  }
                  return Json.object().put("state", "halted");
                }));
  }

  private int halted() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int exit =
        CommandTree.run(
            new String[] {"halt", "--json", "--home", home.root().toString()},
            Map.of("SORTE_LANG", "en"),
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    out = bytes.toString(StandardCharsets.UTF_8).strip();
    return exit;
  }
}
