package sorte.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.journal.CorruptLog;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.journal.JournalFull;
import sorte.trading.risk.Limits;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;

/// A whole trader, with its journal on a simulated disk, its venue behind a bad line, a market of
/// its own and a person who asks for things; all of it follows from one seed. After every step what
/// must always hold is looked at, by code that shares nothing with the engine's.
final class World {
  static final int BARS = 1440;
  static final int HISTORY = 40;
  private static final int SEGMENT = 64 * 1024;

  /// In some worlds a file is full in the middle of what a bar writes.
  private static final int SMALL_SEGMENT = 8 * 1024;

  private static final int STARTS_AT_MOST = 50;
  private static final Path FOLDER = Path.of("journal");
  private static final long EXTRA = 0x5EEDL << 40;
  private static final long VENUE = 0x7E4EL << 40;
  private static final int STALE_ONCE_IN = 300;
  private static final int FRESH_ONCE_IN = 10;

  final long seed;
  final SplittableRandom random;
  final List<Fault> faults;

  /// What more is asked and seen, apart from what a seed's faults are drawn by.
  final SplittableRandom extra;

  final SimulatedDisk disk;
  private final Strokes strokes;
  final Market market;
  final Weather weather;
  final AccountTerms terms;
  final Person person;
  private final Releases releases;
  private final Books books;
  private final Departures departures;
  private @Nullable Journal journal;
  private @Nullable Tape tape;
  private @Nullable Engine engine;
  private @Nullable RoughVenue venue;
  private BarHistory bars = new BarHistory();
  private Records records;
  private final boolean rough;
  private final int segment;

  /// How many records there were when each process opened the journal.
  private final List<Long> openings = new ArrayList<>();

  private boolean started;
  private boolean stale;
  private Limits limits;
  private int deniedBefore;
  private SimulatedDisk.@Nullable Flip flipped;
  private int refused;
  private int starts;
  private int problems;

  World(long seed, Releases releases) {
    this(seed, releases, BARS, true);
  }

  /// @param rough whether anything goes wrong
  World(long seed, Releases releases, int length, boolean rough) {
    this.seed = seed;
    this.releases = releases;
    this.rough = rough;
    random = new SplittableRandom(seed);
    faults =
        rough ? Fault.all(random, new SplittableRandom(seed ^ VENUE), HISTORY, length) : List.of();
    disk = new SimulatedDisk(random.nextLong());
    segment = rough && seed % 4 == 2 ? SMALL_SEGMENT : SEGMENT;
    strokes = new Strokes(disk, FOLDER, segment);
    disk.watched(strokes);
    market = new Market(random.nextLong(), HISTORY + length, faults, rough && seed % 8 == 6);
    weather = new Weather(seed, faults);
    terms = Draws.terms(random);
    limits = terms.limits();
    records = new Records(terms, 0);
    extra = new SplittableRandom(seed ^ EXTRA);
    person = new Person(random.split(), this);
    books = new Books(this);
    departures = new Departures(this, books);
  }

  /// What became of a world.
  ///
  /// @param digest of everything that was written
  /// @param state what the engine's door said at the end
  /// @param starts how often a process started
  /// @param died whether a death barred a version, which makes it another story
  record Life(String digest, String state, int starts, boolean died) {}

