package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.app.launch.MarketChoice;
import sorte.trading.home.Home;

class PortInUseTest {
  private static final int LINES_THE_ROOT_READS = 8;

  @TempDir Path folder;

  @Test
  void a_commander_whose_port_is_in_use_says_so_in_the_lines_that_the_root_reads()
      throws Exception {
    Home home = Home.opened(folder.resolve("home"));
    var _ = new MarketChoice(null, 1, null, null, false).settle(home);
    Path log = folder.resolve("commander.log");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process commander =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "sorte.app.launch.CommanderProcess",
                  home.root().toString(),
                  Integer.toString(taken.getLocalPort()))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertThat(commander.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(commander.exitValue()).as(Files.readString(log)).isEqualTo(3);
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines.subList(Math.max(0, lines.size() - LINES_THE_ROOT_READS), lines.size()))
        .anyMatch(line -> line.contains("PortInUse"));
  }
}
