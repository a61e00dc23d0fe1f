package sorte.guardian.child;

import java.util.SortedMap;
import java.util.TreeMap;
import sorte.strategy.Terms;

/// The constants of a strategy's `Terms` as a child reports them, by name; NaN where the strategy
/// sets none. `stopLossLine` is 1 where the stop's distance hangs on a line (its distance then
/// stands with each bar), else 0.
public record Holding(SortedMap<String, Double> terms) {

  public static final String INVESTED_FRACTION = "investedFraction";
  public static final String INVESTED_MONEY = "investedMoney";
  public static final String STOP_LOSS = "stopLoss";
  public static final String STOP_LOSS_LINE = "stopLossLine";
  public static final String TAKE_PROFIT = "takeProfit";
  public static final String TARGET_BY_STOP = "targetByStop";
  public static final String RISK = "risk";
  public static final String TRAILING_STOP = "trailingStop";
  public static final String TRAILING_BY_STOP = "trailingByStop";
  public static final String TIME_STOP = "timeStop";
  public static final String COOLDOWN = "cooldown";
  public static final String HOURS_FROM = "hoursFrom";
  public static final String HOURS_TO = "hoursTo";
  public static final String RENEWING = "renewing";
  public static final String WITHOUT_REVERSING = "withoutReversing";

  public Holding {
    terms = new TreeMap<>(terms);
  }

  /// The value of a name; NaN where it is not set.
  public double value(String name) {
    return terms.getOrDefault(name, Double.NaN);
  }

  /// The same constants as terms again, but for a stop that hangs on a line ([#STOP_LOSS_LINE]):
  /// its distance comes with each bar.
  public Terms toTerms() {
    Terms t =
        Double.isNaN(value(INVESTED_MONEY))
            ? Terms.invest(value(INVESTED_FRACTION))
            : Terms.investMoney(value(INVESTED_MONEY));
    t = Double.isNaN(value(STOP_LOSS)) ? t : t.stopLoss(value(STOP_LOSS));
    t = Double.isNaN(value(TAKE_PROFIT)) ? t : t.takeProfit(value(TAKE_PROFIT));
    t = Double.isNaN(value(TARGET_BY_STOP)) ? t : t.takeProfitByStop(value(TARGET_BY_STOP));
    t = Double.isNaN(value(RISK)) ? t : t.risk(value(RISK));
    t = Double.isNaN(value(TRAILING_STOP)) ? t : t.trailingStop(value(TRAILING_STOP));
    t = Double.isNaN(value(TRAILING_BY_STOP)) ? t : t.trailingStopByStop(value(TRAILING_BY_STOP));
    t = Double.isNaN(value(TIME_STOP)) ? t : t.timeStop((int) value(TIME_STOP));
    t = Double.isNaN(value(COOLDOWN)) ? t : t.cooldown((int) value(COOLDOWN));
    t = value(WITHOUT_REVERSING) == 1 ? t.withoutReversing() : t;
    return Double.isNaN(value(HOURS_FROM))
        ? t
        : t.tradingHours(clock((int) value(HOURS_FROM)) + "-" + clock((int) value(HOURS_TO)));
  }

  static Holding of(Terms t) {
    SortedMap<String, Double> all = new TreeMap<>();
    all.put(INVESTED_FRACTION, t.investedFraction().orElse(Double.NaN));
    all.put(INVESTED_MONEY, t.investedMoney().orElse(Double.NaN));
    all.put(STOP_LOSS, t.stopLossFraction().orElse(Double.NaN));
    all.put(STOP_LOSS_LINE, t.stopLossDistance().isPresent() ? 1.0 : 0.0);
    all.put(TAKE_PROFIT, t.takeProfitFraction().orElse(Double.NaN));
    all.put(TARGET_BY_STOP, t.takeProfitTimesStop().orElse(Double.NaN));
    all.put(RISK, t.riskFraction().orElse(Double.NaN));
    all.put(TRAILING_STOP, t.trailingStopFraction().orElse(Double.NaN));
    all.put(TRAILING_BY_STOP, t.trailingByStopTimes().orElse(Double.NaN));
    all.put(TIME_STOP, t.timeStopBars().isPresent() ? t.timeStopBars().getAsInt() : Double.NaN);
    all.put(COOLDOWN, (double) t.cooldownBars());
    all.put(HOURS_FROM, t.hours().map(h -> (double) h.from()).orElse(Double.NaN));
    all.put(HOURS_TO, t.hours().map(h -> (double) h.to()).orElse(Double.NaN));
    all.put(RENEWING, t.renews() ? 1.0 : 0.0);
    all.put(WITHOUT_REVERSING, t.reverses() ? 0.0 : 1.0);
    return new Holding(all);
  }

  private static String clock(int minute) {
    int hours = minute / 60;
    int minutes = minute % 60;
    return (char) ('0' + hours / 10)
        + ""
        + (char) ('0' + hours % 10)
        + ":"
        + (char) ('0' + minutes / 10)
        + (char) ('0' + minutes % 10);
  }
}
