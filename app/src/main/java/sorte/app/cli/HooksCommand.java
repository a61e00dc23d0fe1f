package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Hooks for a person's own clone: a family of commands.
@CommandLine.Command(synopsisSubcommandLabel = "COMMAND")
final class HooksCommand extends Command {
  @Spec private CommandSpec spec = CommandSpec.create();

  HooksCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(screen.err());
    return Exit.USAGE;
  }
}
