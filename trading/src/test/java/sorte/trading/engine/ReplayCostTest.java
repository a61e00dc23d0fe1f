package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.venue.Behaviour;

/// What taking up a long journal costs. Held to its time is the work of the thread that does it: on
/// a machine that does nothing else that is the time that passes, which is printed beside it.
@Tag("long")
class ReplayCostTest {
  private static final int BARS = 100_000;
  private static final long SECONDS = 3;

  private static final int ENTRIES = 1_000_000;
  private static final double RECOVERED_WITHIN = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path root;

  @Test
  void a_million_entries_are_recovered_within_five_seconds() throws IOException {
    Desktop desk = new Desktop(root, 5, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EmaCross.class, EmaCross.Parameters.class);
    desk.load("ch-1", "canary", 0.25, SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    while (desk.journal.size() < ENTRIES) {
      desk.bars(1000);
    }
    String status = desk.engine.status().toString();
    desk.journal.close();
    for (int again = 0; again < 3; again++) {
      long started = System.nanoTime();
      long worked = THREADS.getCurrentThreadCpuTime();
      Desktop.Next next = desk.reopened();
      long replayed = System.nanoTime();
      next.engine().ready();
      double seconds = (System.nanoTime() - started) / 1e9;
      double own = (THREADS.getCurrentThreadCpuTime() - worked) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d entries, %d bars recovered in %.2f s (its thread worked %.2f s, load average %.1f),"
              + " of which instances %.2f s%n",
          desk.journal.size(),
          next.engine().bar() + 1,
          seconds,
          own,
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          (System.nanoTime() - replayed) / 1e9);
      assertThat(next.engine().status().toString()).isEqualTo(status);
      assertThat(own).isLessThan(RECOVERED_WITHIN);
      desk.journal.close();
    }
  }

  @Test
  void a_hundred_thousand_bars_are_taken_up_in_seconds() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EmaCross.class, EmaCross.Parameters.class);
    desk.load("ch-1", "canary", 0.25, SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    desk.bars(BARS);
    assertThat(desk.engine.bar()).isEqualTo(Desktop.HISTORY + BARS - 1);
    String status = desk.engine.status().toString();
    desk.journal.close();
    for (int again = 0; again < 3; again++) {
      long started = System.nanoTime();
      Desktop.Next next = desk.reopened();
      long replayed = System.nanoTime();
      next.engine().ready();
      long ready = System.nanoTime();
      System.out.printf(
          "%d bars taken up: replay %d ms, instances %d ms%n",
          BARS, (replayed - started) / 1_000_000, (ready - replayed) / 1_000_000);
      assertThat(next.engine().status().toString()).isEqualTo(status);
      assertThat((ready - started) / 1_000_000_000).isLessThan(SECONDS);
      desk.journal.close();
    }
  }
}
