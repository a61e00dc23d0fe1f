package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The tamper-evident log: a family of commands.
@CommandLine.Command(synopsisSubcommandLabel = "COMMAND")
final class AuditCommand extends Command {
  @Spec private CommandSpec spec = CommandSpec.create();

  AuditCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(screen.err());
    return Exit.USAGE;
  }
}
