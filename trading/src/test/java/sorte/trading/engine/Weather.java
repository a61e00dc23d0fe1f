package sorte.trading.engine;

import java.util.List;
import java.util.zip.CRC32C;
import sorte.trading.market.Instrument;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.Memory;
import sorte.trading.venue.Order;

/// What is wrong with the venue and the line to it, bar by bar. It follows from the seed and from
/// what is asked alone.
final class Weather {
  private static final int SLOWEST_BARS = 4;
  private static final int STUCK_ONCE_IN = 2;
  private static final int STUCK_BARS = 60;
  private static final double LOT = Instrument.simulated().lot();

  private final long seed;
  private final List<Fault> faults;
  private long bar;

  Weather(long seed, List<Fault> faults) {
    this.seed = seed;
    this.faults = faults;
  }

  void at(long number) {
    bar = number;
  }

  /// The bar at which the venue speaks of an order that nobody sent; -1 for never.
  long unasked() {
    return faults.stream()
        .filter(f -> f.kind() == Fault.Kind.UNKNOWN_ORDER)
        .mapToLong(Fault::from)
        .findFirst()
        .orElse(-1);
  }

  private boolean is(Fault.Kind kind) {
    for (Fault fault : faults) {
      if (fault.kind() == kind && fault.during(bar)) {
        return true;
      }
    }
    return false;
  }

  /// Whether nothing is wrong at this bar, nor was in the bars before.
  boolean calm(long number, int before) {
    return faults.stream()
        .noneMatch(f ->
            f.kind().compareTo(Fault.Kind.LINE_DOWN) >= 0
                && f.from() <= number
                && number < f.upTo() + before);
  }

  /// Whether what is said between trader and venue arrives, at once and in order.
  boolean prompt(long number, int before) {
    return faults.stream()
        .noneMatch(f ->
            f.kind().compareTo(Fault.Kind.LINE_DOWN) >= 0
                && f.kind().compareTo(Fault.Kind.CANCELS_LOST) <= 0
                && f.from() <= number
                && number < f.upTo() + before);
  }

  /// Whether nothing was ever wrong with venue or line up to this bar.
  boolean neverRough(long number) {
    return faults.stream()
        .noneMatch(f -> f.kind().compareTo(Fault.Kind.LINE_DOWN) >= 0 && f.from() <= number);
  }

  /// Whether the venue takes back what rests at this bar, and does not say so.
  boolean drops(long number) {
    return faults.stream().anyMatch(f -> f.kind() == Fault.Kind.STOP_DROPPED && f.from() == number);
  }

  /// What the venue makes of questions.
  Memory memory() {
    if (is(Fault.Kind.VENUE_FORGETS)) {
      return new Memory.Forgets();
    }
    if (is(Fault.Kind.VENUE_MISCOUNTS)) {
      return new Memory.OtherPosition(LOT * 100);
    }
    if (is(Fault.Kind.VENUE_INVENTS)) {
      return new Memory.StrangeOrder(Long.MAX_VALUE - 11);
    }
    return is(Fault.Kind.VENUE_MUTE) ? new Memory.Silent() : new Memory.Exact();
  }

  boolean down() {
    return is(Fault.Kind.LINE_DOWN);
  }

  boolean loses(long order, long salt) {
    return is(Fault.Kind.ORDERS_LOST) && draw(order, salt, 1) % 3 != 0;
  }

  boolean losesCancel(long order, long salt) {
    return is(Fault.Kind.CANCELS_LOST) && draw(order, salt, 2) % 3 != 0;
  }

  boolean losesQuestion(long salt) {
    return is(Fault.Kind.ORDERS_LOST) && draw(0, salt, 8) % 3 == 0;
  }

  boolean losesReply(byte[] reply, long salt) {
    return is(Fault.Kind.REPLIES_LOST) && draw(crc(reply), salt, 3) % 3 == 0;
  }

  int late(byte[] reply, long salt) {
    return is(Fault.Kind.REPLIES_LATE) ? (int) (draw(crc(reply), salt, 4) % SLOWEST_BARS) : 0;
  }

  boolean reorders(byte[] reply, long salt) {
    return is(Fault.Kind.REPLIES_REORDERED) && draw(crc(reply), salt, 5) % 2 == 0;
  }

  boolean doubles(byte[] reply, long salt) {
    return is(Fault.Kind.REPLIES_DOUBLED) && draw(crc(reply), salt, 6) % 2 == 0;
  }

  /// How the venue treats this order.
  Behaviour mood(Order order) {
    long drawn = draw(order.id(), 0, 7);
    if (drawn % 4 == 0) {
      return new Behaviour.FillWhole();
    }
    if (is(Fault.Kind.ORDERS_REJECTED)) {
      return new Behaviour.Reject("not now");
    }
    if (is(Fault.Kind.ORDERS_PART_FILLED)) {
      double lots = Math.rint(Math.abs(order.quantity()) / LOT);
      double part = Math.floor(lots * (1 + drawn % 9) / 10);
      return part == 0 ? new Behaviour.Reject("nobody") : new Behaviour.FillPart(part / lots);
    }
    if (is(Fault.Kind.ORDERS_SLOW)) {
      boolean stuck = drawn % STUCK_ONCE_IN == 0; // until it is taken back
      return new Behaviour.Late(stuck ? STUCK_BARS : 1 + (int) (drawn % SLOWEST_BARS));
    }
    return drawn % 4 == 1 && is(Fault.Kind.REPLIES_DOUBLED)
        ? new Behaviour.SayTwice()
        : new Behaviour.FillWhole();
  }

  private static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  private long draw(long what, long salt, long kind) {
    long h = seed * 31 + what;
    h = mixed(h + salt * 0x9E3779B97F4A7C15L);
    return mixed(h + kind * 0xD6E8FEB86659FD93L) >>> 1;
  }

  private static long mixed(long x) {
    long h = x * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }
}
