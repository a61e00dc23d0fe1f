package sorte.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.home.HomeLock;
import sorte.trading.home.SettingsVersion;

class SettingsTest {
  @TempDir Path folder;
  private Home home;
  private Settings settings;

  @BeforeEach
  void a_home() throws IOException {
    home = Home.opened(folder.resolve("home"));
    settings = new Settings(home, () -> Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void an_edit_by_hand_becomes_a_version_of_its_own_and_stays_as_it_was_written()
      throws IOException {
    Files.writeString(home.config(), "{\"limits.daily-loss\": 0.10, \"language\": \"pt\"}");
    SettingsVersion set = settings.put(Map.of("limits.max-order", "1"), "cli");
    assertThat(SettingsVersion.all(home))
        .extracting(SettingsVersion::by)
        .containsExactly("hand", "cli");
    assertThat(set.values())
        .isEqualTo(Map.of("limits.daily-loss", "0.1", "language", "pt", "limits.max-order", "1"));
    assertThat(Files.readString(home.config())).contains("\"limits.daily-loss\" : 0.1");
    assertThat(settings.known()).isEqualTo(set);
  }

  @Test
  void a_home_in_which_nothing_was_set_begins_with_that() throws IOException {
    settings.put(Map.of("language", "pt"), "up");
    assertThat(SettingsVersion.all(home))
        .extracting(SettingsVersion::by)
        .containsExactly("nobody", "up");
  }

  @Test
  void what_cannot_be_used_as_a_whole_changes_nothing() throws IOException {
    SettingsVersion before = settings.put(Map.of("limits.daily-loss", "0.1"), "cli");
    String file = Files.readString(home.config());
    assertThatThrownBy(() -> settings.put(Map.of("limits.daily-loss", "9", "nope", "1"), "cli"))
        .isInstanceOf(Config.BadConfig.class)
        .hasMessageContaining("limits.daily-loss")
        .hasMessageContaining("nope");
    assertThat(Files.readString(home.config())).isEqualTo(file);
    assertThat(settings.known()).isEqualTo(before);
  }

  @Test
  void one_cut_off_between_file_and_version_is_found_as_an_edit() throws IOException {
    settings.put(Map.of("limits.daily-loss", "0.1"), "cli");
    SettingsVersion last = settings.put(Map.of("limits.daily-loss", "0.2"), "cli");
    Files.delete(home.settings().resolve("00000%d.json".formatted(last.number())));
    SettingsVersion found = settings.known();
    assertThat(found.by()).isEqualTo("hand");
    assertThat(found.values()).isEqualTo(last.values());
  }

  @Test
  void earlier_values_become_a_new_version_and_two_do_not_write_at_once() throws IOException {
    SettingsVersion first = settings.put(Map.of("limits.daily-loss", "0.1"), "cli");
    settings.put(Map.of("limits.daily-loss", "0.2", "language", "pt"), "cli");
    SettingsVersion again = settings.become(first.values(), "cli");
    assertThat(again.number()).isEqualTo(first.number() + 2);
    assertThat(again.values()).isEqualTo(first.values());
    try (HomeLock _ = HomeLock.tryTake(home.settings().resolve("lock")).orElseThrow()) {
      assertThatThrownBy(() -> settings.known()).isInstanceOf(Settings.Busy.class);
    }
  }
}
