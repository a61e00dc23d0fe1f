package sorte.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sorte.trading.market.MarketSpec;

/// One of the processes that the root starts: its name, where its code is, and what it is given.
///
/// @param module the Maven module whose jar, with what it needs at run time, is the whole class
///   path
/// @param outlivesRoot whether it goes on when the root dies (only the trader)
record Program(
    String name, String module, String mainClass, List<String> flags, boolean outlivesRoot) {

  /// The modules of the JDK that the trader sees: no compiler, no tools, no desktop.
  private static final String TRADER_MODULES =
      "java.base,java.logging,java.net.http,jdk.httpserver,java.management,jdk.management,"
          + "java.sql,java.xml,jdk.crypto.ec,jdk.unsupported";

  static final Program TRADER =
      new Program(
          "trader",
          "trading",
          "sorte.trading.engine.TraderProcess",
          List.of("-Xmx512m", "--limit-modules", TRADER_MODULES),
          true);

  /// For what lives by answering and waiting: the second compiler would take more processor time
  /// than it ever gives back, just while a change is under way.
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  static final Program GUARDIAN =
      new Program(
          "guardian",
          "guardian",
          "sorte.guardian.process.GuardianProcess",
          List.of("-Xmx512m", FIRST_COMPILER, "--enable-native-access=ALL-UNNAMED"),
          false);

  static final Program MIND =
      new Program(
          "mind",
          "change",
          "sorte.change.mind.MindProcess",
          List.of("-Xmx384m", FIRST_COMPILER, "--enable-native-access=ALL-UNNAMED"),
          false);

  static final Program COMMANDER =
      new Program(
          "commander",
          "app",
          "sorte.app.launch.CommanderProcess",
          List.of("-Xmx384m", FIRST_COMPILER),
          false);

  /// The sockets to an exchange; only where the market is one.
  static final Program FEED =
      new Program("feed", "data", "sorte.data.feed.FeedProcess", List.of("-Xmx192m"), false);

  /// In the order in which they are started: each needs those before it.
  static final List<Program> ALL = List.of(GUARDIAN, TRADER, MIND, COMMANDER);

  /// The programs that a home of this market needs.
  static List<Program> of(MarketSpec market) {
    return switch (market.origin()) {
      case MarketSpec.Seed _, MarketSpec.Recording _ -> ALL;
      case MarketSpec.Live _ -> List.of(GUARDIAN, FEED, TRADER, MIND, COMMANDER);
    };
  }

  /// The command line that starts this program on `home`.
  ///
  /// @param root the folder of Sorte's build
  List<String> command(Path root, Path home, List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("-XX:-UsePerfData");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dsorte.root=" + root);
    command.addAll(flags);
    command.add("-cp");
    command.add(String.join(":", classPath(root)));
    command.add(mainClass);
    command.add(home.toString());
    command.addAll(more);
    return List.copyOf(command);
  }

  /// What it loads its classes from.
  List<String> classPath(Path root) throws IOException {
    Path target = root.resolve(module).resolve("target");
    List<String> all = new ArrayList<>();
    all.add(jar(target).toString());
    all.addAll(List.of(Files.readString(target.resolve("classpath.txt")).strip().split(":")));
    return all;
  }

  private Path jar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.getFileName().toString().matches(module + "-[0-9].*\\.jar"))
          .filter(f -> !f.getFileName().toString().matches(".*-(tests|sources)\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar of " + module + " in " + target));
    }
  }
}
