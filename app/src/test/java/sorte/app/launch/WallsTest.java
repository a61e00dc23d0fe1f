package sorte.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.EnclosedProcess;
import sorte.guardian.sandbox.Encloser;
import sorte.guardian.sandbox.Enclosure;
import sorte.trading.home.Home;

/// Each wall of each process is tried from the inside, by code that stands where the process's own
/// would. The same code does it all where there are no walls: so a wall that is gone is seen.
class WallsTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final List<Program> PROGRAMS =
      List.of(Program.TRADER, Program.MIND, Program.COMMANDER, Program.FEED);

  @TempDir Path folder;
  private Home home = Home.at(Path.of("/nowhere"));
  private ServerSocket listener;
  private ServerSocketChannel unix;
  private Process sleeper;

  @BeforeEach
  void a_home_with_all_that_is_to_be_kept_apart() throws IOException {
    home = Home.opened(folder.resolve("home"));
    for (Path file : secrets().values()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "secret");
    }
    for (Path file : List.of(version(), home.marketFile(), home.publicKey())) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
    }
    Files.createDirectories(home.logs());
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    unix.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
    sleeper = new ProcessBuilder("sleep", "300").start();
  }

  @AfterEach
  void nothing_is_left() throws IOException {
    listener.close();
    unix.close();
    sleeper.destroyForcibly();
  }

  /// The settings that hold; the owner's own file is nobody's.
  private Path version() {
    return home.settings().resolve("000001.json");
  }

  /// One file of each owner, by its owner.
  private Map<String, Path> secrets() {
    Map<String, Path> secrets = new LinkedHashMap<>();
    secrets.put("keys", home.guardianKeys().resolve("ed25519"));
    secrets.put("log", home.guardianLog().resolve("entries.log"));
    secrets.put("repository", home.repository().resolve("HEAD"));
    secrets.put("store", home.store().resolve("artifacts/x.jar"));
    secrets.put("trader", home.journal().resolve("00.seg"));
    secrets.put("commander", home.changesLog());
    secrets.put("mind", home.mind().resolve("memory"));
    secrets.put("feed", home.feedLog());
    for (String process : List.of("guardian", "trader", "mind", "commander", "feed")) {
      secrets.put("run-" + process, home.doorFile(process));
    }
    return secrets;
  }

  @ParameterizedTest
  @ValueSource(strings = {"trader", "mind", "commander", "feed"})
  void a_process_reaches_its_own_and_nothing_of_the_others(String name) throws Exception {
    assumeTrue(Encloser.possible(Confinement.probe()), "this kernel has no landlock");
    Program program =
        PROGRAMS.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    List<String> deeds = deeds();
    Enclosure enclosure = new Walls(home, temporary()).of(program, classPath(), List.of());
    List<String> seen = said(deeds, enclosure);

    List<String> allowed = new ArrayList<>();
    allowed.add("read " + version());
    allowed.add("read " + home.marketFile());
    allowed.add("listen 0");
    owned(name)
        .forEach(owner ->
            List.of("read", "append", "move")
                .forEach(deed -> allowed.add(deed + " " + secrets().get(owner))));
    owned(name).forEach(owner -> allowed.add("make " + secrets().get(owner).resolveSibling("new")));
    switch (name) {
      case "trader" -> {
        allowed.add("read " + home.publicKey());
        allowed.add("read " + secrets().get("store"));
        allowed.add("read " + secrets().get("feed"));
      }
      case "commander" -> {
        secrets().keySet().stream()
            .filter(owner -> owner.startsWith("run-") && !owner.equals("run-commander"))
            .forEach(owner -> allowed.add("read " + secrets().get(owner)));
        allowed.add("connect " + listener.getLocalPort());
      }
      case "feed" -> allowed.add("connect " + listener.getLocalPort());
      default -> assertThat(name).isEqualTo("mind");
    }
    assertThat(seen.stream().filter(line -> line.startsWith("DONE ")).map(l -> l.substring(5)))
        .filteredOn(line -> !line.startsWith("datagram"))
        .containsExactlyInAnyOrderElementsOf(allowed);
    assertThat(sleeper.isAlive()).as("nobody else's process is ended").isTrue();
  }

  private Path temporary() throws IOException {
    return Files.createDirectories(folder.resolve("temporary"));
  }

  private static List<String> owned(String name) {
    return List.of(name, "run-" + name);
  }

  @Test
  void without_walls_the_same_code_does_it_all() throws Exception {
    List<String> deeds = deeds();
    List<String> command = command(deeds);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> seen = process.inputReader().lines().toList();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).hasSize(deeds.size() / 2 + 1).endsWith("END");
    assertThat(seen).noneMatch(line -> line.startsWith("HELD "));
    assertThat(sleeper.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void the_guardian_connects_to_nobody_and_writes_its_home_alone() throws Exception {
    assumeTrue(Encloser.possible(Confinement.probe()), "this kernel has no landlock");
    Path witness = folder.resolve("witness");
    Enclosure enclosure =
        new Walls(home, temporary()).of(Program.GUARDIAN, classPath(), List.of(witness));
    Path beside = Files.writeString(folder.resolve("beside"), "x");
    List<String> deeds =
        List.of(
            "read", secrets().get("keys").toString(),
            "append", secrets().get("log").toString(),
            "make", witness.resolve("copy").toString(),
            "listen", "0",
            "append", beside.toString(),
            "connect", Integer.toString(listener.getLocalPort()),
            "unix", folder.resolve("socket").toString());
    assertThat(said(deeds, enclosure))
        .containsExactly(
            "DONE read " + secrets().get("keys"),
            "DONE append " + secrets().get("log"),
            "DONE make " + witness.resolve("copy"),
            "DONE listen 0",
            "HELD append " + beside,
            "HELD connect " + listener.getLocalPort(),
            "HELD unix " + folder.resolve("socket"),
            "END");
  }

  /// Everything, in an order in which what ends something comes last.
  private List<String> deeds() {
    List<String> deeds = new ArrayList<>();
    secrets()
        .forEach((owner, file) -> {
          for (String deed : List.of("read", "append", "move")) {
            deeds.addAll(List.of(deed, file.toString()));
          }
          deeds.addAll(List.of("make", file.resolveSibling("new").toString()));
          deeds.addAll(List.of("mode", file.toString()));
        });
    for (Path file : List.of(version(), home.marketFile(), home.publicKey())) {
      deeds.addAll(List.of("read", file.toString(), "append", file.toString()));
    }
    deeds.addAll(List.of("list", home.root().toString(), "list", "/", "read", "/etc/passwd"));
    deeds.addAll(List.of("read", "/proc/self/environ"));
    deeds.addAll(List.of("make", folder.resolve("new").toString()));
    deeds.addAll(List.of("run", "/bin/true", "listen", "0"));
    deeds.addAll(List.of("connect", Integer.toString(listener.getLocalPort())));
    deeds.addAll(List.of("unix", folder.resolve("socket").toString()));
    deeds.addAll(List.of("signal", Long.toString(sleeper.pid())));
    return deeds;
  }

  private List<String> said(List<String> deeds, Enclosure enclosure) throws Exception {
    Path log = home.logs().resolve("intruder.log");
    EnclosedProcess process =
        Encloser.on(Confinement.probe()).start(command(deeds), Map.of(), enclosure, log);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<String> lines = List.of();
    while (!lines.contains("END") && System.nanoTime() < deadline) {
      Thread.sleep(50);
      lines = Files.readAllLines(log);
    }
    process.stdin().close();
    assertThat(lines).as("what it said: %s", lines).endsWith("END");
    return lines.stream()
        .filter(l -> l.startsWith("DONE ") || l.startsWith("HELD ") || l.equals("END"))
        .toList();
  }

  private static List<String> command(List<String> deeds) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-Xmx64m", "-cp", String.join(":", classPath())));
    command.add(Intruder.class.getName());
    command.addAll(deeds);
    return command;
  }

  private static List<String> classPath() {
    try {
      return List.of(
          Path.of(Intruder.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .toString());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
