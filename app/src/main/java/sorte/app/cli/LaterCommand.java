package sorte.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A command of the contract that this version does not have yet: it says so, and never pretends.
@CommandLine.Command
final class LaterCommand extends Command {
  static final List<String> NAMES = List.of("evolve", "backup", "llm");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", hidden = true)
  private List<String> rest = List.of();

  @CommandLine.Unmatched private List<String> options = new ArrayList<>();

  LaterCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    screen.tell("later", spec.name());
    return Exit.UNAVAILABLE;
  }
}
