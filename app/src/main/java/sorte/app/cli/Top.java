package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./sorte` without a command: shows what there is.
@CommandLine.Command(name = "sorte", synopsisSubcommandLabel = "COMMAND")
final class Top extends Command {
  @Spec private CommandSpec spec = CommandSpec.create();

  Top(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(screen.err());
    return Exit.USAGE;
  }
}
