package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The market data store: a family of commands.
@CommandLine.Command(synopsisSubcommandLabel = "COMMAND")
final class DataCommand extends Command {
  @Spec private CommandSpec spec = CommandSpec.create();

  DataCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  static CommandLine family(Screen screen, Map<String, String> environment) {
    CommandLine data = new CommandLine(new DataCommand(screen, environment));
    data.addSubcommand("import", new DataImportCommand(screen, environment));
    data.addSubcommand("list", new DataListCommand(screen, environment));
    data.addSubcommand("sql", new DataSqlCommand(screen, environment));
    data.addSubcommand("resample", new DataResampleCommand(screen, environment));
    data.addSubcommand("export", new DataExportCommand(screen, environment));
    data.addSubcommand("download", new DataDownloadCommand(screen, environment));
    return data;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(screen.err());
    return Exit.USAGE;
  }
}
