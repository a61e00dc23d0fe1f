package sorte.trading.backtest;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import sorte.strategy.run.Runner;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;

/// Decisions that were made elsewhere, one record a bar: what comes out of a confined child.
///
/// The form, big-endian: the header (magic, version, number of bars, first decision bar; fraction,
/// money, stop, target, trailing as doubles; a byte of flags, 1 for a stop by distance, 2 for
/// renewing, 4 for more terms behind, 8 for a trailing stop by the stop, 16 for none that is turned
/// round; time stop, cooldown and both ends of the hours as ints; where there are more terms, the
/// target by the stop and the risk as doubles; where it trails so, how many times as a double),
/// then for each bar from 0 on an int of signals and a double of stop distance, 12 bytes; nothing
/// behind the last. Whoever reads it trusts none of it.
public final class RecordedDecisions {
  static final int MAGIC = 0x534F4443; // "SODC"
  static final int VERSION = 1;
  static final int HEADER_BYTES = 4 * 4 + 5 * 8 + 1 + 4 * 4;
  private static final int FLAGS_AT = 4 * 4 + 5 * 8;
  static final int RECORD_BYTES = 4 + 8;
  private static final int BY_DISTANCE = 1;
  private static final int RENEWING = 2;
  private static final int MORE_TERMS = 4;
  private static final int TRAILS_BY_STOP = 8;
  private static final int WITHOUT_REVERSING = 16;
  static final int MORE_BYTES = 2 * 8;
  private static final int ALL_SIGNALS = 15;
  private static final int BLOCK = 4096;

  private final int firstDecisionBar;
  private final HoldingTerms terms;
  private final byte[] signals;
  private final double[] distances;

  private RecordedDecisions(
      int firstDecisionBar, HoldingTerms terms, byte[] signals, double[] distances) {
    this.firstDecisionBar = firstDecisionBar;
    this.terms = terms;
    this.signals = signals;
    this.distances = distances;
  }

  /// How reading records ended.
  public sealed interface Reading {
    record Read(RecordedDecisions decisions) implements Reading {}

    /// Nothing was taken.
    record Bad(String rule, String seen) implements Reading {
      public String message() {
        return rule + ": " + seen;
      }
    }
  }

  public int bars() {
    return signals.length;
  }

  public int firstDecisionBar() {
    return firstDecisionBar;
  }

  public HoldingTerms terms() {
    return terms;
  }

  public int signals(int bar) {
    return signals[bar];
  }

  public double stopDistance(int bar) {
    return distances[bar];
  }

  /// The first bar on which the decisions differ from another's, up to the shorter; -1 where none
  /// does. Other terms or another first bar differ at 0.
  public int firstDifference(RecordedDecisions other) {
    if (firstDecisionBar != other.firstDecisionBar || !terms.equals(other.terms)) {
      return 0;
    }
    for (int bar = 0; bar < Math.min(bars(), other.bars()); bar++) {
      boolean same =
          signals[bar] == other.signals[bar]
              && Double.compare(distances[bar], other.distances[bar]) == 0;
      if (!same) {
        return bar;
      }
    }
    return -1;
  }

  /// A pass over them, for a backtest.
  public Decisions replay() {
    return new ReplayedDecisions(this);
  }

  /// Runs a strategy over bars and writes what it decides: what a child does.
  public static void write(OutputStream to, Runner runner, Bars bars) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    header(out, bars.size(), runner.firstDecisionBar(), HoldingTerms.of(runner.terms()));
    ByteBuffer block = ByteBuffer.allocate(BLOCK * RECORD_BYTES);
    for (int i = 0; i < bars.size(); i++) {
      int decided =
          runner.onBar(
              bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      boolean counts = i >= runner.firstDecisionBar();
      block.putInt(counts ? decided : 0).putDouble(counts ? runner.stopDistance() : Double.NaN);
      if (!block.hasRemaining() || i == bars.size() - 1) {
        out.write(block.array(), 0, block.position());
        block.clear();
      }
    }
    out.flush();
  }

