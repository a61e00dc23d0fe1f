package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.venue.Behaviour;

/// One journal, replayed with every decision made again by other JVMs, in other languages and time
/// zones: the same decisions, orders and books, to the bit.
class SameDecisionsTest {
  private static final List<String> MACHINES =
      List.of(
          "-Xint -Duser.language=pt -Duser.country=BR -Duser.timezone=America/Sao_Paulo",
          "-XX:TieredStopAtLevel=1 -Duser.language=ar -Duser.timezone=Asia/Kathmandu",
          "-XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic -Duser.language=tr -Duser.country=TR");

  @TempDir Path root;

  @Test
  void three_jvms_in_three_languages_replay_the_same_decisions() throws Exception {
    Desktop desk = new Desktop(root, 7, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EmaCross.class, EmaCross.Parameters.class);
    desk.load("ch-1", "canary", 0.25, SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    desk.bars(600);
    String status = desk.engine.status().toString();
    long hash = desk.engine.stable().orElseThrow().hash();
    desk.journal.close();
    Replayed here = Replayed.of(desk.home.home());
    assertThat(here.status()).isEqualTo(status);
    assertThat(here.decisions()).isGreaterThan(1000);
    assertThat(here.hash()).isNotZero();
    assertThat(hash).isNotZero();
    for (String machine : MACHINES) {
      assertThat(elsewhere(machine)).as(machine).isEqualTo(here.toString());
    }
  }

  private String elsewhere(String flags) throws IOException, InterruptedException {
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of(flags.split(" ")),
                Stream.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    Replayed.class.getName(),
                    root.toString()))
            .flatMap(part -> part)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }
}
