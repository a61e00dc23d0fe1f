package sorte.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.trading.risk.Standing.Mode;

/// The last check against [RiskOracle]. Limits are hit exactly, and missed by the smallest
/// difference there is, on numbers whose quotients are exact (powers of two); elsewhere the numbers
/// are arbitrary, and no rounding comes near a limit. Below the smallest normal double no product
/// is exact, and nothing costs so little.
class RiskOracleTest {
  private static final int ORDERS = 1_000_000;
  private static final double[] NONSENSE = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0.0,
    -0.0,
    -1,
    Double.MIN_NORMAL,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE
  };

  /// One order and what the account looks like, made step by step.
  private static final class Case {
    double[] limits;
    int ordersPerDay;
    long order;
    double quantity;
    double price;
    boolean exitsOnly;
    double position;
    double equity;
    double last;
    double dayStart;
    double peak;
    int ordersToday;
    long lastOrder;
    Mode mode = Mode.RUNNING;
    boolean reduceOnly;

    Limits limits() {
      return new Limits(limits[0], limits[1], limits[2], limits[3], limits[4], ordersPerDay);
    }

    Standing standing() {
      return new Standing(
          position, equity, last, dayStart, peak, ordersToday, lastOrder, mode, reduceOnly);
    }

    @Override
    public String toString() {
      return "order %s quantity %s price %s exitsOnly %s %s %s"
          .formatted(order, quantity, price, exitsOnly, limits(), standing());
    }
  }

  @Test
  void a_million_orders_pass_or_are_denied_as_the_text_says() {
    long seed = 20_261_130;
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < ORDERS; i++) {
      Case one = usual(random);
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> edge(one, random);
        case 2 -> nonsense(one, random);
        default -> state(one, random);
      }
      agree(one, seed, i, seen);
    }
    System.out.println(new TreeMap<>(seen));
    for (String rule :
        List.of(
            "passed",
            "order.quantity",
            "order.price",
            "order.duplicate",
            "paused",
            "halted",
            "reduce-only",
            "account.equity",
            "limits.max-order",
            "limits.price-collar",
            "limits.max-exposure",
            "limits.daily-loss",
            "limits.max-drawdown",
            "limits.orders-per-day")) {
      assertThat(seen.getOrDefault(rule, 0)).as(rule).isGreaterThan(1_000);
    }
  }

  private static void agree(Case one, long seed, int number, Map<String, Integer> seen) {
    List<String> broken =
        new RiskOracle(one.limits())
            .against(one.order, one.quantity, one.price, one.exitsOnly, one.standing());
    Passage passage =
        new RiskCheck(one.limits())
            .check(one.order, one.quantity, one.price, one.exitsOnly, one.standing());
    String said = passage instanceof Passage.Denied denied ? denied.rule() : "passed";
    String expected = broken.isEmpty() ? "passed" : broken.getFirst();
    if (!said.equals(expected)) {
      throw new AssertionError(
          "seed %s, order %s: the check says %s, the text %s: %s"
              .formatted(seed, number, said, broken, one));
    }
    seen.merge(said, 1, Integer::sum);
  }

  /// Something that a trader might see.
  private static Case usual(SplittableRandom random) {
    Case one = new Case();
    one.limits = new double[5];
    Arrays.setAll(one.limits, _ -> random.nextDouble(0.01, 1.5));
    one.ordersPerDay = random.nextInt(1, 500);
    one.equity = random.nextDouble(100, 100_000);
    one.last = random.nextDouble(0.01, 50_000);
    one.price = one.last * random.nextDouble(0.5, 1.6);
    double side = random.nextBoolean() ? 1 : -1;
    one.quantity = side * random.nextDouble(0, 1.2) * one.equity / one.price;
    one.position =
        random.nextInt(3) == 0 ? 0 : random.nextDouble(-1.2, 1.2) * one.equity / one.last;
    one.dayStart = one.equity * random.nextDouble(0.8, 1.3);
    one.peak = Math.max(one.equity, one.dayStart) * random.nextDouble(1, 1.3);
    one.ordersToday = random.nextInt(0, 300);
    one.lastOrder = random.nextLong(0, 1L << 40);
    one.order = one.lastOrder + 1 + random.nextInt(10);
    one.exitsOnly = random.nextInt(4) == 0;
    return one;
  }

  private static void state(Case one, SplittableRandom random) {
    one.mode = Mode.values()[random.nextInt(3)];
    one.reduceOnly = random.nextInt(3) == 0;
    if (random.nextInt(3) == 0) {
      one.order = one.lastOrder - random.nextInt(3);
    }
  }

  private static void nonsense(Case one, SplittableRandom random) {
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      double value = NONSENSE[random.nextInt(NONSENSE.length)];
      switch (random.nextInt(7)) {
        case 0 -> one.quantity = value;
        case 1 -> one.price = value;
        case 2 -> one.position = value;
        case 3 -> one.equity = value;
        case 4 -> one.last = value;
        case 5 -> one.dayStart = value;
        default -> one.peak = value;
      }
    }
    if (random.nextInt(20) == 0) {
      one.order = random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
      one.lastOrder = random.nextBoolean() ? 0 : Long.MAX_VALUE;
    }
    if (random.nextInt(20) == 0) {
      one.ordersToday = random.nextBoolean() ? Integer.MAX_VALUE : Integer.MIN_VALUE;
    }
  }

  /// One limit hit exactly, or missed by the last bit, where all the rest is calm and exact.
  private static void edge(Case one, SplittableRandom random) {
    for (int i = 0; i < one.limits.length; i++) {
      one.limits[i] = random.nextInt(1, 64) / 64.0;
    }
    one.equity = Math.scalb(1.0, random.nextInt(8, 20));
    one.last = Math.scalb(1.0, random.nextInt(-3, 12));
    one.price = one.last;
    one.dayStart = one.equity;
    one.peak = one.equity;
    one.ordersToday = 0;
    double unit = one.equity / one.price;
    double side = random.nextBoolean() ? 1 : -1;
    one.position = 0;
    one.quantity = side * unit * Math.min(one.limits[0], one.limits[1]) / 2;
    switch (random.nextInt(7)) {
      case 0 -> one.quantity = side * unit * near(one.limits[0], random);
      case 1 -> one.price = one.last * (1 + side * one.limits[2]) + beside(one, random);
      case 2 -> {
        one.position = side * unit * one.limits[1] / 2;
        one.quantity = side * unit * one.limits[1] / 2 + beside(one, random);
      }
      case 3 -> one.equity = one.dayStart * (1 - one.limits[3]) + beside(one, random);
      case 4 -> one.equity = one.peak * (1 - one.limits[4]) + beside(one, random);
      case 5 -> one.ordersToday = one.ordersPerDay + random.nextInt(-1, 2);
      default -> {
        one.position = -side * unit * one.limits[1] / 4;
        one.quantity = -near(one.position, random) * random.nextInt(1, 3);
      }
    }
    if (one.equity != one.dayStart) {
      one.quantity = side; // far from every limit of size, so that no quotient decides
      one.limits[0] = 1e6;
      one.limits[1] = 1e6;
    }
  }

  private static double near(double value, SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> Math.nextUp(value);
      case 1 -> Math.nextDown(value);
      default -> value;
    };
  }

  /// Nothing, or the smallest step that keeps every sum and quotient exact.
  private static double beside(Case one, SplittableRandom random) {
    return (random.nextInt(3) - 1) * Math.scalb(one.last, -20);
  }

  @Test
  void what_passes_allocates_nothing() {
    RiskCheck risk = new RiskCheck(new Limits(0.5, 0.8, 0.1, 0.05, 0.2, 10));
    Standing calm = new Standing(10, 10_000, 100, 10_000, 10_000, 0, 7, Mode.RUNNING, false);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int passed = passes(risk, calm, 20_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    passed += passes(risk, calm, 1_000_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(passed).isEqualTo(1_020_000);
    assertThat(allocated).as("bytes for a million orders").isLessThan(4_096);
  }

  private static int passes(RiskCheck risk, Standing calm, int times) {
    int passed = 0;
    for (int i = 0; i < times; i++) {
      Passage passage = risk.check(8 + i, (i & 1) == 0 ? 30 : -5, 100, (i & 4) != 0, calm);
      passed += passage instanceof Passage.Passed ? 1 : 0;
    }
    return passed;
  }
}
