package sorte.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import sorte.trading.home.Home;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.ColumnFile;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketSpec;

/// Which market a home shall trade, as asked for at start.
///
/// @param data recorded bars; null for the built-in market
/// @param seed of the built-in market
/// @param fee a side, as a fraction; null for the usual one
/// @param lot of recorded bars; null for whole units
/// @param live an exchange's market; null for none
/// @param asked whether any of it was said, so that a home's own market is not silently kept
///   instead
public record MarketChoice(
    @Nullable Path data,
    long seed,
    @Nullable Double fee,
    @Nullable Double lot,
    @Nullable LiveMarket live,
    boolean asked) {

  /// Without an exchange.
  public MarketChoice(
      @Nullable Path data, long seed, @Nullable Double fee, @Nullable Double lot, boolean asked) {
    this(data, seed, fee, lot, null, asked);
  }

  private static final int MILLIS_A_MINUTE = 60_000;
  private static final String STORED = ".+-\\d+[mhdw]\\" + ColumnFile.ENDING;

  /// How writing the market of a home ended.
  public sealed interface Outcome {}

  /// It is there.
  public record Written(MarketSpec market) implements Outcome {}

  /// The home trades another market already; nothing was changed.
  public record Another(MarketSpec market) implements Outcome {}

  /// The bars file cannot be used; nothing of it was taken.
  public record BadBars(BarsReading.Bad bad) implements Outcome {}

  /// The file holds too few bars to judge anything on.
  public record TooShort(int bars, int needed) implements Outcome {}

  /// Bars that must follow the history for there to be anything to trade.
  static final int FEWEST_LIVE_BARS = 100;

  /// Writes the market into a home that has none; else compares.
  public Outcome settle(Home home) throws IOException, InterruptedException {
    if (Files.exists(home.marketFile())) {
      MarketSpec known = MarketSpec.read(home.marketFile());
      return !asked || sameAs(known) ? new Written(known) : new Another(known);
    }
    if (live != null) {
      return live.begin(home, fee == null ? MarketSpec.USUAL_FEE : fee);
    }
    if (data == null) {
      MarketSpec usual = MarketSpec.builtIn(seed);
      return write(
          home,
          new MarketSpec(
              usual.origin(),
              usual.instrument(),
              usual.timeframeMinutes(),
              usual.historyBars(),
              fee == null ? usual.fee() : fee));
    }
    return switch (BarsFile.read(data)) {
      case BarsReading.Bad bad -> new BadBars(bad);
      case BarsReading.Read read -> recorded(home, data, read);
    };
  }

  private Outcome recorded(Home home, Path file, BarsReading.Read read) throws IOException {
    int history = Math.min(MarketSpec.USUAL_HISTORY, read.bars().size() / 2);
    if (read.bars().size() - history < FEWEST_LIVE_BARS) {
      return new TooShort(read.bars().size(), 2 * FEWEST_LIVE_BARS);
    }
    return write(
        home,
        new MarketSpec(
            new MarketSpec.Recording(kept(home, file), read.sha256()),
            instrument(file),
            minutes(read.bars()),
            history,
            fee == null ? MarketSpec.USUAL_FEE : fee));
  }

  /// Columns are the home's own copy from here on: the store's change with every import.
  private static Path kept(Home home, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(ColumnFile.ENDING)) {
      return file;
    }
    Path own = home.marketFile().resolveSibling(name);
    Files.createDirectories(own.getParent());
    Files.copy(file, own, StandardCopyOption.REPLACE_EXISTING);
    return own;
  }

  private Instrument instrument(Path file) {
    String name = String.valueOf(file.getFileName());
    // the store's files tell the whole symbol before the timeframe
    String symbol =
        (name.matches(STORED)
                ? name.substring(0, name.lastIndexOf('-')).replace("%2F", "/")
                : name.replaceFirst("[-_.].*$", ""))
            .toUpperCase(java.util.Locale.ROOT);
    String known = symbol.matches("[A-Z0-9][A-Z0-9._/-]{0,31}") ? symbol : "DATA";
    return lot == null ? Instrument.wholeUnits(known) : new Instrument(known, 0, lot, 0);
  }

  /// The length of a bar, in minutes.
  private static int minutes(Bars bars) {
    return (int) Math.max(1, bars.length().millis() / MILLIS_A_MINUTE);
  }

  private static Outcome write(Home home, MarketSpec market) throws IOException {
    Files.createDirectories(home.marketFile().getParent());
    Bars history = market.source().from(0).take(market.historyBars());
    BarsFile.write(home.history(), history);
    market.write(home.marketFile());
    return new Written(market);
  }

  private boolean sameAs(MarketSpec known) throws IOException {
    return switch (known.origin()) {
      case MarketSpec.Seed(long seed) -> data == null && live == null && seed == this.seed;
      case MarketSpec.Recording(Path _, String sha256) ->
          data != null && Files.isRegularFile(data) && BarsFile.digest(data).equals(sha256);
      case MarketSpec.Live(String feed, Path _) ->
          live != null && live.name().toString().equals(feed);
    };
  }
}
