package sorte.guardian.scope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sorte.guardian.Candidate;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;

/// Holds the table of zones, and that a change is one strategy, of bounded size, at plain paths.
public final class ScopeGate implements Gate {

  /// Files of one change at most.
  public static final int FILES_MOST = 20;

  /// Bytes of one file at most.
  public static final int FILE_BYTES_MOST = 128 * 1024;

  private static final int PATH_MOST = 200;
  private static final String MAIN = "strategies/src/main/java/sorte/strategies/";
  private static final String TEST = "strategies/src/test/";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");
  private static final Pattern STRATEGY = Pattern.compile("[A-Z][A-Za-z0-9]*\\.java");

  private final Zones zones = Zones.read();

  @Override
  public String name() {
    return "scope";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    Candidate candidate = dossier.candidate();
    if (candidate.origin() == Origin.CHECK) {
      return alone(dossier);
    }
    List<Finding> findings = new ArrayList<>();
    if (candidate.files().isEmpty()) {
      findings.add(Finding.of("scope.nothing"));
    }
    if (candidate.files().size() > FILES_MOST) {
      findings.add(Finding.of("scope.too-many", candidate.files().size(), FILES_MOST));
    }
    Map<String, String> folded = new TreeMap<>();
    candidate.base().keySet().forEach(path -> folded.put(path.toLowerCase(Locale.ROOT), path));
    List<String> strategies = new ArrayList<>();
    candidate
        .files()
        .forEach((path, text) -> {
          findings.addAll(path(path, folded));
          findings.addAll(content(candidate, path, text));
          if (path.startsWith(MAIN)) {
            strategies.add(path);
          }
        });
    if (findings.isEmpty() && strategies.isEmpty() && tested(candidate).isPresent()) {
      String path = tested(candidate).get();
      dossier.strategyFile(path, candidate.base().get(path));
      return Judgement.pass();
    }
    if (findings.isEmpty() && strategies.size() != 1) {
      findings.add(Finding.of("scope.one-strategy", strategies.size()));
    }
    if (findings.isEmpty()) {
      one(dossier, strategies.getFirst(), findings);
    }
    return Judgement.failIfAny(findings);
  }

  /// A change that brings nothing but tests is judged with the strategy that they are for, as it
  /// stands: the one of the base that the change names.
  private static Optional<String> tested(Candidate candidate) {
    String named = folded(candidate.strategy());
    boolean testsAlone =
        candidate.files().entrySet().stream()
            .allMatch(file -> file.getKey().startsWith(TEST) && file.getValue().isPresent());
    return testsAlone && !named.isEmpty()
        ? candidate.base().keySet().stream()
            .filter(path -> path.startsWith(MAIN))
            .filter(path -> STRATEGY.matcher(path.substring(MAIN.length())).matches())
            .filter(
                path -> folded(path.substring(MAIN.length()).replace(".java", "")).equals(named))
            .findFirst()
        : Optional.empty();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static void one(Dossier dossier, String path, List<Finding> findings) {
    Optional<String> text = dossier.candidate().files().get(path);
    if (text == null || text.isEmpty()) {
      findings.add(Finding.at("scope.removed", path, 0, path));
    } else if (!STRATEGY.matcher(path.substring(MAIN.length())).matches()) {
      findings.add(Finding.at("scope.strategy-path", path, 0, path));
    } else {
      dossier.strategyFile(path, text.get());
    }
  }

  private static Judgement alone(Dossier dossier) {
    Map.Entry<String, Optional<String>> file =
        dossier.candidate().files().entrySet().iterator().next();
    String text = file.getValue().orElse("");
    if (text.getBytes(StandardCharsets.UTF_8).length > FILE_BYTES_MOST) {
      return Judgement.fail(
          Finding.at("scope.too-large", file.getKey(), 0, file.getKey(), FILE_BYTES_MOST));
    }
    dossier.strategyFile(file.getKey(), text);
    return Judgement.skipped(Finding.at("scope.alone", file.getKey(), 0));
  }

  private List<Finding> path(String path, Map<String, String> folded) {
    boolean plain =
        path.length() <= PATH_MOST
            && PLAIN.matcher(path).matches()
            && List.of(path.split("/")).stream()
                .noneMatch(part -> part.startsWith(".") || part.endsWith("."));
    if (!plain) {
      return List.of(Finding.at("scope.path", path, 0, path));
    }
    String other = folded.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
    if (other != null && !other.equals(path)) {
      return List.of(Finding.at("scope.case", path, 0, path, other));
    }
    return switch (zones.of(path)) {
      case FREE -> List.of();
      case GUARDED -> List.of(Finding.at("scope.guarded", path, 0, path));
      case SEALED -> List.of(Finding.at("scope.sealed", path, 0, path));
    };
  }

  /// An existing test may follow a parameter that took another name, and may change in nothing
  /// else.
  private static boolean isRenamed(Candidate candidate, String path, Optional<String> text) {
    for (Map.Entry<String, Optional<String>> file : candidate.files().entrySet()) {
      String before = candidate.base().get(file.getKey());
      if (file.getKey().startsWith(MAIN) && before != null && file.getValue().isPresent()) {
        return text.isPresent()
            && Renamed.between(before, file.getValue().get())
                .filter(r -> r.explains(candidate.base().getOrDefault(path, ""), text.get()))
                .isPresent();
      }
    }
    return false;
  }

  private static List<Finding> content(Candidate candidate, String path, Optional<String> text) {
    List<Finding> findings = new ArrayList<>();
    if (text.isPresent() && text.get().getBytes(StandardCharsets.UTF_8).length > FILE_BYTES_MOST) {
      findings.add(Finding.at("scope.too-large", path, 0, path, FILE_BYTES_MOST));
    }
    if (text.isEmpty() && !candidate.base().containsKey(path)) {
      findings.add(Finding.at("scope.not-there", path, 0, path));
    }
    boolean test = path.startsWith(TEST) && candidate.origin() != Origin.HAND;
    if (test && candidate.base().containsKey(path) && !isRenamed(candidate, path, text)) {
      findings.add(Finding.at("scope.existing-test", path, 0, path));
    }
    return findings;
  }
}
