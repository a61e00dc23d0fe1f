package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import sorte.data.store.MarketStore;
import sorte.data.store.Series;
import sorte.data.store.StoreDamaged;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.ColumnFile;

/// What `--data` names: a bars file (CSV, gzip, Parquet), or a series of the store (`BTCUSDT:1h`).
/// The trader reads no Parquet, so it is given columns.
final class ChosenBars {
  private final Screen screen;
  private final Home home;

  ChosenBars(Screen screen, Home home) {
    this.screen = screen;
    this.home = home;
  }

  /// The bars themselves.
  Bars bars(String data) throws IOException {
    Optional<Series> series = series(data);
    if (series.isPresent()) {
      return stored(series.get());
    }
    Path file = Path.of(data);
    // the store is opened, and its database loaded, for Parquet alone
    return read(parquet(file) ? MarketStore.at(home.marketData()).read(file) : BarsFile.read(file));
  }

  /// A file of the same bars that the trader can read: the one named, or columns of it, which
  /// [#done] throws away.
  Path file(String data) throws IOException {
    Optional<Series> series = series(data);
    if (series.isPresent()) {
      return columns(series.get());
    }
    Path file = Path.of(data);
    if (!parquet(file)) {
      return file;
    }
    Bars bars = read(MarketStore.at(home.marketData()).read(file));
    String name = String.valueOf(file.getFileName());
    Path columns = given().resolve(name.substring(0, name.lastIndexOf('.')) + ColumnFile.ENDING);
    Files.createDirectories(given());
    ColumnFile.write(columns, bars, "");
    return columns;
  }

  /// Throws away what was made for [#file].
  void done() throws IOException {
    if (!Files.isDirectory(given())) {
      return;
    }
    try (var files = Files.list(given())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(given());
  }

  private Path given() {
    return home.marketFile().resolveSibling("given");
  }

  private static boolean parquet(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  /// A file of that name goes first.
  private static Optional<Series> series(String data) {
    return Series.named(data).filter(_ -> !Files.exists(Path.of(data)));
  }

  private Bars stored(Series series) throws IOException {
    try {
      return MarketStore.at(home.marketData())
          .bars(series)
          .orElseThrow(() -> new DataWords(screen).missing(series))
          .bars();
    } catch (StoreDamaged damaged) {
      throw new DataWords(screen).damaged(damaged);
    }
  }

  private Path columns(Series series) throws IOException {
    try {
      return MarketStore.at(home.marketData())
          .columns(series)
          .orElseThrow(() -> new DataWords(screen).missing(series));
    } catch (StoreDamaged damaged) {
      throw new DataWords(screen).damaged(damaged);
    }
  }

  private Bars read(BarsReading reading) {
    return switch (reading) {
      case BarsReading.Read read -> read.bars();
      case BarsReading.Bad bad -> throw BadBars.problem(screen, bad);
    };
  }
}
