package sorte.trading.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import sorte.strategy.run.BarLength;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// The market of a home, as `market/market.json` states it.
///
/// @param origin where the bars come from
/// @param instrument what is traded
/// @param timeframeMinutes minutes of a bar
/// @param historyBars how many of the market's first bars are history; the next is the first live
/// @param fee of each fill's worth, as a fraction
public record MarketSpec(
    Origin origin, Instrument instrument, int timeframeMinutes, int historyBars, double fee) {

  /// The version of the file that this build reads and writes.
  public static final int VERSION = 1;

  public static final int USUAL_HISTORY = 3000;
  public static final double USUAL_FEE = 0.001;
  private static final long MILLIS_A_MINUTE = 60_000;
  private static final int MOST_MINUTES = 60 * 24 * 31;

  /// Where the bars come from.
  public sealed interface Origin {}

  /// The built-in market.
  public record Seed(long seed) implements Origin {}

  /// A bars file, told by its content.
  public record Recording(Path file, String sha256) implements Origin {
    public Recording {
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "a file's sha256 must be 64 hexadecimal digits, was " + sha256);
      }
      file = file.toAbsolutePath().normalize();
    }
  }

  /// An exchange's market as it happens.
  ///
  /// @param feed its name, such as `binance:BTCUSDT:1m`
  /// @param log what the feed writes down, in this home
  public record Live(String feed, Path log) implements Origin {
    public Live {
      if (!feed.matches("[a-z]+:[A-Z0-9]{2,20}:[0-9]{1,2}[mhd]")) {
        throw new IllegalArgumentException(
            "a feed must be named like binance:BTCUSDT:1m, was " + feed);
      }
      log = log.toAbsolutePath().normalize();
    }
  }

  /// A market file, or the bars it names, that cannot be used; nothing was taken.
  public static final class BadMarket extends IOException {
    private static final long serialVersionUID = 1L;

    BadMarket(String message) {
      super(message);
    }
  }

  public MarketSpec {
    List<String> problems = new ArrayList<>();
    if (timeframeMinutes < 1 || timeframeMinutes > MOST_MINUTES) {
      problems.add("timeframeMinutes must be 1 to " + MOST_MINUTES + ", was " + timeframeMinutes);
    }
    if (historyBars < 0 || historyBars > BarsFile.MOST_BARS) {
      problems.add("historyBars must be 0 to " + BarsFile.MOST_BARS + ", was " + historyBars);
    }
    if (!(fee >= 0 && fee < 1)) {
      problems.add("fee must be a fraction, 0 or more and below 1, was " + fee);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("a market: " + String.join("; ", problems));
    }
  }

  /// The built-in market with its usual instrument, history and fee.
  public static MarketSpec builtIn(long seed) {
    return new MarketSpec(
        new Seed(seed), Instrument.simulated(), BuiltInMarket.MINUTES, USUAL_HISTORY, USUAL_FEE);
  }

  /// How long a bar is.
  public BarLength length() {
    return BarLength.of(timeframeMinutes * MILLIS_A_MINUTE);
  }

  /// The bars themselves, checked to be the ones this market was made with.
  public MarketSource source() throws IOException {
    return switch (origin) {
      case Seed(long seed) -> new MarketSource.BuiltIn(seed);
      case Recording(Path file, String sha256) -> recorded(file, sha256);
      case Live(String _, Path log) -> new MarketSource.Live(log);
    };
  }

  private MarketSource recorded(Path file, String sha256) throws IOException {
    return switch (BarsFile.read(file)) {
      case BarsReading.Bad bad -> throw new BadMarket(bad.message());
      case BarsReading.Read read -> {
        if (!read.sha256().equals(sha256)) {
          throw new BadMarket(
              "%s is not the file this home was made with: its sha256 is %s, should be %s. Put the old file back, or start a new home"
                  .formatted(file, read.sha256(), sha256));
        }
        yield new MarketSource.Recorded(sha256, read.bars());
      }
    };
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.object().put("version", VERSION);
    ObjectNode source = json.putObject("source");
    switch (origin) {
      case Seed(long seed) -> source.put("kind", "built-in").put("seed", seed);
      case Recording(Path file, String sha256) ->
          source.put("kind", "recorded").put("file", file.toString()).put("sha256", sha256);
      // the log lies in this home wherever the home lies: only its name is written
      case Live(String feed, Path _) -> source.put("kind", "live").put("feed", feed);
    }
    json.putObject("instrument")
        .put("symbol", instrument.symbol())
        .put("tick", instrument.tick())
        .put("lot", instrument.lot())
        .put("minNotional", instrument.minNotional());
    return json.put("timeframeMinutes", timeframeMinutes)
        .put("historyBars", historyBars)
        .put("fee", fee);
  }

  /// Writes the file, whole or not at all.
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.write(draft, Json.bytes(toJson()));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /// @throws BadMarket when the file is not a market of this version, saying all that is wrong
  public static MarketSpec read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadMarket(file + " is missing: this home has no market yet. Run `sorte up`");
    }
    try {
      return of(Json.read(Files.readAllBytes(file)), new Home(file.resolve("../..")).feedLog());
    } catch (DoorError e) {
      throw new BadMarket(file + " is not JSON: " + e.what());
    } catch (IllegalArgumentException e) {
      throw new BadMarket(file + ": " + e.getMessage());
    }
  }

  private static MarketSpec of(JsonNode json, Path feedLog) {
    Reading reading = new Reading();
    reading.whole(json, "version", VERSION, VERSION);
    reading.only(json, "version", "source", "instrument", "timeframeMinutes", "historyBars", "fee");
    JsonNode source = json.path("source");
    JsonNode instrument = json.path("instrument");
    String kind = reading.text(source, "kind");
    long seed =
        kind.equals("built-in") ? reading.whole(source, "seed", Long.MIN_VALUE, Long.MAX_VALUE) : 0;
    String path = kind.equals("recorded") ? reading.text(source, "file") : "";
    String sha256 = kind.equals("recorded") ? reading.text(source, "sha256") : "";
    String feed = kind.equals("live") ? reading.text(source, "feed") : "";
    if (!List.of("built-in", "recorded", "live").contains(kind)) {
      reading.problem("source.kind must be built-in, recorded or live, was " + source.path("kind"));
    }
    String symbol = reading.text(instrument, "symbol");
    double tick = reading.number(instrument, "tick");
    double lot = reading.number(instrument, "lot");
    double minNotional = reading.number(instrument, "minNotional");
    int minutes = (int) reading.whole(json, "timeframeMinutes", 1, MOST_MINUTES);
    int history = (int) reading.whole(json, "historyBars", 0, BarsFile.MOST_BARS);
    double fee = reading.number(json, "fee");
    reading.finish();
    Origin origin =
        switch (kind) {
          case "built-in" -> new Seed(seed);
          case "recorded" -> new Recording(Path.of(path), sha256);
          default -> new Live(feed, feedLog);
        };
    return new MarketSpec(
        origin, new Instrument(symbol, tick, lot, minNotional), minutes, history, fee);
  }

  /// Collects what is wrong, so that all of it is said at once.
  private static final class Reading {
    private final List<String> problems = new ArrayList<>();

    void problem(String words) {
      problems.add(words);
    }

    void only(JsonNode json, String... keys) {
      TreeSet<String> unknown = new TreeSet<>();
      json.fieldNames().forEachRemaining(unknown::add);
      unknown.removeAll(List.of(keys));
      unknown.forEach(key -> problem("unknown key " + key));
    }

    String text(JsonNode json, String key) {
      JsonNode value = json.path(key);
      if (!value.isTextual()) {
        problem(key + " must be a text, was " + value);
      }
      return value.asText();
    }

    double number(JsonNode json, String key) {
      JsonNode value = json.path(key);
      if (!value.isNumber()) {
        problem(key + " must be a number, was " + value);
      }
      return value.asDouble();
    }

    long whole(JsonNode json, String key, long min, long max) {
      JsonNode value = json.path(key);
      boolean fits = value.isIntegralNumber() && value.canConvertToLong();
      if (!fits || value.longValue() < min || value.longValue() > max) {
        problem(key + " must be a whole number from " + min + " to " + max + ", was " + value);
      }
      return fits ? value.longValue() : 0;
    }

    void finish() {
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", problems));
      }
    }
  }
}
