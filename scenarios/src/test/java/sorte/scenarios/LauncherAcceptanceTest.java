package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./sorte` itself, in an environment that the test controls. What needs a build is tried on a
/// folder that holds the script and nothing else.
class LauncherAcceptanceTest {
  private static final List<String> TOOLS =
      List.of("dirname", "readlink", "sed", "find", "cat", "touch", "mkdir", "rm", "flock");

  @TempDir Path folder;

  /// A PATH of its own: what the script needs of the system, and what is named.
  private String path(String... more) throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        java.util.stream.Stream.concat(TOOLS.stream(), List.of(more).stream()).toList()) {
      for (String place : List.of("/usr/bin", "/bin")) {
        Path real = Path.of(place, tool);
        if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), real);
        }
      }
    }
    return tools.toString();
  }

  private Path checkout() throws IOException {
    Path checkout = Files.createDirectories(folder.resolve("a checkout with spaces"));
    Files.copy(Session.ROOT.resolve("sorte"), checkout.resolve("sorte"));
    return checkout;
  }

  @Test
  void without_maven_or_git_a_build_says_what_is_missing_and_how_to_get_it() throws Exception {
    Path script = checkout().resolve("sorte");
    Map<String, String> bare =
        Map.of(
            "PATH",
            path(),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "SORTE_LANG",
            "en",
            "HOME",
            folder.toString());
    Session.Said said = Session.launched(script, folder, bare, List.of("doctor")).left(3);
    assertThat(said.err()).contains("Maven", "apt install maven");
    assertThat(said.out()).isEmpty();
    Path fakes = Files.createDirectories(folder.resolve("fakes"));
    Path maven = Files.writeString(fakes.resolve("mvn"), "#!/bin/bash\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Map<String, String> withoutGit =
        Map.of(
            "PATH",
            path() + ":" + fakes,
            "JAVA_HOME",
            System.getProperty("java.home"),
            "SORTE_LANG",
            "pt",
            "HOME",
            folder.toString());
    assertThat(Session.launched(script, folder, withoutGit, List.of("doctor")).left(3).err())
        .contains("git", "apt install git");
  }

  @Test
  void a_build_that_fails_says_where_its_words_are() throws Exception {
    Path checkout = checkout();
    Path fakes = Files.createDirectories(folder.resolve("fakes"));
    for (String tool : List.of("mvn", "git")) {
      Files.writeString(fakes.resolve(tool), "#!/bin/bash\necho '[ERROR] it broke'\nexit 1\n");
      assertThat(fakes.resolve(tool).toFile().setExecutable(true)).isTrue();
    }
    Map<String, String> environment =
        Map.of(
            "PATH",
            path("sleep", "tail", "grep", "head") + ":" + fakes,
            "JAVA_HOME",
            System.getProperty("java.home"),
            "SORTE_LANG",
            "en",
            "HOME",
            folder.toString());
    Session.Said said =
        Session.launched(checkout.resolve("sorte"), folder, environment, List.of("status")).left(4);
    assertThat(said.err()).contains("it broke", "a checkout with spaces/.build/build.log");
  }

  @Test
  void test_tells_its_own_usage() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PATH",
            System.getenv("PATH"),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "SORTE_LANG",
            "pt",
            "HOME",
            folder.toString());
    Path script = checkout().resolve("sorte");
    Path link = Files.createSymbolicLink(folder.resolve("linked"), script);
    assertThat(Session.launched(link, folder, environment, List.of("test", "--frob")).left(2).err())
        .contains("--frob", "Uso");
    assertThat(
            Session.launched(script, folder, environment, List.of("test", "--help")).left(0).err())
        .contains("--long");
  }
}
