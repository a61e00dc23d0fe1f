import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import sorte.trading.journal.Event;
import sorte.trading.journal.ForcePolicy;
import sorte.trading.journal.Journal;
import sorte.trading.venue.Order;
import sorte.trading.venue.VenueCodec;

/// What each fsync policy of the trader's journal costs on this disk: events of one bar with two decisions and one order, time
/// from the order's record to the moment it may leave, and of the whole bar.
public final class JournalCost {
  private static final int WARM = 2_000;

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int bars = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "sorte-journal-");
    System.out.printf("%-12s %14s %14s %14s %14s%n", "policy", "order p50 us", "order p99.9", "bar p50 us", "bar p99.9");
    for (ForcePolicy policy : ForcePolicy.values()) {
      measure(policy, folder.resolve(policy.word()), bars);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void measure(ForcePolicy policy, Path folder, int bars) throws IOException, InterruptedException {
    long[] orders = new long[bars];
    long[] whole = new long[bars];
    try (Journal journal = Journal.open(folder)) {
      Thread background = Thread.ofPlatform().daemon().unstarted(() -> {
        try {
          while (true) {
            Thread.sleep(ForcePolicy.BACKGROUND_MILLIS);
            journal.force();
          }
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      });
      if (policy == ForcePolicy.BACKGROUND) {
        background.start();
      }
      for (int i = -WARM; i < bars; i++) {
        long started = System.nanoTime();
        journal.append(new Event.BarClosed(i + WARM, true, i, 1, 2, 0.5, 1.5, 10));
        for (int slot = 1; slot <= 2; slot++) {
          journal.append(new Event.Deciding(slot, i));
          journal.append(new Event.Decided(slot, i, 1, Double.NaN, i));
        }
        long order = System.nanoTime();
        journal.append(new Event.OrderSent(VenueCodec.bytes(new Order(i + WARM + 1, 1, Order.Kind.OPEN, 1, false, i))));
        if (policy == ForcePolicy.ORDER) {
          journal.force();
        }
        long left = System.nanoTime();
        if (policy == ForcePolicy.BATCH) {
          journal.force();
        }
        if (i >= 0) {
          orders[i] = left - order;
          whole[i] = System.nanoTime() - started;
        }
      }
      background.interrupt();
      background.join();
    }
    System.out.printf(
        Locale.ROOT, "%-12s %14.2f %14.2f %14.2f %14.2f%n",
        policy.word(), at(orders, 0.5), at(orders, 0.999), at(whole, 0.5), at(whole, 0.999));
  }

  private static double at(long[] nanos, double part) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1000.0;
  }
}
