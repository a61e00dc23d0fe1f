package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.Finding;
import sorte.guardian.Judgement;
import sorte.guardian.LanguageGates;
import sorte.guardian.Outcome;
import sorte.guardian.child.PaceTask;
import sorte.guardian.child.PaceTask.Version;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.meter.Weaver;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Limits;
import sorte.trading.release.MeterControl;

/// Nobody who makes a plain strategy into any honest one is refused for its pace.
@Tag("long")
class PaceOfTheHonestTest {
  private record Seen(String name, Judgement judgement) {
    double micros() {
      return Double.parseDouble(value(0));
    }

    String value(int index) {
      return judgement.findings().stream()
          .filter(finding -> finding.rule().equals("pace.seen"))
          .map(Finding::values)
          .findFirst()
          .orElseThrow(() -> new AssertionError(name + ": " + judgement))
          .get(index);
    }

    @Override
    public String toString() {
      return "%-32s %8s us %6s bytes %8s steps, %6s times [%s, %s] %s %s"
          .formatted(
              name,
              value(0),
              value(1),
              value(2),
              value(6),
              value(7),
              value(8),
              judgement.outcome(),
              judgement.findings().stream().map(Finding::rule).toList());
    }
  }

  @Test
  void from_the_plainest_to_any_honest_strategy_the_pace_lets_through(@TempDir Path cache)
      throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    List<Seen> seen = new ArrayList<>();
    try (WarmChildren children = WarmChildren.open(cache, 1, Limits.ofGates())) {
      List<Path> files = files();
      Version plain =
          version(files.stream().filter(f -> f.endsWith("plain.java")).findFirst().orElseThrow());
      for (Path file : files) {
        PaceTask task =
            new PaceTask(
                version(file),
                plain,
                Recording.columns(Ground.builtIn().history()),
                MeterControl.DECISION_FUEL,
                PaceGate.MILLIS);
        String name = file.getFileName().toString();
        seen.add(new Seen(name, PaceGate.judge(name, children.pace(task))));
      }
    }
    seen.sort(Comparator.comparingDouble(Seen::micros));
    seen.forEach(System.out::println);
    assertThat(seen).hasSizeGreaterThan(80);
    assertThat(seen).allMatch(one -> one.judgement().outcome() == Outcome.PASS);
  }

  private static Version version(Path file) throws Exception {
    return new Version(
        Weaver.weave(LanguageGates.compile("Honest", Files.readString(file))), "Honest");
  }

  private static List<Path> files() throws Exception {
    Path folder = Path.of(PaceOfTheHonestTest.class.getResource("/honest").toURI());
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }
}
