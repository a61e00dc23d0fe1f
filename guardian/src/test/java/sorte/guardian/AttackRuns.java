package sorte.guardian;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sorte.guardian.child.LooseRuns;
import sorte.guardian.sandbox.Limits;

/// Lets the attacks of the corpus loose, each in every setting that it has to be stopped in, and
/// once where nothing stops it, so that a stop is one. For `scenarios/attacks`.
final class AttackRuns implements AutoCloseable {

  private static final int AT_ONCE = 3;

  /// What one attack came to.
  ///
  /// @param free what it did with nothing in its way; for one that a gate stops, with the gate off
  /// @param language which gate of the language stopped it where there was nothing else; `-` where
  ///   that is not asked of it
  /// @param system how the operating system stopped it where there was nothing else; `-` likewise
  /// @param both the gate that stopped it where all was there
  /// @param wrong what should not have been
  record Seen(
      Attack attack,
      String free,
      String language,
      String system,
      String both,
      List<String> wrong) {}

  private final Path folder;
  private final LooseRuns loose;
  private final GatesBut gates;
  private final GatesBut compiler;
  private final SortedMap<String, String> shipped = GatesBut.shipped();

  AttackRuns() throws IOException {
    folder = Files.createTempDirectory("sorte-attacks-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    loose = new LooseRuns(folder);
    gates = new GatesBut(folder.resolve("cache"), Limits.ofGates());
    compiler = new GatesBut(folder.resolve("cache"), LooseRuns.compilerLimits());
  }

  public static void main(String[] names) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Set<String> wanted = Set.of(names);
    List<Attack> attacks =
        Attack.corpus().stream()
            .filter(a -> a.counts() && (wanted.isEmpty() || wanted.contains(a.name())))
            .toList();
    List<Seen> all = new ArrayList<>();
    try (AttackRuns runs = new AttackRuns();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Seen>> futures =
          attacks.stream()
              .map(one -> threads.submit((Callable<Seen>) () -> runs.see(one)))
              .toList();
      for (Future<Seen> future : futures) {
        Seen seen = future.get();
        all.add(seen);
        System.err.println(AttackTable.line(seen)); // how far it is
      }
    }
    new AttackTable(all).print(out);
    System.exit(all.stream().allMatch(seen -> seen.wrong().isEmpty()) ? 0 : 1);
  }

  /// One attack in all its settings.
  Seen see(Attack attack) throws IOException, InterruptedException {
    return switch (attack.against()) {
      case HOST -> host(attack);
      case COMPILER -> compiler(attack);
      case TEXT, JUDGEMENT, PIPELINE -> gate(attack);
      case LANGUAGE -> throw new IllegalArgumentException(attack.name() + " is no attack");
    };
  }

  private Seen host(Attack attack) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    String free;
    try (Canaries canaries = Canaries.set()) {
      LooseRuns.Ran ran =
          loose.free(
              loose.compile(attack.name() + "-free", canaries.aimed(attack.source())),
              Map.of("SORTE_CANARY", canaries.aimed("key-in-the-file")));
      free = effect(ran, canaries.touched());
      if (free.isEmpty()) {
        wrong.add("does nothing where nothing stops it");
      }
    }
    String system;
    try (Canaries canaries = Canaries.set()) {
      LooseRuns.Ran ran =
          loose.confined(loose.compile(attack.name() + "-held", canaries.aimed(attack.source())));
      escaped(wrong, "the operating system alone", ran.entries(), canaries);
      system = ran.done() ? "refused" : "ended";
    }
    String language;
    try (Canaries canaries = Canaries.set()) {
      LanguageGates.Stop stop = LanguageGates.stop("Attack", canaries.aimed(attack.source()));
      escaped(wrong, "the language alone", stop.gate().equals("none") ? 1 : 0, canaries);
      language = stop.gate();
    }
    try (Canaries canaries = Canaries.set()) {
      Attack aimed = aimed(attack, canaries);
      String both = stopped(aimed, gates.judge(aimed.candidate(shipped), Set.of()), wrong);
      escaped(wrong, "both", 0, canaries);
      return new Seen(attack, free, language, system, both, wrong);
    }
  }

  private static Attack aimed(Attack attack, Canaries canaries) {
    return new Attack(
        attack.name(),
        attack.stoppedBy(),
        attack.also(),
        attack.against(),
        attack.category(),
        canaries.aimed(attack.source()));
  }

  private static void escaped(List<String> wrong, String setting, int entries, Canaries canaries)
      throws IOException {
    List<String> touched = canaries.touched();
    if (!touched.isEmpty() || entries > 0) {
      wrong.add("escaped " + setting + ": " + (touched.isEmpty() ? "it got through" : touched));
    }
  }

  private static String effect(LooseRuns.Ran ran, List<String> touched) {
    if (!touched.isEmpty()) {
      return touched.getFirst();
    }
    return ran.entries() > 0
        ? "it got what it came for"
        : ran.done() ? "" : "overrun: " + ran.end();
  }

  private Seen compiler(Attack attack) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    LooseRuns.Ran ran = loose.compilerFree(attack.source());
    if (ran.done()) {
      wrong.add("does nothing where nothing stops it");
    }
    Verdict alone = compiler.judge(attack.candidate(shipped), Set.of("source"));
    if (alone.approved() || !alone.gates().getLast().gate().equals("compile")) {
      wrong.add("escaped the operating system alone: " + alone.word());
    }
    String both = stopped(attack, gates.judge(attack.candidate(shipped), Set.of()), wrong);
    return new Seen(attack, "overrun: " + ran.end(), "-", "ended", both, wrong);
  }

  private Seen gate(Attack attack) {
    List<String> wrong = new ArrayList<>();
    Candidate candidate = attack.candidate(shipped);
    String both = stopped(attack, gates.judge(candidate, Set.of()), wrong);
    Set<String> off = new HashSet<>(attack.also());
    off.add(attack.stoppedBy());
    Verdict without = gates.judge(candidate, off);
    if (!without.approved()) {
      GateResult last = without.gates().getLast();
      wrong.add(
          "with its gate off, stopped by " + last.gate() + ": " + last.judgement().findings());
    }
    return new Seen(attack, without.word() + " without its gate", "-", "-", both, wrong);
  }

  private static String stopped(Attack attack, Verdict verdict, List<String> wrong) {
    GateResult last = verdict.gates().getLast();
    boolean broken =
        last.judgement().findings().stream().anyMatch(f -> f.rule().equals("gate.broken"));
    if (!(verdict instanceof Verdict.Rejected) || broken) {
      wrong.add("false approval: " + verdict.word() + " " + last.judgement().findings());
    } else if (!last.gate().equals(attack.stoppedBy())) {
      wrong.add("stopped by " + last.gate() + ": " + last.judgement().findings());
    }
    return last.gate();
  }

  @Override
  public void close() {
    gates.close();
    compiler.close();
    LooseRuns.delete(folder);
  }
}
