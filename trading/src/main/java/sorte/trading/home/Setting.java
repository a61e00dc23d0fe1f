package sorte.trading.home;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sorte.trading.journal.ForcePolicy;

/// One key of `config.json` as people are told of it.
///
/// @param otherwise its value where nobody set one
/// @param allowed what may be said, in words or as a range with both ends
/// @param readers the processes that go by it
/// @param takes when a new value holds
/// @param risk which way danger lies
public record Setting(
    String name,
    String otherwise,
    String allowed,
    String unit,
    List<String> readers,
    Takes takes,
    Risk risk) {

  /// When a new value holds.
  public enum Takes {
    /// In the running system, within a moment.
    AT_ONCE,
    NEXT_START,
    /// Only where the home's account is opened.
    FIRST_START
  }

  /// Which way danger lies.
  public enum Risk {
    NONE,
    /// A higher value lets more be lost.
    HIGHER,
    /// A higher value lets more be lost, and 0 is the highest of all.
    HIGHER_ZERO_MOST
  }

  private static final Set<Config.Key> FOR_THE_TRADER =
      Set.of(
          Config.MAX_DRAWDOWN,
          Config.DAILY_LOSS,
          Config.ORDER_SHARE,
          Config.EXPOSURE,
          Config.COLLAR,
          Config.ORDERS,
          Config.DEAD_MAN);

  /// Every setting there is, by name.
  public static final List<Setting> ALL = all();

  private static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    for (Config.Key key : Config.NUMBERS) {
      all.add(numeric(key));
    }
    List<String> market = List.of("trader", "commander");
    all.add(worded("language", "en", "pt en", List.of("commander"), Takes.AT_ONCE));
    all.add(
        worded(
            "time-zone", "UTC", "America/Sao_Paulo, UTC, …", List.of("trader"), Takes.FIRST_START));
    all.add(
        new Setting(
            "market.pace",
            plain(Config.USUAL_PACE),
            "max, or above 0 to " + plain(Config.FASTEST_PACE),
            "bars a second",
            market,
            Takes.NEXT_START,
            Risk.NONE));
    all.add(
        worded(Config.HALT_POSITIONS, "hold", "hold flatten", List.of("trader"), Takes.AT_ONCE));
    String forces =
        String.join(" ", Arrays.stream(ForcePolicy.values()).map(ForcePolicy::word).toList());
    String usual = ForcePolicy.BACKGROUND.word();
    all.add(worded(Config.JOURNAL_FORCE, usual, forces, List.of("trader"), Takes.NEXT_START));
    List<String> feed = List.of("feed");
    all.add(worded("feed.binance.rest", Config.BINANCE_REST, "https://…", feed, Takes.NEXT_START));
    all.add(
        worded("feed.binance.stream", Config.BINANCE_STREAM, "wss://…", feed, Takes.NEXT_START));
    all.sort((a, b) -> a.name.compareTo(b.name));
    return List.copyOf(all);
  }

  private static Setting numeric(Config.Key key) {
    boolean cash = key == Config.CASH;
    return new Setting(
        key.name(),
        plain(key.otherwise()),
        plain(key.min()) + " to " + plain(key.max()),
        key.unit(),
        FOR_THE_TRADER.contains(key)
            ? List.of("trader", "guardian")
            : cash ? List.of("trader", "commander", "guardian") : List.of("commander"),
        cash ? Takes.FIRST_START : Takes.AT_ONCE,
        cash ? Risk.NONE : key == Config.DEAD_MAN ? Risk.HIGHER_ZERO_MOST : Risk.HIGHER);
  }

  private static Setting worded(
      String name, String otherwise, String allowed, List<String> readers, Takes takes) {
    return new Setting(name, otherwise, allowed, "", readers, takes, Risk.NONE);
  }

  public static Optional<Setting> named(String name) {
    return ALL.stream().filter(setting -> setting.name.equals(name)).findFirst();
  }

  /// What holds where `values` are set.
  public String in(Map<String, String> values) {
    return values.getOrDefault(name, otherwise);
  }

  /// Whether going from one to the other lets more be lost.
  public boolean raises(String from, String to) {
    return switch (risk) {
      case NONE -> false;
      case HIGHER -> Double.parseDouble(to) > Double.parseDouble(from);
      case HIGHER_ZERO_MOST -> rank(to) > rank(from);
    };
  }

  private static double rank(String value) {
    double number = Double.parseDouble(value);
    return number == 0 ? Double.POSITIVE_INFINITY : number;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
