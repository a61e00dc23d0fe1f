package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.trading.analysis.CostStress;
import sorte.trading.analysis.Deciding;
import sorte.trading.analysis.LookAhead;
import sorte.trading.analysis.MonteCarlo;
import sorte.trading.analysis.ParameterGrid;
import sorte.trading.analysis.Surface;
import sorte.trading.analysis.WalkForward;
import sorte.trading.analysis.WarmUp;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.SweepAxis;
import sorte.trading.market.Bars;

/// Looks at a strategy for ways in which its backtest may fool its owner.
@CommandLine.Command
final class AnalyseCommand extends Command {
  private static final String KINDS =
      "look-ahead | warm-up | walk-forward | monte-carlo | costs | surface";

  @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "analyse.kind")
  private String kind = "";

  @Mixin private final RunInput input = new RunInput();

  @Option(names = "--range", paramLabel = "PARAMETER=A..B:STEP", descriptionKey = "analyse.range")
  private List<String> ranges = List.of();

  @Option(names = "--cuts", defaultValue = "20", descriptionKey = "analyse.cuts")
  private int cuts = 20;

  @Option(names = "--window", defaultValue = "200", descriptionKey = "analyse.window")
  private int window = 200;

  @Option(names = "--folds", defaultValue = "5", descriptionKey = "analyse.folds")
  private int folds = 5;

  @Option(names = "--ratio", defaultValue = "3", descriptionKey = "analyse.ratio")
  private int ratio = 3;

  @Option(names = "--anchored", descriptionKey = "analyse.anchored")
  private boolean anchored;

  @Option(names = "--runs", defaultValue = "1000", descriptionKey = "analyse.runs")
  private int runs = 1_000;

  @Option(names = "--block", defaultValue = "0", descriptionKey = "analyse.block")
  private int block;

  @Option(names = "--seed", defaultValue = "1", descriptionKey = "analyse.seed")
  private long seed = 1;

  @Option(names = "--blocks", defaultValue = "16", descriptionKey = "analyse.blocks")
  private int blocks = 16;

  AnalyseCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Backtest backtest = input.backtest(screen);
    SortedMap<String, Double> settings = input.settings(screen);
    Bars bars = input.bars(screen, home());
    Screen verdicts =
        common.json() ? new Screen(screen.err(), screen.err(), screen.words()) : screen;
    try (Examined examined = Examined.of(screen, verdicts, home(), input.strategy)) {
      return told(examined, backtest, bars, settings);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(
          screen.words().say("error.analysis", kind, String.valueOf(e.getMessage())));
    }
  }

  /// What `--range` spans; refused where there is none.
  private ParameterGrid grid() {
    List<SweepAxis> axes = ranges.stream().flatMap(range -> SweepRange.of(range).stream()).toList();
    try {
      if (axes.size() == ranges.size()) {
        return new ParameterGrid(axes);
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw Problem.usage(
        screen
            .words()
            .say(
                "error.analysis-range",
                OneLine.of(String.join(" ", ranges)),
                Integer.toString(ParameterGrid.MOST_POINTS)));
  }

  private int told(
      Examined examined, Backtest backtest, Bars bars, SortedMap<String, Double> settings) {
    Deciding deciding = examined.deciding();
    AnalysisText text = new AnalysisText(screen, bars);
    return switch (kind) {
      case "look-ahead" -> {
        LookAhead found = LookAhead.of(deciding, bars, settings, cuts);
        give(examined, bars, AnalysisJson.of(found), () -> text.show(found));
        yield found.clean() ? Exit.DONE : Exit.REFUSED;
      }
      case "warm-up" -> {
        WarmUp found = WarmUp.of(deciding, bars, settings, window, examined.lines(settings));
        yield give(examined, bars, AnalysisJson.of(found), () -> text.show(found));
      }
      case "walk-forward" -> {
        WalkForward.Plan plan = new WalkForward.Plan(folds, ratio, anchored);
        WalkForward found = WalkForward.of(deciding, backtest, bars, grid(), settings, plan);
        yield give(examined, bars, AnalysisJson.of(found, bars), () -> text.show(found));
      }
      case "monte-carlo" -> {
        MonteCarlo found =
            MonteCarlo.of(
                backtest.run(examined.name(), bars, deciding.decide(bars, settings)),
                runs,
                block,
                seed);
        yield give(examined, bars, AnalysisJson.of(found), () -> text.show(found));
      }
      case "costs" -> {
        CostStress found = CostStress.of(deciding, backtest, bars, settings);
        yield give(examined, bars, AnalysisJson.of(found), () -> text.show(found));
      }
      case "surface" -> {
        var grid = grid();
        Surface found = Surface.of(deciding, backtest, bars, grid, settings, blocks);
        yield give(
            examined,
            bars,
            AnalysisJson.of(found, grid, settings),
            () -> text.show(found, grid.point(found.best(), settings)));
      }
      default ->
          throw Problem.usage(
              screen.words().say("error.usage", "analyse " + KINDS + ", " + OneLine.of(kind)));
    };
  }

  private int give(Examined examined, Bars bars, ObjectNode json, Runnable show) {
    if (common.json()) {
      ObjectNode all = sorte.trading.door.Json.object();
      all.put("kind", kind).put("strategy", examined.name()).put("bars", bars.size());
      all.setAll(json);
      screen.json(all);
    } else {
      show.run();
    }
    return Exit.DONE;
  }
}
