package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sorte.app.cli.CommandTree;
import sorte.trading.door.Json;

/// A person at a terminal: runs commands of the real command line on one home, in this process.
record Session(Path home, Map<String, String> environment) {

  /// The folder of the checkout.
  static final Path ROOT = Path.of(System.getProperty("sorte.root")).toAbsolutePath().normalize();

  static Session at(Path home) {
    return in("en", home);
  }

  static Session in(String language, Path home) {
    return new Session(
        home,
        Map.of(
            "SORTE_LANG",
            language,
            "SORTE_HOME",
            home.toString(),
            "PATH",
            System.getenv().getOrDefault("PATH", "")));
  }

  Said run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        CommandTree.run(
            arguments,
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The same through `./sorte`, as a process of its own.
  static Said launched(
      Path script, Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile("sorte-said-", ".txt");
    List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(new TreeMap<>(environment));
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    String words = Files.readString(err);
    Files.delete(err);
    return new Said(exit, out, words);
  }

  /// Material beside the checkout; the test is skipped, saying so, where it is not there.
  static Path shared(String path) {
    for (Path above = ROOT.getParent(); above != null; above = above.getParent()) {
      Path file = above.resolve("shared").resolve(path);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "needs ../shared/" + path);
    throw new AssertionError("unreachable");
  }

  /// What a command answered.
  record Said(int exit, String out, String err) {
    /// The one document on standard output; anything beside it fails the test.
    JsonNode json() {
      assertThat(out.strip().lines()).as("one JSON document, after: %s", err).hasSize(1);
      return Json.read(out.strip());
    }

    Said left(int code) {
      assertThat(exit).as("exit code; out: %s; err: %s", out, err).isEqualTo(code);
      return this;
    }
  }
}
