package sorte.strategies.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.strategies.RsiMeanReversion;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.run.Runner;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StrategyType;

/// The reference strategies against the trades that another engine made of the same bars: bars,
/// prices and stops, without the money (that is the backtest's to hold).
class ReferenceTradesTest {
  private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*\"entryBar\"[^{}]*}");

  private static final Map<String, Class<?>> STRATEGIES =
      Map.of(
          "SmaCrossReverse", SmaCrossReverse.class,
          "SmaCrossLong", SmaCrossLong.class,
          "RsiMeanReversion", RsiMeanReversion.class,
          "TurtleAtrStop", TurtleAtrStop.class);

  /// A trade as it is compared; an open one has no exit.
  record Trade(
      int side, int entryBar, double entryPrice, double stop, int exitBar, double exitPrice) {}

  @ParameterizedTest
  @CsvSource({
    "GOOG-1d,SmaCrossReverse,c002,0,93",
    "GOOG-1d,SmaCrossReverse,s002,0.002,93",
    "GOOG-1d,SmaCrossLong,c002,0,46",
    "GOOG-1d,RsiMeanReversion,c002,0,12",
    "GOOG-1d,TurtleAtrStop,c002,0,42",
    "EURUSD-1h,SmaCrossLong,c002,0,131",
    "EURUSD-1h,RsiMeanReversion,c002,0,32",
    "EURUSD-1h,TurtleAtrStop,c002,0,84"
  })
  void the_same_trades_as_the_other_engine(
      String data, String strategy, String cost, double spread, int closed) throws IOException {
    Path expected = shared("expected/" + data + "-" + strategy + "-" + cost + ".json");
    List<Trade> theirs = expected(Files.readString(expected));
    List<Trade> ours = trades(STRATEGIES.get(strategy), shared("data/" + data + ".csv"), spread);
    assertThat(theirs.stream().filter(t -> t.exitBar >= 0)).hasSize(closed);
    assertThat(ours).containsExactlyElementsOf(theirs);
  }

  /// Fills at the next open; a stop from the bar of entry on; nothing closed at the end.
  private static List<Trade> trades(Class<?> strategy, Path csv, double spread) throws IOException {
    Runner runner = Runner.start(StrategyType.of(strategy), Map.of());
    List<Trade> trades = new ArrayList<>();
    Trade held = null;
    int order = 0; // what was decided at the close before: a side to enter, or 2 to close
    double stop = Double.NaN;
    int bar = 0;
    for (String row : Files.readAllLines(csv).subList(1, Files.readAllLines(csv).size())) {
      String[] cells = row.split(",");
      double open = Double.parseDouble(cells[1]);
      double low = Double.parseDouble(cells[3]);
      double close = Double.parseDouble(cells[4]);
      if (order != 0 && held != null) {
        trades.add(new Trade(held.side, held.entryBar, held.entryPrice, held.stop, bar, open));
        held = null;
      }
      if (order == 1 || order == -1) {
        held = new Trade(order, bar, open * (1 + order * spread), stop, -1, Double.NaN);
      }
      if (held != null && low <= held.stop) {
        trades.add(
            new Trade(
                held.side,
                held.entryBar,
                held.entryPrice,
                held.stop,
                bar,
                Math.min(open, held.stop)));
        held = null;
      }
      int signals =
          runner.onBar(
              Long.parseLong(cells[0]),
              open,
              Double.parseDouble(cells[2]),
              low,
              close,
              Double.parseDouble(cells[5]));
      order = order(signals, held == null ? 0 : held.side, runner.terms().renews());
      stop = close - runner.stopDistance();
      bar++;
    }
    if (held != null) {
      trades.add(held);
    }
    return trades;
  }

  private static int order(int signals, int side, boolean renews) {
    if ((side != 1 || renews) && Signals.has(signals, Signals.ENTER_LONG)) {
      return 1;
    }
    if ((side != -1 || renews) && Signals.has(signals, Signals.ENTER_SHORT)) {
      return -1;
    }
    return side == 1 && Signals.has(signals, Signals.EXIT_LONG) ? 2 : 0;
  }

  private static List<Trade> expected(String json) {
    List<Trade> closed = new ArrayList<>();
    List<Trade> open = new ArrayList<>();
    for (Matcher object = OBJECT.matcher(json); object.find(); ) {
      String text = object.group();
      double exitBar = number(text, "exitBar");
      Trade trade =
          new Trade(
              (int) Math.signum(number(text, "size")),
              (int) number(text, "entryBar"),
              number(text, "entryPrice"),
              number(text, "stop"),
              Double.isNaN(exitBar) ? -1 : (int) exitBar,
              number(text, "exitPrice"));
      (Double.isNaN(exitBar) ? open : closed).add(trade);
    }
    closed.addAll(open);
    return closed;
  }

  private static double number(String object, String key) {
    Matcher value = Pattern.compile("\"" + key + "\": (-?[0-9.eE+-]+)").matcher(object);
    return value.find() ? Double.parseDouble(value.group(1)) : Double.NaN;
  }

  private static Path shared(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    Assumptions.abort("skipped: ../shared/" + name + " is not beside this repository");
    throw new AssertionError("unreachable");
  }
}
