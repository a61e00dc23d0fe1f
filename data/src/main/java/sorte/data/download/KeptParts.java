package sorte.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsReading;
import sorte.trading.market.ColumnFile;

/// The finished parts of a download that is not finished, each a column file of its own. One that
/// was cut short or altered is no part.
final class KeptParts {
  private final Path folder;

  KeptParts(Path folder) {
    this.folder = folder;
  }

  Optional<Bars> part(Stretch stretch) throws IOException {
    Path file = file(stretch);
    return Files.isRegularFile(file) && ColumnFile.read(file) instanceof BarsReading.Read read
        ? Optional.of(read.bars())
        : Optional.empty();
  }

  Bars keep(Stretch stretch, TreeMap<Long, Bar> bars) throws IOException {
    Bars part = Bars.of(java.util.List.copyOf(bars.values()));
    Files.createDirectories(folder);
    ColumnFile.write(file(stretch), part, "");
    return part;
  }

  /// Throws the parts away; what is not theirs stays.
  void clear() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ColumnFile.ENDING)).toList()) {
        Files.delete(file);
      }
    }
    try (var left = Files.list(folder)) {
      if (left.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }

  private Path file(Stretch stretch) {
    return folder.resolve(stretch.name() + ColumnFile.ENDING);
  }
}
