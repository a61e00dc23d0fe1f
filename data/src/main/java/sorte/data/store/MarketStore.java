package sorte.data.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.ColumnFile;

/// The series of one home: `SYMBOL-TIMEFRAME.parquet` and the columns derived from it, in one
/// folder. One writer at a time, told by a lock; readers see the old file or the new one.
public final class MarketStore {
  private static final String PARQUET = ".parquet";

  private final Path root;

  private MarketStore(Path root) {
    this.root = root;
  }

  public static MarketStore at(Path root) {
    return new MarketStore(root);
  }

  /// Takes a bars file in: CSV, gzip, Parquet.
  public Taking take(Path file, Series series) throws IOException {
    return switch (read(file)) {
      case BarsReading.Bad bad -> new Taking.Unusable(bad);
      case BarsReading.Read read ->
          put(series, read.bars(), String.valueOf(file.getFileName()), false);
    };
  }

  /// Reads any bars file, Parquet too. A Parquet file's digest is that of its bars.
  public BarsReading read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(PARQUET) || !Files.isRegularFile(file)) {
      return Files.exists(file) || !name.endsWith(PARQUET) ? BarsFile.read(file) : missing(file);
    }
    BarsReading reading = duck(duck -> new ParquetBars(duck).read(file, ""));
    return reading instanceof BarsReading.Read(Bars bars, String _)
        ? new BarsReading.Read(bars, ColumnFile.digest(bars))
        : reading;
  }

  private static BarsReading missing(Path file) {
    return new BarsReading.Bad(
        file.toString(),
        List.of(
            new BarsReading.Problem(
                "missing-file", 0, "there is no such file", "Give the path of a bars file")),
        1);
  }

  /// Takes bars in, beside those that are there or in their place.
  ///
  /// @param source where they come from, in a line
  public Taking put(Series series, Bars bars, String source, boolean replace) throws IOException {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a series has bars, none were given for " + series);
    }
    long usual = Survey.usualDistance(bars);
    if (usual > 0 && usual < series.timeframe().millis()) {
      return new Taking.OtherTimeframe(series.timeframe(), usual);
    }
    List<Finding> findings = Survey.of(bars, series.timeframe());
    return locked(() -> {
      Optional<StoredSeries> before = replace ? Optional.empty() : stored(series);
      if (before.isEmpty()) {
        return write(series, bars, List.of(), source, bars, bars.size(), findings);
      }
      return switch (new Merge(whole(before.get()), bars).outcome()) {
        case Merge.Contradicted no ->
            new Taking.Contradicting(
                no.row(), no.stored(), no.given(), no.count(), no.shiftMinutes());
        case Merge.Merged merged ->
            write(
                series,
                merged.bars(),
                before.get().sources(),
                source,
                bars,
                merged.added(),
                findings);
      };
    });
  }

  private Taking write(
      Series series,
      Bars all,
      List<String> sources,
      String source,
      Bars given,
      int added,
      List<Finding> findings)
      throws IOException {
    if (all.size() > BarsFile.MOST_BARS) {
      return new Taking.TooMany(all.size(), BarsFile.MOST_BARS);
    }
    StoredSeries stored = StoredSeries.of(series, all, sources, source);
    Path file = parquet(series);
    duck(duck -> {
      new ParquetBars(duck).write(file, all, stored.notes());
      return stored;
    });
    ColumnFile.write(columnsOf(series), all, footer(file));
    return new Taking.Taken(stored, given.size(), added, findings);
  }

  /// Every series there is, in order.
  ///
  /// @throws StoreDamaged when a file is not what the store wrote
  public List<StoredSeries> list() throws IOException {
    List<StoredSeries> all = new ArrayList<>();
    for (Series series : series()) {
      stored(series).ifPresent(all::add);
    }
    return all;
  }

  /// The names of the series there are, told by their files' names.
  public List<Series> series() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var files = Files.list(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PARQUET))
          .map(name -> Series.ofFileName(name.substring(0, name.length() - PARQUET.length())))
          .flatMap(Optional::stream)
          .sorted()
          .toList();
    }
  }

  /// What the store knows of a series; empty where there is none.
  public Optional<StoredSeries> stored(Series series) throws IOException {
    Path file = parquet(series);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    footer(file);
    return Optional.of(
        duck(duck -> {
          try {
            return StoredSeries.of(series, duck.notes(file));
          } catch (IllegalArgumentException | SQLException e) {
            throw new StoreDamaged(file, String.valueOf(e.getMessage()));
          }
        }));
  }

  /// The columns of a series, made again where they are not those of its Parquet; empty where there
  /// is no such series.
  public Optional<Path> columns(Series series) throws IOException {
    Path file = parquet(series);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (!fresh(series)) {
      locked(() -> {
        if (!fresh(series)) {
          ColumnFile.write(columnsOf(series), whole(stored(series).orElseThrow()), footer(file));
        }
        return file;
      });
    }
    return Optional.of(columnsOf(series));
  }

  /// The bars of a series; empty where there is none. Columns that were altered are made again.
  public Optional<BarsReading.Read> bars(Series series) throws IOException {
    Optional<Path> columns = columns(series);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    if (BarsFile.read(columns.get()) instanceof BarsReading.Read read) {
      return Optional.of(read);
    }
    Files.deleteIfExists(columns.get());
    return switch (BarsFile.read(columns(series).orElseThrow())) {
      case BarsReading.Read read -> Optional.of(read);
      case BarsReading.Bad bad -> throw new StoreDamaged(columns.get(), bad.message());
    };
  }

  /// Reads the Parquet itself and holds it against what was written.
  ///
  /// @throws StoreDamaged when it is something else
  public void verify(StoredSeries stored) throws IOException {
    whole(stored);
  }

  /// Writes a series as Parquet.
  public void export(StoredSeries stored, Path file) throws IOException {
    Bars bars = bars(stored.series()).orElseThrow().bars();
    duck(duck -> {
      new ParquetBars(duck).write(file, bars, stored.notes());
      return file;
    });
  }

  /// A question about the series, in SQL.
  public StoreQuery query() {
    return new StoreQuery(this, root.resolve("spill"));
  }

  private boolean fresh(Series series) throws IOException {
    String footer = footer(parquet(series));
    return ColumnFile.header(columnsOf(series))
        .filter(header -> header.origin().equals(footer))
        .isPresent();
  }

  private Bars whole(StoredSeries stored) throws IOException {
    Path file = parquet(stored.series());
    return switch (duck(duck -> new ParquetBars(duck).read(file, ""))) {
      case BarsReading.Bad bad -> throw new StoreDamaged(file, bad.problems().getFirst().message());
      case BarsReading.Read(Bars bars, String _) -> {
        if (!ColumnFile.digest(bars).equals(stored.sha256())) {
          throw new StoreDamaged(file, "its bars are not those that were stored");
        }
        yield bars;
      }
    };
  }

  private static String footer(Path file) throws IOException {
    return ParquetFooter.digest(file)
        .orElseThrow(() -> new StoreDamaged(file, "no whole Parquet file"));
  }

  Path parquet(Series series) {
    return root.resolve(series.fileName() + PARQUET);
  }

  private Path columnsOf(Series series) {
    return root.resolve(series.fileName() + ColumnFile.ENDING);
  }

  /// Something done with a database that is there for it alone.
  private interface InDuck<T> {
    T in(Duck duck) throws SQLException, IOException;
  }

  private <T> T duck(InDuck<T> work) throws IOException {
    try (Duck duck = Duck.open(root.resolve("spill"))) {
      return work.in(duck);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// Something done while nobody else writes.
  private interface Alone<T> {
    T done() throws IOException;
  }

  private <T> T locked(Alone<T> work) throws IOException {
    Files.createDirectories(root);
    try (FileChannel lock =
            FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      return work.done();
    }
  }
}
