package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import sorte.guardian.Guardian;
import sorte.guardian.proof.SourceRun;
import sorte.strategy.run.BadSettings;
import sorte.strategy.run.BadTimeframe;
import sorte.strategy.run.SettingProblem;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.Decisions;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;

/// A strategy named on the command line: one that ships with this build, or a source file, which
/// passes source, compile and capability and runs in the sandbox.
final class StrategyChoice {
  private final Screen screen;
  private final Home home;
  private final Screen verdicts;

  /// @param json whether standard output is kept for one JSON document
  StrategyChoice(Screen screen, Home home, boolean json) {
    this.screen = screen;
    this.home = home;
    this.verdicts = json ? new Screen(screen.err(), screen.err(), screen.words()) : screen;
  }

  /// What was chosen, ready to be run over the bars it was chosen for.
  ///
  /// @param nanos what its decisions took elsewhere; 0 where they are still to be made
  record Chosen(String name, Decisions decisions, long nanos) {}

  Chosen decisions(String strategy, Bars bars, SortedMap<String, Double> settings)
      throws IOException {
    return isSource(strategy)
        ? ofSource(Path.of(strategy), bars, settings)
        : shipped(strategy, bars, settings);
  }

  /// Whether this names a source file, which runs in the sandbox.
  static boolean isSource(String strategy) {
    return strategy.endsWith(".java") || strategy.contains("/");
  }

  private Chosen shipped(String name, Bars bars, SortedMap<String, Double> settings)
      throws IOException {
    StrategyType type = shipped(name);
    try {
      return new Chosen(type.name(), Decisions.of(type, settings, bars), 0);
    } catch (BadSettings bad) {
      throw refused(bad.problems().stream().map(SettingProblem::text).toList());
    } catch (BadTimeframe bad) {
      throw timeframe(String.valueOf(bad.getMessage()));
    }
  }

  /// The strategy of this name that ships with this build.
  StrategyType shipped(String name) throws IOException {
    // left open: the strategy's classes are loaded while it runs
    ShippedStrategies shipped = ShippedStrategies.of(Starting.build());
    StrategyType type = shipped.types().get(name);
    if (type == null) {
      throw Problem.usage(
          screen
              .words()
              .say(
                  "error.no-strategy",
                  OneLine.of(name),
                  String.join(", ", new TreeSet<>(shipped.types().keySet()))));
    }
    return type;
  }

  private Chosen ofSource(Path file, Bars bars, SortedMap<String, Double> settings)
      throws IOException {
    return ofSource(file, bars, List.of(settings)).getFirst();
  }

  /// A source file with each of these settings, all in the sandbox, one after another.
  List<Chosen> ofSource(Path file, Bars bars, List<SortedMap<String, Double>> settings)
      throws IOException {
    if (!file.toString().endsWith(".java")) {
      throw Problem.usage(screen.words().say("error.not-java", file));
    }
    String source = SubmitCommand.source(screen, file);
    try (Guardian guardian = Guardian.forChecking(CheckCommand.cache(home))) {
      List<Chosen> all = new ArrayList<>();
      for (SortedMap<String, Double> one : settings) {
        all.add(chosen(file, guardian.run(String.valueOf(file.getFileName()), source, bars, one)));
      }
      return all;
    }
  }

  private Chosen chosen(Path file, SourceRun run) {
    return switch (run) {
      case SourceRun.Ran ran -> new Chosen(ran.strategy(), ran.decisions(), ran.nanos());
      case SourceRun.Refused refused -> {
        VerdictText.gates(verdicts, refused.verdict().toJson(screen.language()));
        throw Problem.refused(screen.words().say("check.refused", file));
      }
      case SourceRun.BadSettings bad -> throw refused(bad.problems());
      case SourceRun.BadTimeframe(String problem) -> throw timeframe(problem);
      case SourceRun.Faulted fault ->
          throw Problem.refused(
              screen
                  .words()
                  .say(
                      "backtest.fault",
                      Integer.toString(fault.bar()),
                      fault.what(),
                      Integer.toString(fault.line())));
    };
  }

  Problem timeframe(String problem) {
    return Problem.refused(screen.words().say("error.timeframe", problem));
  }

  Problem refused(List<String> problems) {
    return Problem.refused(screen.words().say("error.settings", String.join("; ", problems)));
  }
}
