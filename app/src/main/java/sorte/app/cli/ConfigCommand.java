package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The owner's settings and their versions: a family of commands.
@CommandLine.Command(synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand extends Command {
  @Spec private CommandSpec spec = CommandSpec.create();

  private ConfigCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  static CommandLine family(Screen screen, Map<String, String> environment) {
    CommandLine config = new CommandLine(new ConfigCommand(screen, environment));
    config.addSubcommand("get", new ConfigGetCommand(screen, environment));
    config.addSubcommand("set", new ConfigSetCommand(screen, environment));
    config.addSubcommand("history", new ConfigHistoryCommand(screen, environment));
    config.addSubcommand("diff", new ConfigDiffCommand(screen, environment));
    config.addSubcommand("rollback", new ConfigRollbackCommand(screen, environment));
    return config;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(screen.err());
    return Exit.USAGE;
  }
}
