package sorte.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sorte.guardian.sandbox.Enclosure;
import sorte.trading.home.Home;

/// What each process of a home may touch: its own folders to write, what it needs to read, and
/// nothing else of the machine. Secrets are behind everybody's walls but their owner's: the
/// guardian's keys, and the doors' tokens, which the commander alone reads.
final class Walls {
  /// How a process learns its time zone.
  private static final List<Path> TIME_ZONE =
      List.of(Path.of("/etc/localtime"), Path.of("/etc/timezone"), Path.of("/usr/share/zoneinfo"));

  /// How names are looked up, and whom to trust.
  private static final List<Path> NAMES =
      List.of(
          Path.of("/etc/resolv.conf"),
          Path.of("/etc/hosts"),
          Path.of("/etc/nsswitch.conf"),
          Path.of("/etc/gai.conf"),
          Path.of("/etc/ssl"),
          Path.of("/etc/pki"));

  private final Home home;
  private final Path temporary;

  /// @param temporary the system's folder for temporary files, where children find their class path
  Walls(Home home, Path temporary) {
    this.home = home;
    this.temporary = temporary;
  }

  /// @param classPath what it loads its classes from
  /// @param given folders that it is told of on its command line, and writes
  Enclosure of(Program program, List<String> classPath, List<Path> given) throws IOException {
    List<Path> reads = new ArrayList<>(TIME_ZONE);
    classPath.forEach(entry -> reads.add(Path.of(entry)));
    reads.add(home.root().resolve("VERSION"));
    reads.add(made(home.settings()));
    reads.add(home.marketFile().resolveSibling("."));
    List<Path> writes = new ArrayList<>();
    writes.add(made(home.run(program.name())));
    return switch (program.name()) {
      case "trader" -> {
        reads.addAll(List.of(home.marketData(), home.feed(), home.store(), home.publicKey()));
        writes.add(made(home.trader()));
        yield new Enclosure(reads, writes, false, false);
      }
      case "feed" -> {
        reads.addAll(NAMES);
        writes.add(made(home.feed()));
        yield new Enclosure(reads, writes, true, false);
      }
      case "mind" -> {
        writes.add(made(home.mind()));
        yield new Enclosure(reads, writes, false, false);
      }
      case "commander" -> {
        reads.add(home.run());
        writes.add(made(home.commander()));
        yield new Enclosure(reads, writes, true, false);
      }
      case "guardian" -> {
        // it looks at the machine to confine its children, and its keys are made at its first start
        writes.add(home.root());
        writes.add(temporary);
        for (Path folder : given) {
          writes.add(made(folder));
        }
        yield new Enclosure(List.of(Path.of("/")), writes, false, true);
      }
      default -> throw new IllegalArgumentException("no walls are known for " + program.name());
    };
  }

  private static Path made(Path folder) throws IOException {
    return Files.createDirectories(folder);
  }
}