  private static void header(DataOutputStream out, int bars, int first, HoldingTerms terms)
      throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(bars);
    out.writeInt(first);
    out.writeDouble(terms.fraction());
    out.writeDouble(terms.money());
    out.writeDouble(terms.stopLoss());
    out.writeDouble(terms.takeProfit());
    out.writeDouble(terms.trailing());
    boolean trails = terms.trailingByStop() > 0;
    boolean more = terms.targetByStop() > 0 || terms.risk() > 0;
    out.writeByte(
        (terms.stopByDistance() ? BY_DISTANCE : 0)
            | (terms.renewing() ? RENEWING : 0)
            | (more ? MORE_TERMS : 0)
            | (trails ? TRAILS_BY_STOP : 0)
            | (terms.withoutReversing() ? WITHOUT_REVERSING : 0));
    out.writeInt(terms.timeStop());
    out.writeInt(terms.cooldown());
    out.writeInt(terms.hoursFrom());
    out.writeInt(terms.hoursTo());
    if (more) {
      out.writeDouble(terms.targetByStop());
      out.writeDouble(terms.risk());
    }
    if (trails) {
      out.writeDouble(terms.trailingByStop());
    }
  }

  /// Decisions that came by another way than bytes, one of each a bar, checked as strictly.
  public static Reading of(
      int firstDecisionBar, HoldingTerms terms, int[] signals, double[] distances) {
    if (signals.length != distances.length) {
      return bad(
          "wrong-number-of-bars", signals.length + " signals, " + distances.length + " distances");
    }
    if (firstDecisionBar < 1) {
      return bad("first-decision-bar", firstDecisionBar + " is below 1");
    }
    byte[] masks = new byte[signals.length];
    for (int bar = 0; bar < signals.length; bar++) {
      String fault = fault(bar, firstDecisionBar, signals[bar], distances[bar], terms);
      if (!fault.isEmpty()) {
        return bad("record", "bar " + bar + ": " + fault);
      }
      masks[bar] = (byte) signals[bar];
    }
    return new Reading.Read(
        new RecordedDecisions(firstDecisionBar, terms, masks, distances.clone()));
  }

  /// Reads the records of a run over `bars` bars.
  ///
  /// @throws IOException when the stream fails; what is wrong with its bytes is an outcome
  public static Reading read(InputStream in, int bars) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER_BYTES));
    if (header.limit() < HEADER_BYTES) {
      return bad("header-cut-off", header.limit() + " bytes instead of " + HEADER_BYTES);
    }
    int magic = header.getInt();
    int version = header.getInt();
    int count = header.getInt();
    int first = header.getInt();
    if (magic != MAGIC || version != VERSION) {
      return bad("not-decisions", "magic " + Integer.toHexString(magic) + ", version " + version);
    }
    if (count != bars) {
      return bad("wrong-number-of-bars", count + " instead of " + bars);
    }
    if (first < 1) {
      return bad("first-decision-bar", first + " is below 1");
    }
    HoldingTerms terms;
    try {
      byte flags = header.get(FLAGS_AT);
      int more =
          ((flags & MORE_TERMS) != 0 ? MORE_BYTES : 0)
              + ((flags & TRAILS_BY_STOP) != 0 ? Double.BYTES : 0);
      ByteBuffer behind = ByteBuffer.wrap(in.readNBytes(more));
      if (behind.limit() < more) {
        return bad("header-cut-off", behind.limit() + " bytes of more terms, not " + more);
      }
      terms = terms(header, behind);
    } catch (IllegalArgumentException e) {
      return bad("terms", String.valueOf(e.getMessage()));
    }
    return records(in, bars, first, terms);
  }

  private static HoldingTerms terms(ByteBuffer header, ByteBuffer behind) {
    double fraction = header.getDouble();
    double money = header.getDouble();
    double stopLoss = header.getDouble();
    double takeProfit = header.getDouble();
    double trailing = header.getDouble();
    byte flags = header.get();
    int known = BY_DISTANCE | RENEWING | MORE_TERMS | TRAILS_BY_STOP | WITHOUT_REVERSING;
    if ((flags & ~known) != 0) {
      throw new IllegalArgumentException("flags must be 0 to " + known + ", were " + flags);
    }
    boolean more = (flags & MORE_TERMS) != 0;
    return new HoldingTerms(
        fraction,
        money,
        stopLoss,
        (flags & BY_DISTANCE) != 0,
        takeProfit,
        trailing,
        header.getInt(),
        header.getInt(),
        header.getInt(),
        header.getInt(),
        (flags & RENEWING) != 0,
        more ? behind.getDouble() : 0,
        more ? behind.getDouble() : 0,
        (flags & TRAILS_BY_STOP) != 0 ? behind.getDouble() : 0,
        (flags & WITHOUT_REVERSING) != 0);
  }

  private static Reading records(InputStream in, int bars, int first, HoldingTerms terms)
      throws IOException {
    byte[] signals = new byte[bars];
    double[] distances = new double[bars];
    byte[] bytes = new byte[BLOCK * RECORD_BYTES];
    for (int from = 0; from < bars; from += BLOCK) {
      int block = Math.min(BLOCK, bars - from);
      int read = in.readNBytes(bytes, 0, block * RECORD_BYTES);
      if (read < block * RECORD_BYTES) {
        return bad("records-cut-off", "bar " + (from + read / RECORD_BYTES) + " of " + bars);
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      for (int bar = from; bar < from + block; bar++) {
        int mask = buffer.getInt();
        double distance = buffer.getDouble();
        String fault = fault(bar, first, mask, distance, terms);
        if (!fault.isEmpty()) {
          return bad("record", "bar " + bar + ": " + fault);
        }
        signals[bar] = (byte) mask;
        distances[bar] = distance;
      }
    }
    if (in.read() >= 0) {
      return bad("bytes-behind-the-end", "more than " + bars + " records");
    }
    return new Reading.Read(new RecordedDecisions(first, terms, signals, distances));
  }

  private static String fault(int bar, int first, int mask, double distance, HoldingTerms terms) {
    if ((mask & ~ALL_SIGNALS) != 0) {
      return "signals " + mask + " are not 0 to " + ALL_SIGNALS;
    }
    if (bar < first && (mask != 0 || !Double.isNaN(distance))) {
      return "a decision before the first decision bar " + first;
    }
    if (Double.isInfinite(distance)) {
      return "an infinite stop distance";
    }
    if (!terms.stopByDistance() && !Double.isNaN(distance)) {
      return "a stop distance that the terms do not have";
    }
    return "";
  }

  private static Reading bad(String rule, String seen) {
    return new Reading.Bad(rule, seen);
  }
}
