package sorte.guardian.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sorte.trading.door.Door;

class RoutesTest {

  @Test
  void the_routes_are_those_of_the_published_specification() throws IOException {
    TreeSet<String> published = new TreeSet<>();
    String path = "";
    for (String line : Files.readAllLines(repository().resolve("docs/openapi/guardian.yaml"))) {
      if (line.matches("  /.*:")) {
        path = line.strip().replaceAll(":$", "");
      } else if (line.matches("    (get|post):")) {
        published.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    TreeSet<String> offered = new TreeSet<>();
    Door.Routes routes = new Door.Routes();
    GuardianProcess.routes(routes, null);
    offered.addAll(routes.names());
    assertThat(offered).isEqualTo(published).isNotEmpty();
    String page = Files.readString(repository().resolve("docs/ARCHITECTURE.md"));
    for (String route : published) {
      assertThat(page).contains("`" + route);
    }
  }

  private static Path repository() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("docs/ARCHITECTURE.md"))) {
      at = at.getParent();
    }
    return at;
  }
}
