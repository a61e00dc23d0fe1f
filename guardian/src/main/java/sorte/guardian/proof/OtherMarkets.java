package sorte.guardian.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import sorte.strategy.run.BarLength;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsReading;
import sorte.trading.market.ColumnFile;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.market.SplitMix;

/// Markets beside the one that is traded, of its kind: where that one is simulated, simulated ones
/// of other seeds; where it was recorded, what the home's store holds of other symbols in the same
/// length of bar. Which they are follows from the home alone: nobody who proposes a change names
/// one, and the store is out of the mind's reach. Safe for several threads.
final class OtherMarkets {

  /// Further markets at most, the first by name.
  static final int MARKETS_MOST = 3;

  /// Bars of each at most, the latest.
  static final int BARS_MOST = 2_000;

  /// A series of fewer bars is none.
  static final int BARS_LEAST = 500;

  private static final System.Logger LOG = System.getLogger(OtherMarkets.class.getName());

  /// Sets the seeds of further markets apart from those that anybody starts a home with.
  private static final long APART = 0x6F74_6865_7273L;

  private static final String SYMBOL = "[A-Z0-9][A-Z0-9._/-]{0,31}";
  private static final long MILLIS_A_MINUTE = 60_000;

  private final Path store;
  private final Map<Path, Latest> read = new HashMap<>();

  /// What was read of a file, by the digest that it had; none where it was not whole.
  private record Latest(String sha256, Optional<Bars> bars) {}

  /// @param store the folder of recorded series; it may be missing
  OtherMarkets(Path store) {
    this.store = store;
  }

  List<Ground.Other> beside(MarketSpec market) throws IOException {
    return switch (market.origin()) {
      case MarketSpec.Seed(long seed) -> builtIn(seed);
      case MarketSpec.Recording _, MarketSpec.Live _ ->
          recorded(market.instrument().symbol(), market.length());
    };
  }

  /// Simulated markets beside the one of this seed.
  static List<Ground.Other> builtIn(long seed) {
    SplitMix seeds = new SplitMix(seed ^ APART);
    List<Ground.Other> all = new ArrayList<>();
    for (int i = 1; i <= MARKETS_MOST; i++) {
      MarketSource market = new MarketSource.BuiltIn(seeds.nextLong());
      all.add(new Ground.Other("SIM-" + i, market.from(0).take(BARS_MOST)));
    }
    return all;
  }

  private synchronized List<Ground.Other> recorded(String traded, BarLength length)
      throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    if (Files.isDirectory(store)) {
      try (Stream<Path> all = Files.list(store)) {
        all.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    read.keySet().retainAll(files);
    List<Ground.Other> found = new ArrayList<>();
    for (Path file : files) {
      Optional<String> symbol = symbol(file, length).filter(name -> !name.equals(traded));
      if (symbol.isPresent() && found.size() < MARKETS_MOST) {
        latest(file)
            .ifPresent(bars -> found.add(new Ground.Other(symbol.get(), bars.lasting(length))));
      }
    }
    return found;
  }

  /// The symbol in the name of a series' columns, where its bars are this long.
  private static Optional<String> symbol(Path file, BarLength length) {
    String name = file.getFileName().toString();
    return endings(length.millis() / MILLIS_A_MINUTE).stream()
        .filter(name::endsWith)
        .map(ending -> name.substring(0, name.length() - ending.length()).replace("%2F", "/"))
        .filter(symbol -> symbol.matches(SYMBOL))
        .findFirst();
  }

  /// How the names of columns of such bars end: an hour is `1h` and `60m`.
  private static List<String> endings(long minutes) {
    List<String> all = new ArrayList<>();
    all.add("-" + minutes + "m" + ColumnFile.ENDING);
    if (minutes % 60 == 0) {
      all.add("-" + minutes / 60 + "h" + ColumnFile.ENDING);
    }
    if (minutes % (24 * 60) == 0) {
      all.add("-" + minutes / (24 * 60) + "d" + ColumnFile.ENDING);
    }
    if (minutes % (7 * 24 * 60) == 0) {
      all.add("-" + minutes / (7 * 24 * 60) + "w" + ColumnFile.ENDING);
    }
    return all;
  }

  /// Its latest bars; none where they are few, or not what they were written as. A file that has
  /// not changed is read once.
  private Optional<Bars> latest(Path file) throws IOException {
    Optional<ColumnFile.Header> header = ColumnFile.header(file);
    if (header.isEmpty() || header.get().rows() < BARS_LEAST) {
      return Optional.empty();
    }
    String sha256 = header.get().sha256();
    Latest before = read.get(file);
    if (before == null || !before.sha256().equals(sha256)) {
      before = new Latest(sha256, whole(file));
      read.put(file, before);
    }
    return before.bars();
  }

  private static Optional<Bars> whole(Path file) throws IOException {
    return switch (ColumnFile.latest(file, BARS_MOST)) {
      case BarsReading.Read read -> Optional.of(read.bars());
      case BarsReading.Bad bad -> {
        LOG.log(System.Logger.Level.WARNING, "a further market is left out: " + bad.message());
        yield Optional.empty();
      }
    };
  }
}
