package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import sorte.guardian.Guardian;
import sorte.guardian.Passing;
import sorte.guardian.proof.SourceRun;
import sorte.guardian.proof.SourceRuns;
import sorte.strategy.run.BadSettings;
import sorte.strategy.run.BadTimeframe;
import sorte.strategy.run.SettingProblem;
import sorte.strategy.run.StrategyType;
import sorte.trading.analysis.Deciding;
import sorte.trading.analysis.Lines;
import sorte.trading.backtest.Decisions;
import sorte.trading.home.Home;

/// A strategy under examination: one that ships with this build and runs here, or a source file
/// that runs in the sandbox each time and shows its decisions alone.
final class Examined implements AutoCloseable {
  private final Screen screen;
  private final Deciding deciding;
  private final Optional<StrategyType> type;
  private final String name;
  private final AutoCloseable held;

  private Examined(
      Screen screen,
      String name,
      Deciding deciding,
      Optional<StrategyType> type,
      AutoCloseable held) {
    this.screen = screen;
    this.name = name;
    this.deciding = deciding;
    this.type = type;
    this.held = held;
  }

  static Examined of(Screen screen, Screen verdicts, Home home, String strategy)
      throws IOException {
    if (strategy.endsWith(".java")) {
      return source(screen, verdicts, home, Path.of(strategy));
    }
    ShippedStrategies shipped = ShippedStrategies.of(Starting.build());
    StrategyType type = shipped.types().get(strategy);
    if (type == null) {
      shipped.close();
      throw Problem.usage(
          screen
              .words()
              .say(
                  "error.no-strategy",
                  OneLine.of(strategy),
                  String.join(", ", new TreeSet<>(shipped.types().keySet()))));
    }
    return new Examined(screen, type.name(), Deciding.of(type), Optional.of(type), shipped);
  }

  private static Examined source(Screen screen, Screen verdicts, Home home, Path file)
      throws IOException {
    String source = SubmitCommand.source(screen, file);
    Guardian guardian = Guardian.forChecking(CheckCommand.cache(home));
    return switch (guardian.pass(String.valueOf(file.getFileName()), source)) {
      case Passing.Passed(SourceRuns runs) ->
          new Examined(
              screen,
              file.toString(),
              asked -> ran(screen, runs, asked),
              Optional.empty(),
              guardian);
      case Passing.Refused(var verdict) -> {
        guardian.close();
        VerdictText.gates(verdicts, verdict.toJson(screen.language()));
        throw Problem.refused(screen.words().say("check.refused", file));
      }
    };
  }

  private static List<Decisions> ran(Screen screen, SourceRuns runs, List<Deciding.Run> asked) {
    List<Decisions> all = new ArrayList<>();
    for (SourceRun run :
        runs.run(asked.stream().map(a -> new SourceRuns.Asked(a.bars(), a.settings())).toList())) {
      all.add(
          switch (run) {
            case SourceRun.Ran ran -> ran.decisions();
            case SourceRun.Refused _ -> throw new IllegalStateException("it had passed");
            case SourceRun.BadSettings bad -> throw settings(screen, bad.problems());
            case SourceRun.BadTimeframe(String problem) -> throw timeframe(screen, problem);
            case SourceRun.Faulted fault ->
                throw Problem.refused(
                    screen
                        .words()
                        .say(
                            "backtest.fault",
                            Integer.toString(fault.bar()),
                            fault.what(),
                            Integer.toString(fault.line())));
          });
    }
    return all;
  }

  private static Problem settings(Screen screen, List<String> problems) {
    return Problem.refused(screen.words().say("error.settings", String.join("; ", problems)));
  }

  private static Problem timeframe(Screen screen, String problem) {
    return Problem.refused(screen.words().say("error.timeframe", problem));
  }

  String name() {
    return name;
  }

  /// Decisions; settings that do not fit are told in the person's words.
  Deciding deciding() {
    return runs -> {
      try {
        return deciding.decide(runs);
      } catch (BadSettings bad) {
        throw settings(screen, bad.problems().stream().map(SettingProblem::text).toList());
      } catch (BadTimeframe bad) {
        throw timeframe(screen, String.valueOf(bad.getMessage()));
      }
    };
  }

  /// Its indicators' values; nothing of a source file.
  Optional<Lines> lines(SortedMap<String, Double> settings) {
    return type.map(t -> new Lines(t, settings));
  }

  @Override
  public void close() throws IOException {
    try {
      held.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("what was held could not be closed", e);
    }
  }
}
