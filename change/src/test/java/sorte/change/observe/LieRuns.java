package sorte.change.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import sorte.change.judge.Claim;
import sorte.change.judge.Judgement;
import sorte.change.judge.Rules;
import sorte.trading.door.Door;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.door.Query;
import sorte.trading.home.Home;

/// Rollouts whose measurements lie, through a real door on loopback: what [Observation] makes of
/// them. The candidate is really worse, or it is equal; neither may be promoted on a lie.
final class LieRuns implements AutoCloseable {
  static final double HARM = 1.0;

  private static final String CHANGE = "7";
  private static final int PAIRS = 600;

  /// A lie begins within so many pairs: before the truth has said anything.
  private static final int BEGINS_WITHIN = 40;

  /// Of equal versions on true measurements, at least: some look worse once, and are the owner's to
  /// decide.
  private static final double TRUTH_PROMOTED = 0.9;

  /// Looks without a new block, after which pairs have stopped for good.
  private static final int PATIENCE = 3;

  private final Home home;
  private final Door door;
  private List<ObjectNode> served = List.of();
  private String answered = CHANGE;
  private boolean ends;

  /// How one rollout ended.
  ///
  /// @param said by the judge at last
  record Ending(boolean promoted, String said) {}

  LieRuns(Path root) throws IOException {
    home = Home.opened(root);
    door = Door.open(home, "trader", routes -> routes.get("/pairs", this::answer));
  }

  private JsonNode answer(Query query) {
    ObjectNode json = Json.object().put("change", answered);
    int from = (int) query.number("from", 0);
    int upTo = (int) query.number("upTo", 0);
    var array = json.putArray("pairs");
    for (int i = from; i < Math.min(upTo, served.size()); i++) {
      array.add(served.get(i));
    }
    return json.put("end", ends && upTo > served.size());
  }

  /// A rollout on true measurements.
  Ending honest(long seed, double harm) {
    List<ObjectNode> pairs = TrueTwins.pairs(seed, PAIRS, harm);
    TrueTwins.link(CHANGE, pairs);
    served = pairs;
    answered = CHANGE;
    ends = true;
    return ending(Claim.NOT_WORSE);
  }

  Ending lied(Lie lie, long seed, double harm) {
    Random random = new Random(seed);
    int at = 1 + random.nextInt(BEGINS_WITHIN);
    List<ObjectNode> pairs = TrueTwins.pairs(seed, PAIRS, harm);
    answered = CHANGE;
    ends = lie == Lie.ENDS_EARLY;
    switch (lie.where) {
      case ON_THE_WAY -> {
        TrueTwins.link(CHANGE, pairs);
        served = lie.told(pairs, at, random);
      }
      case AT_THE_SOURCE -> {
        served = lie.told(pairs, at, random);
        TrueTwins.link(CHANGE, served);
      }
      case ANOTHER, RENAMED -> {
        served = TrueTwins.pairs(seed + 1, PAIRS, -HARM);
        TrueTwins.link("8", served);
        answered = lie.where == Lie.Where.ANOTHER ? "8" : CHANGE;
      }
    }
    return ending(Claim.NOT_WORSE);
  }

  private Ending ending(Claim claim) {
    Observation observation =
        new Observation(CHANGE, claim, Rules.standard(), DoorClient.to(home, "trader"));
    String said = "nothing";
    for (int idle = 0; idle < PATIENCE; ) {
      Observation.Look look;
      try {
        look = observation.look(0);
      } catch (DoorError e) {
        return new Ending(false, e.code());
      }
      if (look == Observation.Look.NOT_YET) {
        idle++;
        continue;
      }
      Judgement judgement = observation.judgement();
      said = said(judgement);
      if (judgement instanceof Judgement.NotWorse
          || judgement instanceof Judgement.Better
          || judgement instanceof Judgement.Identical) {
        return new Ending(true, said);
      }
      if (judgement instanceof Judgement.Worse
          || observation.broken()
          || look == Observation.Look.END) {
        return new Ending(false, said);
      }
    }
    return new Ending(false, "no more pairs, " + said);
  }

  private static String said(Judgement judgement) {
    return judgement instanceof Judgement.CouldNotMeasure why
        ? why.fault().name()
        : judgement.getClass().getSimpleName();
  }

  @Override
  public void close() {
    door.close();
  }

  /// @param arguments runs of each kind, seed
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int runs = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path root = Files.createTempDirectory("sorte-lies");
    int promoted = 0;
    try (LieRuns lies = new LieRuns(root)) {
      out.printf(
          "%nmeasurements that lie, %d rollouts of each kind with a worse candidate and as many"
              + " with an equal one, seed %d%n",
          runs, seed);
      out.printf("%-34s %14s %9s  %s%n", "kind", "promoted worse", "equal", "what was said");
      for (Lie lie : Lie.values()) {
        int[] of = lies.line(out, Optional.of(lie), runs, seed);
        promoted += of[0] + of[1];
      }
      boolean truth = lies.truth(out, runs, seed);
      out.println(promoted == 0 && truth ? "no lie was promoted, and the truth was" : "BROKEN");
      System.exit(promoted == 0 && truth ? 0 : 1);
    } finally {
      delete(root);
    }
  }

  /// Whether true measurements promote what is equal, and not what is worse.
  private boolean truth(PrintStream out, int runs, long seed) {
    int[] promoted = line(out, Optional.empty(), runs, seed);
    return promoted[0] == 0 && promoted[1] >= TRUTH_PROMOTED * runs;
  }

  /// Returns how many were promoted of the worse, and of the equal.
  private int[] line(PrintStream out, Optional<Lie> lie, int runs, long seed) {
    int[] promoted = new int[2];
    TreeMap<String, Integer> said = new TreeMap<>();
    for (int run = 0; run < runs; run++) {
      for (int equal = 0; equal < 2; equal++) {
        double harm = equal == 1 ? 0 : HARM;
        long of = seed * 1_000_003 + run;
        Ending ending = lie.isPresent() ? lied(lie.get(), of, harm) : honest(of, harm);
        promoted[equal] += ending.promoted() ? 1 : 0;
        said.merge(ending.said(), 1, Integer::sum);
      }
    }
    out.printf(
        Locale.ROOT,
        "%-34s %14d %9d  %s%n",
        lie.map(l -> l.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse("the truth"),
        promoted[0],
        promoted[1],
        said);
    return promoted;
  }

  private static void delete(Path root) throws IOException {
    List<Path> all = new ArrayList<>();
    try (var files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
