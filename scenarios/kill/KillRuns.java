package kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// `kill -9` at random moments, spread over root, trader, guardian, mind and commander. Each run has a home of its own, asks
/// for a change, kills one process somewhere in its life, lets the system come back, waits until the change has ended, and
/// checks what is left. One line a run; the seed and the run's number are the whole bug report.
public final class KillRuns {
  private static final List<String> VICTIMS = List.of("root", "trader", "guardian", "mind", "commander");

  /// Keeps the randomness of runs apart.
  private static final long STRIDE = 1_000_003;

  private final Path build = Path.of(System.getProperty("sorte.root"));
  private final long seed;
  private final Path work;
  private final Template template;
  private final Map<String, Integer> states = new TreeMap<>();
  private final Map<String, Integer> moments = new TreeMap<>();
  private final Set<KillRun> underWay = ConcurrentHashMap.newKeySet();
  private int broken;
  private int done;

  private KillRuns(long seed, Path work, Template template) {
    this.seed = seed;
    this.work = work;
    this.template = template;
  }

  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    int lanes = Integer.parseInt(arguments[2]);
    int first = Integer.parseInt(arguments[3]);
    long started = System.nanoTime();
    Path work = Files.createTempDirectory("sorte-kill-");
    Template template = Template.make(Path.of(System.getProperty("sorte.root")), work.resolve("template"));
    KillRuns all = new KillRuns(seed, work, template);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> all.underWay.forEach(KillRun::clear)));
    AtomicInteger next = new AtomicInteger(first);
    Thread[] threads = new Thread[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      threads[lane] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int run = next.getAndIncrement(); run < first + runs; run = next.getAndIncrement()) {
                      all.one(run);
                    }
                  });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.printf(
        "%d runs, %d broken, %d s, ends %s, last event at the kill %s%n",
        all.done, all.broken, Duration.ofNanos(System.nanoTime() - started).toSeconds(), all.states, all.moments);
    if (all.broken == 0) {
      Template.delete(work);
    }
    System.exit(all.broken == 0 && all.done == runs ? 0 : 1);
  }

  private void one(int run) {
    SplittableRandom random = new SplittableRandom(seed * STRIDE + run);
    String victim = VICTIMS.get(run % VICTIMS.size());
    Path home = work.resolve("home-" + run);
    long started = System.nanoTime();
    KillRun one = null;
    try {
      template.copyTo(home);
      one = new KillRun(build, home, template, victim, random);
      underWay.add(one);
      KillRun.Ended ended = one.run();
      Template.delete(home);
      say(run, victim, started, ended.states(), ended.moment(), ended.orders().toString(), false);
    } catch (Exception | StackOverflowError e) { // one run that breaks must not end the others
      say(run, victim, started, "broken", "?", e + " (kept: " + home + ")", true);
    } finally {
      if (one != null) {
        one.clear();
        underWay.remove(one);
      }
    }
  }

  private synchronized void say(
      int run, String victim, long started, String state, String moment, String what, boolean failed) {
    done++;
    broken += failed ? 1 : 0;
    states.merge(state, 1, Integer::sum);
    moments.merge(moment, 1, Integer::sum);
    System.out.printf(
        "run %d seed %d %-9s %s %s after %s, %d s, %s%n",
        run, seed, victim, failed ? "BROKEN" : "ok", state, moment,
        Duration.ofNanos(System.nanoTime() - started).toSeconds(), what);
    System.out.flush();
  }
}
