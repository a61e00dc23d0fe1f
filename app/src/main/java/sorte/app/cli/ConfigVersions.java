package sorte.app.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import sorte.app.launch.Settings;
import sorte.trading.home.Home;
import sorte.trading.home.SettingsVersion;

/// The versions of a home's settings, as a person names them; an edit of the file is one by then.
final class ConfigVersions {
  private final Screen screen;
  private final List<SettingsVersion> all;

  ConfigVersions(Screen screen, Home home) throws IOException {
    this.screen = screen;
    new Settings(home, InstantSource.system()).known();
    this.all = SettingsVersion.all(home);
  }

  List<SettingsVersion> all() {
    return all;
  }

  SettingsVersion newest() {
    return all.getLast();
  }

  SettingsVersion beforeTheNewest() {
    if (all.size() < 2) {
      throw Problem.unavailable(screen.words().say("config.no-earlier"));
    }
    return all.get(all.size() - 2);
  }

  SettingsVersion numbered(int number) {
    return all.stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() ->
            Problem.unavailable(
                screen.words().say("config.no-version", number, newest().number())));
  }
}
