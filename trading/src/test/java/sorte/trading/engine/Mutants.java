package sorte.trading.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Draws defects by a seed, puts each one into the engine, the journal, risk or the slots, and lets
/// simulations find it: `Mutants COUNT SEED [WORLDS [PLACES]]`, all of them or those alone whose
/// words hold the regular expression PLACES. A defect that leaves every world's journal as it was,
/// to the bit, counts as equivalent and is replaced by another draw; it is listed, so that a person
/// may judge. One that writes another journal and breaks nothing is a miss.
final class Mutants {
  private static final String ENGINE = "sorte.trading.engine.";
  private static final String JOURNAL = "sorte.trading.journal.";
  private static final List<String> TYPES =
      List.of(
          ENGINE + "Engine",
          ENGINE + "Floor",
          ENGINE + "Now",
          ENGINE + "Watermarks",
          ENGINE + "Roster",
          ENGINE + "Rollouts",
          ENGINE + "Deciding",
          ENGINE + "SlotOrders",
          ENGINE + "Halts",
          ENGINE + "Answers",
          ENGINE + "Desk",
          ENGINE + "OrderIds",
          ENGINE + "SlotBooking",
          ENGINE + "Reconciliation",
          ENGINE + "CatastropheStop",
          ENGINE + "Account",
          ENGINE + "Pending",
          ENGINE + "Part",
          ENGINE + "Tape",
          JOURNAL + "Journal",
          JOURNAL + "Segment",
          JOURNAL + "Cursor",
          JOURNAL + "EventCodec",
          "sorte.trading.risk.RiskCheck",
          "sorte.trading.slot.Slot",
          "sorte.trading.slot.BarHistory",
          "sorte.trading.slot.Decider");

  private static final int USUAL_WORLDS = 40;
  private static final int PATIENCE_SECONDS = 240;

  private Mutants() {}

  /// The trader's classes of its own, one of them with a defect.
  private static final class Defective extends ClassLoader {
    private final String type;
    private final byte[] bytes;

    Defective(String type, byte[] bytes) {
      super("defective", Mutants.class.getClassLoader());
      this.type = type;
      this.bytes = bytes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("sorte.trading.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        byte[] own = name.equals(type) ? bytes : classFile(name);
        return defineClass(name, own, 0, own.length);
      }
    }
  }

  private static byte[] classFile(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = Mutants.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /// What the worlds from seed 1 on made of it; called in the defective trader itself.
  ///
  /// @return `broke` and what, or the digests of all journals
  public static String lived(int worlds) {
    StringBuilder digests = new StringBuilder();
    Releases releases = new Releases();
    for (long seed = 1; seed <= worlds; seed++) {
      try {
        digests.append(new World(seed, releases).live().digest()).append(' ');
      } catch (Throwable e) { // whatever it is, it was noticed
        return "broke seed " + seed + ": " + e;
      }
    }
    return digests.toString();
  }

  private static String lived(String type, byte[] bytes, int worlds) throws InterruptedException {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            Class<?> there = new Defective(type, bytes).loadClass(Mutants.class.getName());
            var method = there.getDeclaredMethod("lived", int.class);
            method.setAccessible(true);
            answer.complete((String) method.invoke(null, worlds));
          } catch (InvocationTargetException e) {
            answer.complete("broke: " + e.getCause());
          } catch (ReflectiveOperationException | LinkageError e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      return "broke: it never ended";
    } catch (ExecutionException e) {
      return "no class: " + e.getCause();
    }
  }

  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    int worlds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : USUAL_WORLDS;
    List<Mutation> all = new ArrayList<>();
    for (String type : TYPES) {
      all.addAll(Mutation.of(type, classFile(type)));
    }
    if (arguments.length > 3) {
      Pattern places = Pattern.compile(arguments[3]);
      all.removeIf(mutation -> !places.matcher(mutation.words()).find());
    }
    System.out.printf(
        "%d places for a defect, seed %d, %d worlds each%n", all.size(), seed, worlds);
    String whole = lived("", new byte[0], worlds);
    if (whole.startsWith("broke")) {
      throw new IllegalStateException("without any defect: " + whole);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int found = 0;
    int missed = 0;
    int same = 0;
    while (found + missed < count && !all.isEmpty()) {
      Mutation mutation = all.remove(random.nextInt(all.size()));
      byte[] defective = mutation.into(classFile(mutation.type()));
      String came = lived(mutation.type(), defective, worlds);
      String word;
      if (came.startsWith("broke")) {
        found++;
        word = "found    ";
      } else if (came.startsWith("no class")) {
        continue; // it cannot even be loaded
      } else if (came.equals(whole)) {
        same++;
        word = "no change";
        came = "";
      } else {
        missed++;
        word = "MISSED   ";
        came = "";
      }
      System.out.printf(
          "%s %s %s%n", word, mutation.words(), came.substring(0, Math.min(110, came.length())));
    }
    System.out.printf(
        "%d of %d defects found, %d missed; %d more changed nothing in any world%n",
        found, found + missed, missed, same);
    System.exit(0); // one that never ends must not keep this alive
  }
}
