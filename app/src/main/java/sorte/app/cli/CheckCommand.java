package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.guardian.Guardian;
import sorte.guardian.Verdict;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// Runs the guardian's gates on one strategy source file, or on each of a folder's, adding it to
/// nothing.
@CommandLine.Command
final class CheckCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE.java", descriptionKey = "check.file")
  private @Nullable Path file;

  @Option(names = "--batch", paramLabel = "DIR", descriptionKey = "check.batch")
  private @Nullable Path batch;

  CheckCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    if ((file == null) == (batch == null)) {
      throw Problem.usage(screen.words().say("error.usage", "check FILE.java | check --batch DIR"));
    }
    return batch == null ? one(java.util.Objects.requireNonNull(file)) : each(batch);
  }

  private int one(Path source) throws IOException {
    String name = name(source);
    if (!name.endsWith(".java")) {
      throw Problem.usage(screen.words().say("error.not-java", source));
    }
    String text = text(source);
    Verdict verdict;
    try (Guardian guardian = Guardian.forChecking(cache(home()))) {
      verdict = guardian.check(name, text);
    }
    ObjectNode json = verdict.toJson(screen.language());
    if (common.json()) {
      screen.json(json);
    } else {
      VerdictText.gates(screen, json);
      screen.show(verdict.approved() ? "check.accepted" : "check.refused", source);
    }
    return verdict.approved() ? Exit.DONE : Exit.REFUSED;
  }

  private int each(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Problem.usage(screen.words().say("error.batch", folder));
    }
    List<Path> sources;
    try (Stream<Path> files = Files.list(folder)) {
      sources = files.filter(f -> name(f).endsWith(".java")).sorted().toList();
    }
    try (Guardian guardian = Guardian.forChecking(cache(home()))) {
      for (Path source : sources) {
        screen.json(judged(guardian, source).put("file", name(source)));
      }
    }
    return Exit.DONE;
  }

  /// The verdict on one file of many: what cannot be read is refused in its own line, and the rest
  /// go on.
  private ObjectNode judged(Guardian guardian, Path source) {
    try {
      return guardian.check(name(source), text(source)).toJson(screen.language());
    } catch (Problem bad) {
      return unread("rejected", "fail", source, String.valueOf(bad.getMessage()));
    } catch (IOException bad) {
      return unread(
          "rejected", "fail", source, screen.words().say("error.unreadable", source, bad));
    } catch (RuntimeException fault) {
      return unread(
          "inconclusive", "inconclusive", source, screen.words().say("error.fault", fault));
    }
  }

  private ObjectNode unread(String verdict, String outcome, Path source, String what) {
    ObjectNode json = Json.object().put("verdict", verdict).put("accepted", false);
    ObjectNode gate = json.putArray("gates").addObject();
    gate.put("gate", "source").put("outcome", outcome).put("millis", 0);
    gate.putArray("findings")
        .addObject()
        .put("rule", "source.file")
        .put("where", name(source))
        .put("what", what)
        .put("remedy", screen.words().say("check.unread.remedy"))
        .put("line", 0);
    return json;
  }

  /// The file's text. Bytes that are no UTF-8 reach the gates as the sign for that, and the source
  /// gate refuses them.
  private String text(Path source) throws IOException {
    if (!Files.isRegularFile(source)) {
      throw Problem.usage(screen.words().say("error.no-file", source));
    }
    if (Files.size(source) > SubmitCommand.LARGEST_SOURCE) {
      throw Problem.usage(
          screen
              .words()
              .say("error.file-too-large", source, Long.toString(SubmitCommand.LARGEST_SOURCE)));
    }
    try {
      return Files.readString(source);
    } catch (CharacterCodingException _) {
      return new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// Where the children's class path is kept: nothing secret lies below it.
  static Path cache(Home home) throws IOException {
    return Files.createDirectories(home.root().resolve("cache"));
  }
}
