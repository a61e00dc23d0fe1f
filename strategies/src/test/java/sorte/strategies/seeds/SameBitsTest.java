package sorte.strategies.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.strategies.BollingerBreakout;
import sorte.strategies.DonchianTrend;
import sorte.strategies.EmaCross;
import sorte.strategies.MacdCross;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.Strategy;
import sorte.strategy.run.Decisions;
import sorte.strategy.run.Trial;

/// The same decisions and stops, to the last bit, whatever the locale, the time zone and the
/// compiler of the JVM.
class SameBitsTest {
  private static final int BARS = 3_000;

  /// Prints a digest of every decision and stop of the strategies shipped.
  public static void main(String[] args) {
    System.out.println(digest());
  }

  private static String digest() {
    List<Class<? extends Strategy<?>>> types =
        List.of(
            EmaCross.class,
            DonchianTrend.class,
            MacdCross.class,
            BollingerBreakout.class,
            TurtleAtrStop.class);
    long hash = 0;
    for (Class<? extends Strategy<?>> type : types) {
      Decisions decisions = Trial.of(type).wander(9, BARS);
      for (int bar = 0; bar < BARS; bar++) {
        hash = hash * 31 + decisions.at(bar);
        hash = hash * 31 + Double.doubleToRawLongBits(decisions.stopDistance(bar));
      }
    }
    return Long.toHexString(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu -Xint",
        "-Duser.language=ar -Duser.timezone=America/Sao_Paulo -XX:TieredStopAtLevel=1",
        "-Duser.language=pt -Duser.country=BR -XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic",
        "-XX:-UseFMA -XX:UseAVX=0"
      })
  void another_jvm_decides_the_same(String flags) throws IOException, InterruptedException {
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of(flags.split(" ")),
                Stream.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SameBitsTest.class.getName()))
            .flatMap(part -> part)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said.strip()).isEqualTo(digest());
  }
}
