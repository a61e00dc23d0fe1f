package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The index of the source: a family of commands.
@CommandLine.Command(synopsisSubcommandLabel = "COMMAND")
final class CodeCommand extends Command {
  @Spec private CommandSpec spec = CommandSpec.create();

  CodeCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  static CommandLine family(Screen screen, Map<String, String> environment) {
    CommandLine code = new CommandLine(new CodeCommand(screen, environment));
    code.addSubcommand("find", new CodeFindCommand(screen, environment));
    code.addSubcommand("uses", new CodeUsesCommand(screen, environment));
    code.addSubcommand("outline", new CodeOutlineCommand(screen, environment));
    code.addSubcommand("impact", new CodeImpactCommand(screen, environment));
    code.addSubcommand("context", new CodeContextCommand(screen, environment));
    code.addSubcommand("conventions", new CodeConventionsCommand(screen, environment));
    return code;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(screen.err());
    return Exit.USAGE;
  }
}