  /// Lives through all of it.
  ///
  /// @throws Broken when something was seen that must never be
  Life live() {
    try {
      restart(false);
      while (engine().bar() + 1 < market.size()) {
        meet((int) engine().bar() + 1);
        int bar = (int) engine().bar() + 1; // less than before where the power was lost
        step(() -> {
          engine().reached(market.bar(bar, bar >= HISTORY));
          seeDisk();
          tape().batchEnds();
          strokes.settled(true);
        });
        if (engine().bar() == bar) {
          person.act(bar);
        }
      }
      disk.spare();
      disk.full(false);
      problems = 0;
      restart(true);
      decideAgain();
      retell(terms);
      long verdicts = new Verdicts(releases, market).check(journal().read());
      long forms = new Form(disk, FOLDER).check(journal().read());
      if (forms != journal().size() || (rough && verdicts == 0 && engine().stable().isPresent())) {
        throw new Broken("%d records and %d decisions were looked at".formatted(forms, verdicts));
      }
      if (disk.refused() > starts * REFUSED_A_START + forms / REFUSED_ONCE_IN) {
        throw new Broken("a full disk was asked for room %d times".formatted(disk.refused()));
      }
      return new Life(Long.toHexString(records.digest()), state(), starts, records.died());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What goes wrong with the process and its disk at this bar.
  private void meet(int bar) {
    for (Fault fault : faults) {
      if (fault.kind() == Fault.Kind.DISK_FULL) {
        disk.full(fault.during(bar) || (disk.isFull() && bar < fault.upTo()));
      }
      if (fault.from() != bar) {
        continue;
      }
      switch (fault.kind()) {
        case KILLED -> disk.killAfter(random.nextInt(60));
        case POWER_LOST, BIT_FLIPPED -> {
          problems = fault.kind() == Fault.Kind.POWER_LOST ? 1 : 2;
          disk.killAfter(random.nextInt(60));
        }
        case FORCE_FAILS -> {
          disk.failNextForce();
          strokes.asked();
          step(() -> journal().force());
        }
        default -> {} // the market's, the line's and the venue's own
      }
    }
    if (random.nextInt(8) == 0) {
      step(() -> {
        strokes.asked();
        journal().force(); // as the trader does in the background
        new Form(disk, FOLDER).marked();
      });
    }
    if (rough && bar > HISTORY && extra.nextInt(stale ? FRESH_ONCE_IN : STALE_ONCE_IN) == 0) {
      boolean now = !stale;
      step(() -> engine().reached(new Event.MarketSeen(now)));
      stale = engine().stale();
    }
  }

  private void seeDisk() {
    if (tape().runningShort() && !engine().reduceOnly() && disk.refused() == refused) {
      throw new Broken("it says that there is no room on the disk, and none was refused");
    }
    refused = disk.refused();
    if (tape().runningShort() != engine().reduceOnly()) {
      engine().reached(new Event.DiskSeen(tape().runningShort()));
    }
  }

  /// Does something with the trader; where that kills it, starts it again. Whether it came through.
  boolean step(Runnable what) {
    try {
      books.before();
      deniedBefore = records.denied();
      what.run();
      books.after();
      return true;
    } catch (SimulatedDisk.Killed _) {
      died();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CorruptLog || e.getCause() == null) {
        throw new Broken("in the middle of its work: " + e);
      }
      if (e.getCause() instanceof JournalFull) {
        disk.full(false);
      }
      died();
    } catch (ReplayDiffers | IllegalStateException | IllegalArgumentException e) {
      throw new Broken("the engine failed: " + e, e);
    }
    return false;
  }

  private void died() {
    try {
      restart(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The process is gone; another takes the journal up.
  private void restart(boolean clean) throws IOException {
    boolean doubt = clean && venue != null && venue.stopInDoubt();
    String before = clean ? known(doubt) : "";
    boolean power = false;
    for (int attempt = 0; attempt < STARTS_AT_MOST; attempt++) {
      disk.spare();
      long forced = lastSeen();
      power |= problems == 1;
      if (problems == 1) {
        disk.losePower();
      }
      if (problems == 2 && flipped == null) {
        flipped = disk.flip();
      }
      problems = 0;
      if (random.nextInt(6) == 0) {
        disk.killAfter(random.nextInt(12)); // it dies while it starts
      }
      try {
        start(forced, power || flipped != null);
        disk.spare();
        flipped = null; // what did not stop it lies where nothing is read
        if (clean && !before.equals(known(doubt))) {
          throw new Broken("before: " + before + "\nafter a restart: " + known(doubt));
        }
        return;
      } catch (SimulatedDisk.Killed _) {
        // once more
      } catch (CorruptLog e) {
        restored(e);
      } catch (UncheckedIOException e) {
        disk.full(false);
      } catch (IOException e) {
        disk.full(false);
      } catch (ReplayDiffers | IllegalStateException | IllegalArgumentException e) {
        throw new Broken("it cannot be taken up: " + e, e);
      }
    }
    throw new Broken("it never came up again");
  }

  /// The damage was found: it must be the one that was done, and named.
  private void restored(CorruptLog e) {
    SimulatedDisk.Flip done = flipped;
    if (done == null || !e.getMessage().startsWith(done.file().toString())) {
      throw new Broken("damage is reported where none was done: " + e.getMessage());
    }
    disk.flip(done);
    flipped = null;
  }

  /// Looks at what the dead process left; how much of it no loss may take away.
  private long lastSeen() throws IOException {
    Journal last = journal;
    RoughVenue there = venue;
    if (last == null) {
      return 0;
    }
    records.read();
    if (there != null) {
      departures.died(there.arrived());
    }
    return last.forced();
  }

  /// Another engine passes the journal with every decision made again.
  private void decideAgain() throws IOException {
    BarHistory seen = new BarHistory();
    Engine again =
        new Engine(
            new Tape(journal()),
            terms,
            roughVenue(RoughVenue.Gate.OPEN),
            seen,
            (artifact, from, upTo) -> releases.prepare(artifact, seen, from, upTo),
            new Notices(),
            true);
    try {
      again.replay();
    } catch (ReplayDiffers | IllegalStateException | IllegalArgumentException e) {
      throw new Broken("decided otherwise when decided again: " + e, e);
    }
  }

  /// A second trader must come to the same records.
  void retell(AccountTerms by) throws IOException {
    RetoldTape whole = new RetoldTape(journal().read(), openings);
    new Retelling(whole, by, roughVenue(RoughVenue.Gate.OPEN)).check(engine().status());
  }

  private RoughVenue roughVenue(RoughVenue.Gate gate) {
    return new RoughVenue(
        terms.slippage(),
        terms.instrument().minNotional(),
        terms.fee(),
        terms.cash(),
        weather,
        gate);
  }

  /// What the engine's door says, but for faults of instances that only wait: they are no part of
  /// what is replayed.
  private String state() {
    return FAULT.matcher(engine().status().toString()).replaceAll("");
  }

  /// The same, but for the level of a stop of which it is not known whether it rests.
  private String known(boolean stopInDoubt) {
    return stopInDoubt ? STOP.matcher(state()).replaceAll("") : state();
  }

  private static final Pattern FAULT = Pattern.compile("\"fault\":\"[a-z-]*\"");
  private static final Pattern STOP = Pattern.compile("\"catastropheStop\":[^,]*,");

  private void start(long forced, boolean mayLose) throws IOException {
    starts++;
    started = false;
    Map<Long, byte[]> had = venue == null ? Map.of() : venue.arrived();
    strokes.opens();
    Journal next = Journal.open(FOLDER, disk, segment);
    strokes.opened();
    new Form(disk, FOLDER).marked();
    records = records.again(next, forced, mayLose);
    journal = next;
    if (next.size() == 0) {
      next.append(new Event.Opened(terms.json()));
      strokes.asked();
      next.force();
    }
    openings.removeIf(opening -> opening >= next.size());
    openings.add(next.size());
    bars = new BarHistory();
    venue = roughVenue(departures);
    tape = new Tape(next);
    engine =
        new Engine(
            tape,
            terms,
            venue,
            bars,
            (artifact, from, upTo) -> releases.prepare(artifact, bars, from, upTo),
            new Notices(),
            false);
    engine().replay();
    if (!mayLose && !venue().arrived().keySet().containsAll(had.keySet())) {
      throw new Broken("an order that had left is not known any more");
    }
    started = true;
    stale = engine().stale();
    takeUp();
    books.startedAgain();
    person.startedAgain();
  }

  private void takeUp() {
    if (engine().bar() >= 0) {
      long asked = venue().comparisons().askedSoFar();
      engine().reached(new Event.TakenUp(-1));
      if (engine().edition() >= 3 && venue().comparisons().askedSoFar() == asked) {
        throw new Broken("a journal is taken up, and nobody asks what the venue holds");
      }
    }
    if (engine().edition() < Engine.EDITION) {
      String line = Json.line(Json.object().put("edition", Engine.EDITION));
      engine()
          .command(
              Person.command("edition-" + Engine.EDITION, "edition", "", "", "", 0, false, line),
              Optional.empty());
    }
    engine().ready();
  }

  /// Whether a process has taken the journal up, so that what it does is its own.
  boolean isUp() {
    return started;
  }

  /// Reads what was written since.
  void read() {
    try {
      records.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Preparation.Outcome prepare(String artifact) {
    long upTo = bars.size();
    long from = Math.max(0, upTo - HISTORY);
    Preparation.Outcome outcome = releases.prepare(artifact, bars, from, upTo);
    boolean ready = outcome instanceof Preparation.Outcome.Ready;
    if (ready != Tempers.bears(artifact, market, from, upTo)) {
      throw new Broken("of a release that bears the market or does not it is said: " + outcome);
    }
    return outcome;
  }

  String tell(Event.Commanded command, Optional<Prepared> prepared) {
    String answer = engine().command(command, prepared);
    tape().batchEnds();
    strokes.settled(true);
    return answer;
  }

  /// Whether the trader was told that the market's news are old.
  boolean stale() {
    return stale;
  }

  /// The limits that a person set last.
  Limits limits() {
    return limits;
  }

  void limits(Limits next) {
    limits = next;
  }

  Duties duties() {
    return books.duties();
  }

  /// Whether something was denied in this step.
  boolean deniedNow() {
    return records.denied() > deniedBefore;
  }

  Engine engine() {
    return known(engine);
  }

  RoughVenue venue() {
    return known(venue);
  }

  Journal journal() {
    return known(journal);
  }

  private Tape tape() {
    return known(tape);
  }

  Records records() {
    return records;
  }

  /// Whether nothing is wrong with the venue, nor out, nor left with the house, nor was denied.
  boolean settled() {
    return weather.calm(engine().bar(), CALM_BARS)
        && venue().quiet()
        && engine().oldestOrderOut() < 0
        && records.unexpected() == 0
        && records.denied() == 0
        && engine().bar() >= HISTORY
        && Math.abs(engine().account().houseQuantity()) <= Account.DUST;
  }

  private static final int CALM_BARS = 14;

  /// While the disk is full it is asked for room at a start, where a file ends, and seldom else.
  private static final int REFUSED_A_START = 4;

  private static final int REFUSED_ONCE_IN = 500;

  /// How often a process started.
  int starts() {
    return starts;
  }

  ZoneId zone() {
    return ZoneId.of(terms.zone());
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new Broken("nothing was started");
    }
    return value;
  }
}
