package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.guardian.repository.OwnersClone;
import sorte.guardian.repository.OwnersClone.Found;
import sorte.guardian.repository.RecordedTree;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;

/// What a person wrote with their own hands, through the same gates and the same rollout as
/// everything else: one source file, or what they committed in a clone of the home's repository.
@CommandLine.Command
final class SubmitCommand extends Command {
  /// The largest source file that is sent, in bytes.
  static final long LARGEST_SOURCE = 1 << 20;

  @Parameters(index = "0", paramLabel = "FILE.java|DIR", descriptionKey = "submit.file")
  private Path file = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "WORDS", descriptionKey = "submit.words")
  private String words = "";

  @Option(names = "--strategy", paramLabel = "CLASS", descriptionKey = "submit.strategy")
  private String strategy = "";

  @Option(names = "--wait", descriptionKey = "ask.wait")
  private boolean wait;

  @Option(names = "--yes", descriptionKey = "submit.yes")
  private boolean yes;

  SubmitCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    DoorClient commander = commander();
    ObjectNode body = Files.isDirectory(file) ? committed() : alone();
    body.put("lang", screen.language()).put("from", "cli").put("yes", yes);
    return new Answer(screen, commander, common.json()).give(commander.post("/submit", body), wait);
  }

  private ObjectNode alone() throws IOException {
    return Json.object()
        .put("path", "strategies/src/main/java/sorte/strategies/" + file.getFileName())
        .put("source", source(screen, file))
        .put("words", words);
  }

  /// What was committed in a clone since it left what is in force.
  private ObjectNode committed() throws IOException {
    Set<String> recorded = RecordedTree.commits(common.place(environment).repository());
    OwnersClone.Work work =
        switch (OwnersClone.read(file, recorded::contains)) {
          case Found.Committed(OwnersClone.Work found) -> found;
          case Found.NoRepository _ ->
              throw Problem.usage(screen.words().say("submit.no-repository", file));
          case Found.Foreign _ ->
              throw Problem.usage(
                  screen
                      .words()
                      .say("submit.foreign", file, common.place(environment).repository()));
          case Found.NotText(String path) ->
              throw Problem.usage(screen.words().say("submit.not-text", path));
        };
    SortedMap<String, Optional<String>> files =
        strategy.isEmpty() ? work.files() : OwnersClone.of(work.files(), strategy);
    if (files.isEmpty()) {
      throw Problem.usage(screen.words().say("submit.nothing", file));
    }
    screen.tell(
        "submit.committed",
        Integer.toString(work.subjects().size()),
        String.join(", ", files.keySet()));
    ObjectNode body = Json.object().put("base", work.base());
    ObjectNode texts = body.putObject("files");
    files.forEach((path, text) -> texts.put(path, text.orElse(null)));
    return body.put("words", words.isBlank() ? String.join("; ", work.subjects()) : words);
  }

  /// The text of a strategy source file, or a clear word on why it cannot be read.
  static String source(Screen screen, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Problem.usage(screen.words().say("error.no-file", file));
    }
    if (Files.size(file) > LARGEST_SOURCE) {
      throw Problem.usage(
          screen.words().say("error.file-too-large", file, Long.toString(LARGEST_SOURCE)));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      throw Problem.usage(screen.words().say("error.not-utf8", file));
    }
  }
}
