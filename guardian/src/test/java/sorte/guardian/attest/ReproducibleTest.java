package sorte.guardian.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.Candidate;
import sorte.guardian.Dossier;
import sorte.guardian.Outcome;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.GateCode;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.repository.Seeds;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.scope.ScopeGate;
import sorte.trading.door.Json;

/// The artefact of one source is the same bytes wherever, whenever and in whatever language of the
/// machine it is built.
class ReproducibleTest {
  /// More than the two seconds that a jar's times are rounded to.
  private static final Duration LATER = Duration.ofMillis(2_100);

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @TempDir Path root;

  @AfterEach
  void asItWas() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  private static Artifact built(Path folder) throws Exception {
    Files.createDirectories(folder);
    String source = Seeds.read().get(Seeds.IN_SERVICE_PATH);
    Dossier dossier =
        new Dossier(
            new Candidate(
                "",
                Candidate.Origin.CHECK,
                new TreeMap<>(),
                new TreeMap<>(Map.of("EmaCross.java", Optional.of(source))),
                Json.MAPPER.missingNode(),
                ""));
    try (WarmChildren children = WarmChildren.open(folder, 1, Limits.ofGates())) {
      assertThat(new ScopeGate().judge(dossier).outcome()).isEqualTo(Outcome.SKIPPED);
      assertThat(new CompileGate(children).judge(dossier).outcome()).isEqualTo(Outcome.PASS);
      assertThat(new CapabilityGate().judge(dossier).outcome()).isEqualTo(Outcome.PASS);
    }
    return Artifact.of(dossier.metered());
  }

  @Test
  void the_artefact_built_twice_is_the_same_bytes_in_another_folder_locale_zone_and_time()
      throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    Artifact once = built(root.resolve("here"));
    Map<String, String> code = GateCode.digests();
    Locale.setDefault(Locale.of("tr", "TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    Thread.sleep(LATER);
    Artifact again = built(root.resolve("there/ção and more"));
    assertThat(Arrays.equals(again.jar(), once.jar())).as("the same bytes").isTrue();
    assertThat(again.sha256()).isEqualTo(once.sha256());
    assertThat(GateCode.digests()).isEqualTo(code);
  }
}
