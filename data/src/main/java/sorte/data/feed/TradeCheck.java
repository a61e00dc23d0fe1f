package sorte.data.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sorte.trading.market.Bar;
import sorte.trading.market.BarBuilder;

/// Builds bars of the trades that a stream sends and compares them with the bars that it sends.
/// Only where no trade is missing, told by the trades' numbers, does a difference mean anything.
final class TradeCheck {

  /// How far two volumes may differ and be the same sum, made in another order.
  static final double VOLUME_TOLERANCE = 1e-9;

  /// How many bars wait for the other side's version.
  static final int MOST_WAITING = 16;

  private final long millis;
  private final BarBuilder builder;
  private final Map<Long, Bar> built = new LinkedHashMap<>();
  private final Map<Long, Bar> sent = new LinkedHashMap<>();
  private long nextTrade = -1;
  private long wholeFrom = Long.MAX_VALUE;
  private long compared;

  /// What came of a comparison: empty when there was none or both are the same.
  record Difference(Bar built, Bar sent) {}

  TradeCheck(long millis) {
    this.millis = millis;
    this.builder = new BarBuilder(millis);
  }

  /// The stream begins anew: what came before is not continued.
  void begin() {
    builder.abandon();
    built.clear();
    sent.clear();
    nextTrade = -1;
    wholeFrom = Long.MAX_VALUE;
  }

  /// @throws IllegalArgumentException when the trade cannot follow the one before
  Optional<Difference> traded(Message.Traded trade) {
    if (trade.first() != nextTrade) {
      builder.abandon();
      built.clear();
      wholeFrom = Math.floorDiv(trade.time(), millis) * millis + millis;
    }
    nextTrade = trade.last() + 1;
    Optional<Bar> complete = builder.trade(trade.time(), trade.price(), trade.quantity());
    if (complete.isEmpty() || complete.get().time() < wholeFrom) {
      return Optional.empty();
    }
    keep(built, complete.get());
    return compare(complete.get().time());
  }

  Optional<Difference> sent(Bar bar) {
    keep(sent, bar);
    return compare(bar.time());
  }

  private Optional<Difference> compare(long time) {
    Bar one = built.get(time);
    Bar other = sent.get(time);
    if (one == null || other == null) {
      return Optional.empty();
    }
    built.remove(time);
    sent.remove(time);
    compared++;
    return same(one, other) ? Optional.empty() : Optional.of(new Difference(one, other));
  }

  private static boolean same(Bar one, Bar other) {
    return one.open() == other.open()
        && one.high() == other.high()
        && one.low() == other.low()
        && one.close() == other.close()
        && Math.abs(one.volume() - other.volume()) <= VOLUME_TOLERANCE * other.volume();
  }

  private static void keep(Map<Long, Bar> waiting, Bar bar) {
    waiting.put(bar.time(), bar);
    if (waiting.size() > MOST_WAITING) {
      waiting.remove(waiting.keySet().iterator().next());
    }
  }

  /// How many bars were compared.
  long compared() {
    return compared;
  }
}
