package sorte.app.cli;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The main job, start to end, on a home of its own, by `up`'s own code path.
@CommandLine.Command
final class DemoCommand extends Command {
  @Option(names = "--seed", paramLabel = "N", descriptionKey = "demo.seed", defaultValue = "2")
  private long seed = 2;

  @Option(names = "--keep", descriptionKey = "demo.keep")
  private boolean keep;

  DemoCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Screen told = common.json() ? new Screen(screen.err(), screen.err(), screen.words()) : screen;
    Demo.Summary summary = new Demo(told, seed, keep).run();
    if (common.json()) {
      screen.json(summary.json());
    }
    return summary.asPromised() ? Exit.DONE : Exit.REFUSED;
  }
}
