package sorte.guardian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sorte.trading.words.Phrasebook;

class ConfinementTest {

  @ParameterizedTest
  @EnumSource
  void each_lack_is_said_in_both_languages_with_what_to_do(Lack lack) {
    Confinement none = new Confinement(Optional.empty(), 0, false, List.of(lack));
    assertThat(none.holds()).isFalse();
    for (String language : List.of("pt", "en")) {
      assertThat(none.findings(language))
          .singleElement()
          .satisfies(said -> {
            assertThat(said.good()).isFalse();
            assertThat(said.seen()).isNotBlank();
            assertThat(said.remedy()).isNotBlank();
          });
    }
  }

  @Test
  void both_languages_have_the_same_phrases() {
    assertThat(Phrasebook.load(Confinement.WORDS, "pt").keys())
        .isEqualTo(Phrasebook.load(Confinement.WORDS, "en").keys());
  }

  @ParameterizedTest
  @EnumSource
  void with_any_lack_nothing_is_started(Lack lack) {
    Confinement real = Confinement.probe();
    Sandbox sandbox =
        Sandbox.of(
            new Confinement(real.architecture(), real.landlockAbi(), real.root(), List.of(lack)));
    Launch launch =
        new Launch(
            List.of(), List.of("-version"), Limits.ofGates().withDeadline(Duration.ofSeconds(5)));
    assertThat(sandbox.start(launch, Path.of("/")))
        .isInstanceOfSatisfying(Unconfined.class, no -> assertThat(no.reason()).isNotBlank());
  }

  @Test
  void a_folder_that_is_not_there_refuses_the_start() {
    Launch launch =
        new Launch(List.of(Path.of("/nonexistent")), List.of("-version"), Limits.ofGates());
    assertThat(Sandbox.here().start(launch, Path.of("/")))
        .isInstanceOfSatisfying(
            Unconfined.class, no -> assertThat(no.reason()).contains("/nonexistent"));
  }
}
