// stopped-by: compile
// category: compile time
// against: compiler
import sorte.strategy.*;

/// A type of two parts, each of which is of two parts: the name of the last fills the memory.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    var t0 = twice(1);
    var t1 = twice(t0);
    var t2 = twice(t1);
    var t3 = twice(t2);
    var t4 = twice(t3);
    var t5 = twice(t4);
    var t6 = twice(t5);
    var t7 = twice(t6);
    var t8 = twice(t7);
    var t9 = twice(t8);
    var t10 = twice(t9);
    var t11 = twice(t10);
    var t12 = twice(t11);
    var t13 = twice(t12);
    var t14 = twice(t13);
    var t15 = twice(t14);
    var t16 = twice(t15);
    var t17 = twice(t16);
    var t18 = twice(t17);
    var t19 = twice(t18);
    var t20 = twice(t19);
    var t21 = twice(t20);
    var t22 = twice(t21);
    var t23 = twice(t22);
    var t24 = twice(t23);
    var t25 = twice(t24);
    var t26 = twice(t25);
    var t27 = twice(t26);
    var t28 = twice(t27);
    var t29 = twice(t28);
    var t30 = twice(t29);
    var t31 = twice(t30);
    var t32 = twice(t31);
    var t33 = twice(t32);
    return t33 != null;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface Pair<A, B> {}

  private static <T> Pair<T, T> twice(T one) {
    return null;
  }
}
