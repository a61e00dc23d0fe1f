package sorte.trading.release;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import sorte.strategy.run.Toll;

/// The engine's hand on the meter of one release.
public final class MeterControl {

  /// The steps of one decision. A shipped strategy takes well under a thousand.
  public static final long DECISION_FUEL = 1_000_000;

  /// The steps of a release's whole life: a release that works at the edge of its decisions' budget
  /// dies after some hundred million of them.
  public static final long LIFE_FUEL = 100_000_000_000_000L;

  private final MethodHandle refill;
  private final MethodHandle settle;
  private final MethodHandle spent;
  private final Toll toll;
  private final long decision;

  private MeterControl(
      MethodHandle refill, MethodHandle settle, MethodHandle spent, Toll toll, long decision) {
    this.refill = refill;
    this.settle = settle;
    this.spent = spent;
    this.toll = toll;
    this.decision = decision;
  }

  /// @param pays whether anything in the release pays; where nothing does, nothing is asked between
  ///   decisions
  static MeterControl of(Class<?> meter, long decision, long life, boolean pays) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(meter, MethodHandles.lookup());
      lookup
          .findStatic(meter, "live", MethodType.methodType(void.class, long.class))
          .invokeExact(life);
      MethodHandle next =
          lookup.findStatic(meter, "next", MethodType.methodType(boolean.class, long.class));
      return new MeterControl(
          lookup.findStatic(meter, "refill", MethodType.methodType(boolean.class, long.class)),
          lookup.findStatic(meter, "settle", MethodType.methodType(long.class, long.class)),
          lookup.findStatic(meter, "spent", MethodType.methodType(boolean.class)),
          pays ? new Toll(MethodHandles.insertArguments(next, 0, decision)) : Toll.NONE,
          decision);
    } catch (Throwable e) {
      throw new LinkageError("the meter's template is not the one this build was made with", e);
    }
  }

  /// Between one decision and the next: [#settle] and [#refill] in one.
  public Toll toll() {
    return toll;
  }

  /// Before a decision. Returns false when the release is spent: it must not be asked again.
  public boolean refill() {
    try {
      return (boolean) refill.invokeExact(decision);
    } catch (Throwable e) {
      throw new LinkageError("the meter cannot be filled", e);
    }
  }

  /// After a decision, whatever it threw or caught. Returns the steps used, or -1 when spent.
  public long settle() {
    try {
      return (long) settle.invokeExact(decision);
    } catch (Throwable e) {
      throw new LinkageError("the meter cannot be read", e);
    }
  }

  public boolean spent() {
    try {
      return (boolean) spent.invokeExact();
    } catch (Throwable e) {
      throw new LinkageError("the meter cannot be read", e);
    }
  }
}
