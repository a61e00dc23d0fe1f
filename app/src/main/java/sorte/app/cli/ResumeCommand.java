package sorte.app.cli;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Lets trading go on after a pause or a halt. It raises risk, so it asks twice.
@CommandLine.Command
final class ResumeCommand extends Command {
  @Option(names = "--yes", descriptionKey = "resume.yes")
  private boolean[] yes = {};

  ResumeCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    return new Resuming(screen, common.json())
        .with(common.place(environment), commander(), yes.length);
  }
}
