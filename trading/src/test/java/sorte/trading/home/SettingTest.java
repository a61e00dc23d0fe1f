package sorte.trading.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  /// Reading takes each key it knows away and refuses what is left: none is missing here or there.
  @Test
  void every_key_is_told_and_its_default_is_the_one_that_holds() throws Exception {
    Map<String, String> defaults = new TreeMap<>();
    Setting.ALL.forEach(setting -> defaults.put(setting.name(), setting.otherwise()));
    assertThat(Config.of(defaults)).isEqualTo(Config.of(Map.of()));
    assertThat(Setting.ALL).hasSize(Config.class.getRecordComponents().length);
    assertThat(Setting.ALL.stream().map(Setting::name)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void more_at_stake_is_told_from_less() {
    Setting loss = Setting.named("limits.daily-loss").orElseThrow();
    assertThat(loss.raises("0.1", "0.2")).isTrue();
    assertThat(loss.raises("0.2", "0.1")).isFalse();
    assertThat(loss.raises("0.2", "0.20")).isFalse();
    Setting silence = Setting.named("halt.dead-man").orElseThrow();
    assertThat(silence.raises("48", "0")).as("for ever is the longest").isTrue();
    assertThat(silence.raises("0", "48")).isFalse();
    assertThat(silence.raises("24", "48")).isTrue();
    assertThat(Setting.named("language").orElseThrow().raises("en", "pt")).isFalse();
  }

  @Test
  void the_newest_version_holds_and_not_what_somebody_wrote_beside_it() throws Exception {
    Home home = Home.opened(folder.resolve("home"));
    Files.writeString(home.config(), "{\"limits.daily-loss\":0.3}");
    assertThat(Config.of(home).dailyLoss()).isEqualTo(0.3);
    Files.createDirectories(home.settings());
    SettingsVersion.add(home, new TreeMap<>(Map.of("limits.daily-loss", "0.1")), "cli", AT);
    SettingsVersion.add(home, new TreeMap<>(Map.of("limits.daily-loss", "0.2")), "cli", AT);
    assertThat(Config.of(home).dailyLoss()).isEqualTo(0.2);
    assertThat(SettingsVersion.all(home).stream().map(SettingsVersion::number))
        .isEqualTo(List.of(1, 2));
    Files.writeString(home.settings().resolve("000003.json"), "{torn");
    assertThatThrownBy(() -> Config.of(home))
        .isInstanceOf(Config.BadConfig.class)
        .hasMessageContaining("000003.json");
  }
}
