package sorte.trading.home;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sorte.trading.journal.ForcePolicy;

/// The owner's settings: one flat JSON object in `config.json`, each key with a default, a unit and
/// a range. All bad keys are reported at once. What holds is the newest [SettingsVersion].
///
/// @param language `pt` or `en`, for what is said when nobody's sentence tells
/// @param timeZone where days, trading hours and the daily loss begin
/// @param autonomyLevel 0 only propose, 1 every change needs a yes, 2 parameters alone, 3
///   strategies alone, 4 guarded code
/// @param pace bars a second of a simulated or recorded market; 0 is `max`: the market waits for
///   the work
/// @param journalForce when the trader's journal is forced to the disk: `order`, `batch` or
///   `background`
/// @param cash money a new paper account starts with
/// @param lossBudget the fraction of a release's allocation that it may lose before it is taken
///   back
/// @param margin how much worse a wished change may be and still pass, in standard deviations of a
///   bar's return
/// @param maxDrawdown the fraction below its peak at which the account is halted
/// @param dailyLoss the fraction of the day's first equity that may be lost in a day
/// @param maxOrderShare the largest order, as a fraction of the account's equity
/// @param maxExposure the largest position, as a fraction of the account's equity
/// @param priceCollar how far from the last price an order may be, as a fraction
/// @param ordersPerDay how many orders may be sent in a market day
/// @param flattenOnHalt whether a halt also leaves every position (`halt.positions`: `hold` or
///   `flatten`)
/// @param deadManHours how long the owner may give no sign before the trader is halted; 0 for ever
/// @param binanceRest where Binance's public market data is asked for
/// @param binanceStream where Binance's public market data is streamed from
public record Config(
    String language,
    ZoneId timeZone,
    int autonomyLevel,
    double pace,
    ForcePolicy journalForce,
    double cash,
    double lossBudget,
    double margin,
    double maxDrawdown,
    double dailyLoss,
    double maxOrderShare,
    double maxExposure,
    double priceCollar,
    int ordersPerDay,
    boolean flattenOnHalt,
    double deadManHours,
    URI binanceRest,
    URI binanceStream) {

  /// A setting: its key in the file, its default and its range, both ends included.
  public record Key(String name, double otherwise, double min, double max, String unit) {}

  public static final Key AUTONOMY = new Key("autonomy.level", 3, 0, 4, "level");
  public static final Key CASH = new Key("account.cash", 10_000, 1, 1e9, "money");
  public static final Key LOSS_BUDGET = new Key("rollout.loss-budget", 0.4, 0.001, 0.5, "fraction");
  public static final Key MARGIN = new Key("rollout.margin", 1, 0.05, 10, "daily deviations a day");
  public static final Key MAX_DRAWDOWN = new Key("limits.max-drawdown", 0.5, 0.01, 1, "fraction");
  public static final Key DAILY_LOSS = new Key("limits.daily-loss", 0.15, 0.001, 1, "fraction");
  public static final Key ORDER_SHARE = new Key("limits.max-order", 2.1, 0.01, 10, "fraction");
  public static final Key EXPOSURE = new Key("limits.max-exposure", 1.05, 0.01, 10, "fraction");
  public static final Key COLLAR = new Key("limits.price-collar", 0.25, 0.001, 1, "fraction");
  public static final Key ORDERS = new Key("limits.orders-per-day", 400, 1, 100_000, "orders");

  /// The dead man's timer.
  public static final Key DEAD_MAN = new Key("halt.dead-man", 0, 0, 8_760, "hours");

  /// What becomes of positions in a halt: `hold` or `flatten`.
  public static final String HALT_POSITIONS = "halt.positions";

  /// Binance's addresses for public market data, which want no key.
  public static final String BINANCE_REST = "https://data-api.binance.vision";

  public static final String BINANCE_STREAM = "wss://data-stream.binance.vision";

  /// Every numeric key there is.
  public static final List<Key> NUMBERS =
      List.of(
          AUTONOMY,
          CASH,
          LOSS_BUDGET,
          MARGIN,
          MAX_DRAWDOWN,
          DAILY_LOSS,
          ORDER_SHARE,
          EXPOSURE,
          COLLAR,
          ORDERS,
          DEAD_MAN);

  /// When the journal is forced; `background` unless the owner says otherwise.
  public static final String JOURNAL_FORCE = "journal.force";

  /// Bars a second unless the owner says otherwise.
  public static final double USUAL_PACE = 20;

  /// The fastest pace that can be asked for by a number, in bars a second.
  public static final double FASTEST_PACE = 100_000;

  /// Settings that cannot be used, all of them in one message; the file was not touched.
  public static final class BadConfig extends IOException {
    private static final long serialVersionUID = 1L;

    BadConfig(List<String> problems) {
      super(String.join("; ", problems));
    }
  }

  /// Whether the market waits for the work.
  public boolean fullSpeed() {
    return pace == 0;
  }

  /// The settings that hold in `home`; defaults where nothing is set.
  public static Config of(Home home) throws IOException {
    return of(SettingsVersion.held(home));
  }

  /// The settings in `values`, by key.
  public static Config of(Map<String, String> values) throws BadConfig {
    Reading reading = new Reading(new TreeMap<>(values));
    String language = reading.oneOf("language", "en", List.of("pt", "en"));
    ZoneId zone = reading.zone("time-zone");
    double pace = reading.pace("market.pace");
    ForcePolicy force = reading.force(JOURNAL_FORCE);
    Config config =
        new Config(
            language,
            zone,
            (int) reading.number(AUTONOMY),
            pace,
            force,
            reading.number(CASH),
            reading.number(LOSS_BUDGET),
            reading.number(MARGIN),
            reading.number(MAX_DRAWDOWN),
            reading.number(DAILY_LOSS),
            reading.number(ORDER_SHARE),
            reading.number(EXPOSURE),
            reading.number(COLLAR),
            (int) reading.number(ORDERS),
            reading.oneOf(HALT_POSITIONS, "hold", List.of("hold", "flatten")).equals("flatten"),
            reading.number(DEAD_MAN),
            reading.address("feed.binance.rest", BINANCE_REST, "http", "https"),
            reading.address("feed.binance.stream", BINANCE_STREAM, "ws", "wss"));
    reading.finish();
    return config;
  }

  private static final class Reading {
    private final TreeMap<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Reading(TreeMap<String, String> values) {
      this.values = values;
    }

    String oneOf(String key, String otherwise, List<String> allowed) {
      String value = values.remove(key);
      if (value == null) {
        return otherwise;
      }
      if (!allowed.contains(value)) {
        problems.add(key + " must be one of " + allowed + ", was " + value);
      }
      return value;
    }

    ForcePolicy force(String key) {
      List<String> words = Arrays.stream(ForcePolicy.values()).map(ForcePolicy::word).toList();
      int chosen = words.indexOf(oneOf(key, ForcePolicy.BACKGROUND.word(), words));
      return ForcePolicy.values()[chosen];
    }

    ZoneId zone(String key) {
      String value = values.remove(key);
      try {
        return ZoneId.of(value == null ? "UTC" : value);
      } catch (DateTimeException _) {
        problems.add(key + " must be a time zone such as America/Sao_Paulo, was " + value);
        return ZoneId.of("UTC");
      }
    }

    double pace(String key) {
      String value = values.remove(key);
      if (value == null) {
        return USUAL_PACE;
      }
      if (value.equals("max")) {
        return 0;
      }
      double pace = parsed(value);
      if (!(pace > 0 && pace <= FASTEST_PACE)) {
        problems.add(
            key + " must be max, or above 0 and at most 100000 bars a second, was " + value);
      }
      return pace;
    }

    double number(Key key) {
      String value = values.remove(key.name());
      if (value == null) {
        return key.otherwise();
      }
      double number = parsed(value);
      if (!(number >= key.min() && number <= key.max())) {
        problems.add(
            "%s must be between %s and %s (%s), was %s"
                .formatted(key.name(), key.min(), key.max(), key.unit(), value));
      }
      return number;
    }

    URI address(String key, String otherwise, String open, String secret) {
      String value = values.remove(key);
      try {
        URI address = new URI(value == null ? otherwise : value);
        boolean here = "127.0.0.1".equals(address.getHost());
        String scheme = String.valueOf(address.getScheme());
        if (address.getHost() != null && (scheme.equals(secret) || here && scheme.equals(open))) {
          return address;
        }
      } catch (URISyntaxException _) {
        // said below
      }
      problems.add(
          "%s must be an address that begins with %s:// (or %s:// on 127.0.0.1), was %s"
              .formatted(key, secret, open, value));
      return URI.create(otherwise);
    }

    void finish() throws BadConfig {
      values.forEach((key, _) -> problems.add("unknown key " + key));
      if (!problems.isEmpty()) {
        throw new BadConfig(problems);
      }
    }

    private static double parsed(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException _) {
        return Double.NaN;
      }
    }
  }
}
