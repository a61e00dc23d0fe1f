package sorte.trading.engine;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.venue.VenueCodec;

/// Simulations by the thousand, on a few threads, each of which lives through one world at a time.
/// As a program: `Simulations FROM COUNT [THREADS]` prints each seed that broke something,
/// `Simulations SEED` how.
final class Simulations {

  /// What broke, by seed; empty where all held.
  record Report(
      ConcurrentSkipListMap<Long, Throwable> broken, long worlds, long starts, double seconds) {
    /// How many times faster than the market's own time.
    double timesReal() {
      double simulated = worlds * (double) World.BARS * MINUTES_A_BAR * 60;
      return simulated / seconds;
    }

    String words() {
      return "%d simulations of %d bars in %.1f s, %.0f times real time, %d starts; %d broke something"
          .formatted(worlds, World.BARS, seconds, timesReal(), starts, broken.size());
    }
  }

  private static final int MINUTES_A_BAR = 15;

  private Simulations() {}

  static Report run(long from, int count, int threads) throws InterruptedException {
    ConcurrentSkipListMap<Long, Throwable> broken = new ConcurrentSkipListMap<>();
    AtomicLong next = new AtomicLong(from);
    AtomicLong starts = new AtomicLong();
    long started = System.nanoTime();
    List<Thread> lanes = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      lanes.add(Thread.ofPlatform().start(() -> lane(next, from + count, broken, starts)));
    }
    for (Thread lane : lanes) {
      lane.join();
    }
    return new Report(broken, count, starts.get(), (System.nanoTime() - started) / 1e9);
  }

  private static void lane(
      AtomicLong next, long end, ConcurrentSkipListMap<Long, Throwable> broken, AtomicLong starts) {
    Releases releases = new Releases();
    for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
      try {
        starts.addAndGet(new World(seed, releases).live().starts());
      } catch (Throwable e) { // whatever it is, the seed is told
        broken.put(seed, e);
      }
    }
  }

  /// Shows how one seed breaks: its faults, the last records, what broke.
  private static void tell(long seed) throws IOException {
    World world = new World(seed, new Releases());
    System.out.println(world.terms + "\n" + world.faults);
    try {
      System.out.println(world.live());
    } catch (Broken e) {
      lastRecords(world.journal(), RECORDS_TOLD).forEach(System.out::println);
      e.printStackTrace(System.out);
    }
  }

  /// The last records before something broke, for whoever looks into it.
  private static List<String> lastRecords(Journal journal, int most) throws IOException {
    Cursor cursor = journal.read();
    ArrayDeque<String> last = new ArrayDeque<>();
    for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
      last.add(words(e.get()));
      if (last.size() > most) {
        last.remove();
      }
    }
    return List.copyOf(last);
  }

  private static String words(Event event) {
    return switch (event) {
      case Event.OrderSent s -> "OrderSent " + VenueCodec.order(s.order());
      case Event.VenueReplied r -> "VenueReplied " + VenueCodec.reply(r.reply());
      default -> event.toString();
    };
  }

  private static final int RECORDS_TOLD = 80;

  public static void main(String[] arguments) throws InterruptedException, IOException {
    if (arguments.length == 1) {
      tell(Long.parseLong(arguments[0]));
      return;
    }
    long from = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
    Report report = run(from, count, threads);
    report.broken.forEach((seed, what) -> {
      System.out.println("seed " + seed + ": " + what);
    });
    System.out.println(report.words());
  }
}
