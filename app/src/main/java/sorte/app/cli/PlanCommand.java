package sorte.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.change.request.Context;
import sorte.change.request.Interpreter;
import sorte.change.request.Language;
import sorte.change.request.PlanJson;
import sorte.change.request.Understanding;

/// How words are understood; nothing happens.
@CommandLine.Command
final class PlanCommand extends Command {
  /// The most sentences one batch answers.
  static final int LARGEST_BATCH = 1_000_000;

  @Parameters(index = "0", arity = "0..1", paramLabel = "WORDS", descriptionKey = "plan.words")
  private @Nullable String words;

  @Option(names = "--batch", paramLabel = "FILE", descriptionKey = "plan.batch")
  private @Nullable Path batch;

  PlanCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    if ((words == null) == (batch == null)) {
      throw Problem.usage(screen.words().say("error.usage", "plan \"WORDS\" | plan --batch FILE"));
    }
    home();
    Interpreter interpreter = Interpreter.embedded();
    Context context = Context.in(Language.of(screen.language()));
    if (batch != null) {
      return answerEach(interpreter, context, batch);
    }
    Understanding understood = interpreter.interpret(String.valueOf(words), context);
    if (common.json()) {
      screen.json(PlanJson.write(understood));
    } else {
      PlanText.show(screen, understood);
    }
    return understood instanceof Understanding.Plan ? Exit.DONE : Exit.REFUSED;
  }

  private int answerEach(Interpreter interpreter, Context context, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Problem.usage(screen.words().say("error.no-file", file));
    }
    // bytes that are no UTF-8 become the sign for that: such a line is answered like any other
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
      int answered = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (++answered > LARGEST_BATCH) {
          throw Problem.usage(
              screen.words().say("error.too-many-lines", file, Integer.toString(LARGEST_BATCH)));
        }
        screen.json(PlanJson.write(interpreter.interpret(line, context)));
      }
    }
    return Exit.DONE;
  }
}
