package sorte.trading.slot;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.Map;
import sorte.strategy.run.BarLength;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.money.HoldingTerms;
import sorte.trading.release.MeterControl;
import sorte.trading.release.Release;

/// One running instance of a release: bars in, decisions out, each within its budget of steps and
/// memory. Whatever it throws, or swallows, ends here.
///
/// Memory is what this thread allocated during the decision, as the JVM counts it. That count
/// depends on what the compiler removed, so it is no part of what is replayed: a decision that went
/// over is journaled as a fault, and a replay takes the fault from the journal.
public final class Decider {

  /// The bytes that one decision may allocate. Shipped strategies allocate none.
  public static final long DECISION_BYTES = 1_000_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Release release;
  private final MeterControl meter;
  private final Runner runner;
  private final HoldingTerms terms;
  private String code = "";
  private String detail = "";
  private double stopDistance = Double.NaN;

  private Decider(Release release, Runner runner, HoldingTerms terms) {
    this.release = release;
    this.meter = release.meter();
    this.runner = runner;
    this.terms = terms;
  }

  /// Thrown when a release cannot even be started.
  public static final class DoesNotStart extends Exception {
    private static final long serialVersionUID = 1L;

    DoesNotStart(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// A new instance, of a release that looks at no slower bars, that has seen no bar.
  public static Decider start(Release release, ZoneId zone) throws DoesNotStart {
    return start(release, zone, BarLength.UNKNOWN);
  }

  /// A new instance that has seen no bar.
  ///
  /// @param length of a bar
  public static Decider start(Release release, ZoneId zone, BarLength length) throws DoesNotStart {
    MeterControl meter = release.meter();
    if (!meter.refill()) {
      throw new DoesNotStart("the steps of its life are spent", new IllegalStateException());
    }
    try {
      Runner runner = Runner.start(StrategyType.of(release.type()), Map.of(), zone, length);
      HoldingTerms terms = HoldingTerms.of(runner.terms());
      if (meter.settle() < 0) {
        throw new DoesNotStart("its constructor spent its steps", new IllegalStateException());
      }
      return new Decider(release, runner, terms);
    } catch (RuntimeException | Error e) { // whatever generated code does is its own fault
      throw new DoesNotStart(words(e), e);
    }
  }

  /// Takes in a bar. Gives the mask of signals, or -1 when it faulted: then [#code] says how, and
  /// it must not be asked again.
  public int decide(long time, double open, double high, double low, double close, double volume) {
    if (!code.isEmpty()) {
      return -1;
    }
    if (!meter.refill()) {
      return fault("meter-spent", "its steps were spent before");
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int mask;
    try {
      mask = runner.onBar(time, open, high, low, close, volume);
      stopDistance = runner.stopDistance();
    } catch (Throwable e) { // whatever generated code does wrong is this release's fault alone
      return meter.settle() < 0
          ? fault("meter-spent", "more than " + MeterControl.DECISION_FUEL + " steps")
          : fault(e instanceof OutOfMemoryError ? "memory" : "exception", words(e));
    }
    long used = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (meter.settle() < 0) {
      return fault("meter-spent", "more than " + MeterControl.DECISION_FUEL + " steps");
    }
    if (used > DECISION_BYTES) {
      return fault("memory", used + " bytes, allowed " + DECISION_BYTES);
    }
    return mask;
  }

  public Release release() {
    return release;
  }

  public HoldingTerms terms() {
    return terms;
  }

  /// Of a stop that hangs on a line, as of the last decision; NaN where none does.
  public double stopDistance() {
    return stopDistance;
  }

  /// exception, meter-spent, memory; empty while all is well.
  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  /// The hash of a decision and all before it.
  public static long hash(long before, long bar, int mask, double stopDistance) {
    long h = mixed(before ^ bar);
    h = mixed(h ^ mask);
    return mixed(h ^ Double.doubleToLongBits(stopDistance));
  }

  private static long mixed(long x) {
    long h = x * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }

  private int fault(String faultCode, String faultDetail) {
    code = faultCode;
    detail = faultDetail;
    return -1;
  }

  private static String words(Throwable e) {
    String message = e.getMessage();
    String words = e.getClass().getName() + (message == null ? "" : ": " + message);
    return words.length() > 300 ? words.substring(0, 300) : words;
  }
}
