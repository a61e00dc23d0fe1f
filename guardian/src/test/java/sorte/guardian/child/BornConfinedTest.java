package sorte.guardian.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sorte.guardian.sandbox.ChildLimits;
import sorte.guardian.sandbox.ConfinedChild;
import sorte.guardian.sandbox.Exit;
import sorte.guardian.sandbox.Flooded;
import sorte.guardian.sandbox.Launch;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.sandbox.Sandbox;

/// What holds a child, tried by code that means harm; the same code unconfined is the control.
@Timeout(240)
class BornConfinedTest {

  private static final long WAIT_SECONDS = 120;
  private static final int ORDINARY = 54321;
  private static final int ATTEMPTS = 23;

  /// Kinds of thread on which everything is tried (a child's own flags switch the finalizer's and
  /// the signal handlers' off; here they are on).
  private static final List<String> THREADS =
      List.of(
          "main",
          "static initialiser",
          "new thread",
          "virtual thread",
          "common pool",
          "uncaught handler",
          "signal handler",
          "common cleaner",
          "finalizer",
          "shutdown hook");

  private static final Limits SMALL = new Limits(64, 220, 4, 64, 1 << 20, Duration.ofSeconds(60));

  private static Path folder;
  private static Path jar;
  private static ServerSocket tcp;
  private static ServerSocketChannel unix;
  private static Process target;

