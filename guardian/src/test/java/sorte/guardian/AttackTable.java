package sorte.guardian;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The kills by layer and category, as `scenarios/attacks` prints them.
final class AttackTable {

  private static final List<String> GATES =
      List.of(
          "scope",
          "source",
          "compile",
          "capability",
          "tests",
          "robustness",
          "backtest",
          "performance");

  private final List<AttackRuns.Seen> all;

  AttackTable(List<AttackRuns.Seen> all) {
    this.all = List.copyOf(all);
  }

  static String line(AttackRuns.Seen seen) {
    return "%-28s %-22s free: %-40s language: %-11s system: %-8s both: %s%s"
        .formatted(
            seen.attack().name(),
            seen.attack().category(),
            seen.free().length() > 40 ? seen.free().substring(0, 40) : seen.free(),
            seen.language(),
            seen.system(),
            seen.both(),
            seen.wrong().isEmpty() ? "" : "  WRONG " + seen.wrong());
  }

  void print(PrintStream out) {
    SortedSet<String> categories = new TreeSet<>();
    all.forEach(seen -> categories.add(seen.attack().category()));
    out.println("Each layer alone, and what the attacks do where nothing stops them:");
    out.println();
    out.printf(
        "%-24s %7s %9s %13s %13s %10s%n",
        "category", "attacks", "unstopped", "language", "system", "gate off");
    categories.forEach(category -> layers(out, category, of(category)));
    layers(out, "all", all);
    out.println();
    out.println("The gate that stopped them, where both layers were there:");
    out.println();
    out.printf("%-24s", "category");
    GATES.forEach(gate -> out.printf(" %11s", gate));
    out.println();
    categories.forEach(category -> gates(out, category, of(category)));
    gates(out, "all", all);
    out.println();
    all.stream().filter(seen -> !seen.wrong().isEmpty()).forEach(seen -> out.println(line(seen)));
    long escapes = all.stream().filter(seen -> !seen.wrong().isEmpty()).count();
    out.printf("%d attacks, %d escapes%n", all.size(), escapes);
  }

  private List<AttackRuns.Seen> of(String category) {
    return all.stream().filter(seen -> seen.attack().category().equals(category)).toList();
  }

  private static void layers(PrintStream out, String name, List<AttackRuns.Seen> some) {
    long host = count(some, AttackRuns.Seen::attack, Attack.Against.HOST);
    long compiler = count(some, AttackRuns.Seen::attack, Attack.Against.COMPILER);
    out.printf(
        "%-24s %7d %9d %13s %13s %10s%n",
        name,
        some.size(),
        some.stream().filter(seen -> harm(seen) && !vain(seen)).count(),
        share(some, seen -> seen.attack().against() == Attack.Against.HOST, host, "language"),
        share(some, AttackTable::harm, host + compiler, "operating system"),
        share(some, seen -> !harm(seen), some.size() - host - compiler, "its gate off"));
  }

  /// Whether an attack does harm while it runs.
  private static boolean harm(AttackRuns.Seen seen) {
    return seen.attack().against() == Attack.Against.HOST
        || seen.attack().against() == Attack.Against.COMPILER;
  }

  private static boolean vain(AttackRuns.Seen seen) {
    return seen.wrong().stream().anyMatch(words -> words.startsWith("does nothing"));
  }

  private static long count(
      List<AttackRuns.Seen> some,
      java.util.function.Function<AttackRuns.Seen, Attack> of,
      Attack.Against against) {
    return some.stream().filter(seen -> of.apply(seen).against() == against).count();
  }

  private static String share(
      List<AttackRuns.Seen> some, Predicate<AttackRuns.Seen> asked, long of, String fault) {
    long good =
        some.stream()
            .filter(asked)
            .filter(seen -> seen.wrong().stream().noneMatch(words -> words.contains(fault)))
            .count();
    return of == 0 ? "-" : String.format(Locale.ROOT, "%d of %d", good, of);
  }

  private static void gates(PrintStream out, String name, List<AttackRuns.Seen> some) {
    SortedMap<String, Integer> by = new TreeMap<>();
    some.forEach(seen -> by.merge(seen.both(), 1, Integer::sum));
    out.printf("%-24s", name);
    GATES.forEach(gate -> out.printf(" %11s", by.containsKey(gate) ? by.get(gate) : "-"));
    out.println();
  }
}
