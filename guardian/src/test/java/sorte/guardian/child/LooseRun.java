package sorte.guardian.child;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import sorte.guardian.MadeUpBars;
import sorte.guardian.sandbox.ChildLimits;
import sorte.strategy.run.Runner;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StrategyType;

/// A strategy as a program of its own, off its class path, without the language and without the
/// meter: all that stands between it and the machine is what it was started in. It enters where it
/// has got what it came for, so that its entries tell of it.
final class LooseRun {

  private static final int BARS = 600;
  private static final int AFTERMATH_MILLIS = 150;

  private LooseRun() {}

  public static void main(String[] args) throws Exception {
    int at = 1;
    if (args[0].equals("confined")) {
      ChildLimits.parse(List.of(args).subList(1, 1 + ChildLimits.ARGUMENTS).toArray(String[]::new))
          .enter();
      at += ChildLimits.ARGUMENTS;
    }
    int entries = 0;
    try {
      Runner runner =
          Runner.start(
              StrategyType.of(Class.forName(args[at])),
              Map.of(),
              ZoneOffset.UTC,
              MadeUpBars.LENGTH);
      for (int bar = 0; bar < BARS; bar++) {
        entries += (MadeUpBars.feed(runner, bar) & Signals.ENTER_LONG) != 0 ? 1 : 0;
      }
      System.out.println("ENTRIES " + entries);
    } catch (Throwable e) {
      System.out.println("FAULT " + e.toString().replace('\n', ' '));
    }
    System.gc(); // what waits for the collector or for another thread has its turn
    Thread.sleep(AFTERMATH_MILLIS);
    System.out.println("DONE");
    System.out.flush();
  }
}
