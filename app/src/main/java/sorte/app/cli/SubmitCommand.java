package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;

/// A strategy source that a person wrote, through the same gates and the same rollout as everything
/// else.
@CommandLine.Command
final class SubmitCommand extends Command {
  /// The largest source file that is sent, in bytes.
  static final long LARGEST_SOURCE = 1 << 20;

  @Parameters(index = "0", paramLabel = "FILE.java", descriptionKey = "submit.file")
  private Path file = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "WORDS", descriptionKey = "submit.words")
  private String words = "";

  @Option(names = "--wait", descriptionKey = "ask.wait")
  private boolean wait;

  SubmitCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    DoorClient commander = commander();
    JsonNode answer =
        commander.post(
            "/submit",
            Json.object()
                .put("path", "strategies/src/main/java/sorte/strategies/" + file.getFileName())
                .put("source", source(screen, file))
                .put("words", words)
                .put("lang", screen.language())
                .put("from", "cli"));
    return new Answer(screen, commander, common.json()).give(answer, wait);
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
