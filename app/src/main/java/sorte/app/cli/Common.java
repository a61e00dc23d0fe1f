package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sorte.trading.home.Home;

/// The options that every command takes.
final class Common {
  @Option(names = "--home", paramLabel = "DIR", descriptionKey = "option.home")
  private @Nullable Path home;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "option.help")
  private boolean help;

  boolean json() {
    return json;
  }

  /// Where the home is, whether it is there or not.
  Home place(Map<String, String> environment) {
    if (home != null) {
      return Home.at(home);
    }
    String named = environment.getOrDefault("SORTE_HOME", "");
    return Home.at(
        named.isEmpty() ? Path.of(System.getProperty("user.home"), ".sorte") : Path.of(named));
  }

  /// The home, made where there is none.
  Home opened(Map<String, String> environment) throws IOException {
    return Home.opened(place(environment).root());
  }
}
