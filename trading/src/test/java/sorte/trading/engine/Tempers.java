package sorte.trading.engine;

import sorte.trading.journal.Event;

/// How the releases of simulations fail, by how they are written: two of them do at some prices,
/// the others never. Nobody who runs them is asked.
final class Tempers {
  private static final int ONCE_IN = 100;
  private static final int SALT = 9;

  private Tempers() {}

  /// The code of the fault to which an instance comes at this bar that saw the one before; empty
  /// where it comes to none. None of them bears time that goes back.
  static String fault(String artifact, Market market, int bar) {
    Event.BarClosed b = market.at(bar);
    if (b.time() <= market.at(bar - 1).time()) {
      return "exception";
    }
    if (drawn(b.close()) % ONCE_IN != 0) {
      return "";
    }
    if (artifact.equals(Releases.artifact(Releases.BRITTLE))) {
      return "exception";
    }
    return artifact.equals(Releases.artifact(Releases.GREEDY)) ? "memory" : "";
  }

  /// Whether these are the words of that fault: what the code threw, or how much it took.
  static boolean words(String artifact, Market market, int bar, String detail) {
    if (artifact.equals(Releases.artifact(Releases.GREEDY))) {
      String[] parts = detail.split(" ");
      return detail.endsWith(" bytes, allowed 1000000") && Long.parseLong(parts[0]) >= HOARD;
    }
    String thrown = "java.lang.IllegalStateException: brittle at " + market.at(bar).close();
    return detail.equals(thrown);
  }

  /// What [Greedy] takes at least.
  private static final long HOARD = 1_500_000;

  private static long drawn(double close) {
    long h = (Double.doubleToRawLongBits(close) + SALT) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return (h ^ (h >>> 32)) >>> 1;
  }

  /// Whether it goes through these bars of the market without a fault; it is asked from the second
  /// on.
  static boolean bears(String artifact, Market market, long from, long upTo) {
    for (long bar = from + 1; bar < upTo; bar++) {
      if (!fault(artifact, market, (int) bar).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
