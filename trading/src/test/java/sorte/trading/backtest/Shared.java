package sorte.trading.backtest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;

/// The material beside the repository: recorded data, and what another engine computed on it.
final class Shared {
  private Shared() {}

  /// A file of `../shared`; where there is none the test is skipped, saying so.
  static Path file(String path) {
    Path found = found(path);
    assumeTrue(
        Files.exists(found), () -> "skipped: no ../shared/" + path + " beside the repository");
    return found;
  }

  private static Path found(String path) {
    String told = System.getProperty("sorte.shared", "");
    if (!told.isEmpty()) {
      return Path.of(told).resolve(path);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared").resolve(path);
      if (Files.exists(candidate)) {
        return candidate;
      }
      folder = folder.getParent();
    }
    return Path.of("../shared").resolve(path);
  }

  static Bars bars(String name) throws IOException {
    return switch (BarsFile.read(file("data/" + name))) {
      case BarsReading.Read read -> read.bars();
      case BarsReading.Bad bad -> throw new AssertionError(bad.message());
    };
  }
}