  @BeforeAll
  static void layOut() throws Exception {
    assertThat(Sandbox.here().confinement().findings("en")).allMatch(said -> said.good());
    folder = Files.createTempDirectory("sorte-hostile-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    jar = folder.resolve("hostile.jar");
    Files.write(
        jar,
        ChildJar.plain()
            .add("sorte/guardian/child/Child.class", List.of("sorte/guardian/"))
            .add("sorte/guardian/child/Hostile.class", List.of("sorte/guardian/child/"))
            .bytes());
    Files.createDirectory(folder.resolve("empty"));
    for (String name : List.of("secret", "open")) {
      Path file = Files.writeString(folder.resolve(name), "key");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    Path socket = folder.resolve("socket");
    unix.bind(UnixDomainSocketAddress.of(socket));
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
    target = new ProcessBuilder("sleep", "600").start();
  }

  @AfterAll
  static void clearAway() throws Exception {
    target.destroyForcibly();
    tcp.close();
    unix.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<String> attempts() {
    return List.of(
        "attempts",
        folder.toString(),
        Integer.toString(tcp.getLocalPort()),
        folder.resolve("socket").toString(),
        Long.toString(target.pid()));
  }

  private static boolean root() throws Exception {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static List<String> java(String... rest) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(jar.toString());
    command.addAll(List.of(rest));
    return command;
  }

  private static List<String> said(List<String> command) throws Exception {
    Path out = Files.createTempFile("hostile", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      assertThat(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return Files.readAllLines(out);
    } finally {
      Files.delete(out);
    }
  }

  private static List<String> asOrdinary(List<String> command) throws Exception {
    if (!root()) {
      return command;
    }
    assumeThat(Path.of("/usr/bin/setpriv")).as("setpriv, to become an ordinary user").exists();
    List<String> all =
        new ArrayList<>(
            List.of(
                "/usr/bin/setpriv",
                "--reuid=" + ORDINARY,
                "--regid=" + ORDINARY,
                "--clear-groups"));
    all.addAll(command);
    return all;
  }

  private static List<String> confined() {
    List<String> rest = new ArrayList<>(List.of(HostileParent.class.getName(), jar.toString()));
    rest.addAll(attempts());
    return java(rest.toArray(String[]::new));
  }

  private static void everythingWasTriedAndRefused(List<String> lines) {
    List<String> results = lines.stream().filter(line -> line.contains("|")).toList();
    List<String> names =
        results.stream()
            .filter(line -> line.startsWith("main|"))
            .map(line -> line.split("\\|")[1])
            .toList();
    assertThat(names).as(String.join("\n", lines)).hasSize(ATTEMPTS);
    assertThat(results).allMatch(line -> line.split("\\|")[2].startsWith("REFUSED"));
    for (String thread : THREADS) {
      assertThat(results.stream().filter(line -> line.startsWith(thread + "|")))
          .as("%s in %s", thread, String.join("\n", lines))
          .hasSize(names.size());
    }
    assertThat(lines).contains("DONE", "EXIT exit code 0");
  }

  @Test
  void the_control_unconfined_code_can_do_all_of_it() throws Exception {
    List<String> rest = new ArrayList<>(List.of(Hostile.class.getName(), "free"));
    rest.addAll(attempts());
    List<String> lines = said(java(rest.toArray(String[]::new)));
    List<String> results = lines.stream().filter(line -> line.contains("|")).toList();
    assertThat(results).as(String.join("\n", lines)).hasSize(ATTEMPTS);
    assertThat(results).allMatch(line -> line.endsWith("|DONE"));
  }

  @Test
  void as_root_every_attempt_on_every_kind_of_thread_is_refused() throws Exception {
    assumeThat(root()).as("run as root").isTrue();
    everythingWasTriedAndRefused(said(confined()));
  }

  @Test
  void as_an_ordinary_user_every_attempt_on_every_kind_of_thread_is_refused() throws Exception {
    everythingWasTriedAndRefused(said(asOrdinary(confined())));
  }

  @Test
  void children_die_with_a_parent_that_is_killed() throws Exception {
    for (boolean ordinary : new boolean[] {false, true}) {
      List<String> command = java(HostileParent.class.getName(), jar.toString(), "sleep");
      Process parent = new ProcessBuilder(ordinary ? asOrdinary(command) : command).start();
      long child = 0;
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line; (line = lines.readLine()) != null; ) {
          if (line.startsWith("PID ")) {
            child = Long.parseLong(line.substring(4));
          }
          if (line.equals("READY")) {
            break;
          }
        }
        assertThat(child).isPositive();
        assertThat(lives(child)).isTrue();
        parent.destroyForcibly().waitFor();
        for (int i = 0; i < 200 && lives(child); i++) {
          Thread.sleep(50);
        }
        assertThat(lives(child)).as("child %d, ordinary user: %s", child, ordinary).isFalse();
      }
    }
  }

  /// A zombie is dead.
  private static boolean lives(long pid) throws Exception {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return false;
    }
    try {
      return Files.readAllLines(status).stream()
          .noneMatch(
              line -> line.startsWith("State:") && (line.contains("Z") || line.contains("X (")));
    } catch (java.nio.file.NoSuchFileException e) {
      return false;
    } catch (java.io.IOException e) {
      // the process went away while its status was read
      return Files.exists(status);
    }
  }

  private static ConfinedChild started(String bomb) {
    Launch launch = new Launch(List.of(jar), HostileParent.java(jar, SMALL, List.of(bomb)), SMALL);
    return (ConfinedChild) Sandbox.here().start(launch, folder.resolve("empty"));
  }

  private static Exit end(ConfinedChild child) throws Exception {
    byte[] ready = child.stdout().readNBytes(6);
    assertThat(new String(ready, StandardCharsets.UTF_8)).isEqualTo("READY\n");
    return child.await(Duration.ofSeconds(90)).orElseThrow();
  }

  @Test
  void a_heap_bomb_ends_its_child() throws Exception {
    try (ConfinedChild child = started("heap")) {
      assertThat(end(child).code()).isEqualTo(3);
      assertThat(child.words(Duration.ofSeconds(5))).contains("OutOfMemoryError");
    }
  }

  @Test
  void a_native_memory_bomb_ends_its_child() throws Exception {
    try (ConfinedChild child = started("native")) {
      assertThat(end(child)).isNotEqualTo(new Exit(0, 0));
      assertThat(child.words(Duration.ofSeconds(5))).containsAnyOf("OutOfMemory", "memory");
    }
  }

  @Test
  void a_thread_bomb_ends_its_child() throws Exception {
    try (ConfinedChild child = started("threads")) {
      assertThat(end(child)).isNotEqualTo(new Exit(0, 0));
      assertThat(child.words(Duration.ofSeconds(5))).containsAnyOf("OutOfMemory", "memory");
    }
  }

  @Test
  void as_root_a_child_has_so_many_threads_and_no_more() throws Exception {
    assumeThat(root()).isTrue();
    try (ConfinedChild child = started("sleep")) {
      assertThat(child.stdout().read()).isPositive(); // its first word, behind its limits
      String limits = Files.readString(Path.of("/proc", Long.toString(child.pid()), "limits"));
      String most = Integer.toString(ChildLimits.THREADS_MOST);
      assertThat(limits).containsPattern("Max processes +" + most + " +" + most + " ");
    }
  }

  @Test
  void a_spin_ends_with_its_processor_time() throws Exception {
    try (ConfinedChild child = started("spin")) {
      assertThat(end(child).signal()).isIn(9, 24);
    }
  }

  @Test
  void a_flood_of_output_is_cut_at_its_cap() throws Exception {
    try (ConfinedChild child = started("flood")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> child.stdout().readAllBytes())
          .isInstanceOf(Flooded.class);
      assertThat(child.alive()).isTrue();
      child.kill();
      assertThat(child.await(Duration.ofSeconds(30))).contains(new Exit(-1, 9));
    }
  }

  @Test
  void a_child_that_never_reads_does_not_hold_who_writes_to_it() throws Exception {
    try (ConfinedChild child = started("sleep")) {
      Thread writer =
          Thread.ofPlatform()
              .daemon(true)
              .start(() -> {
                try {
                  child.stdin().write(new byte[1 << 20]);
                } catch (java.io.IOException expected) {
                  // the pipe breaks when the child is killed
                }
              });
      writer.join(300);
      assertThat(writer.isAlive()).isTrue();
      child.kill();
      writer.join(30_000);
      assertThat(writer.isAlive()).isFalse();
    }
  }
}
