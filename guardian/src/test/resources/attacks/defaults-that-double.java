// stopped-by: robustness
import sorte.strategy.*;

/// The same through interfaces and records.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return new Leaf().a(1) > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface Doubling {
    default double a(double x) {
      return b(x) + b(x);
    }

    default double b(double x) {
      return c(x) + c(x);
    }

    default double c(double x) {
      return d(x) + d(x);
    }

    default double d(double x) {
      return e(x) + e(x);
    }

    default double e(double x) {
      return f(x) + f(x);
    }

    default double f(double x) {
      return g(x) + g(x);
    }

    default double g(double x) {
      return h(x) + h(x);
    }

    default double h(double x) {
      return i(x) + i(x);
    }

    default double i(double x) {
      return j(x) + j(x);
    }

    default double j(double x) {
      return k(x) + k(x);
    }

    default double k(double x) {
      return l(x) + l(x);
    }

    default double l(double x) {
      return m(x) + m(x);
    }

    default double m(double x) {
      return n(x) + n(x);
    }

    default double n(double x) {
      return o(x) + o(x);
    }

    default double o(double x) {
      return p(x) + p(x);
    }

    default double p(double x) {
      return q(x) + q(x);
    }

    default double q(double x) {
      return r(x) + r(x);
    }

    default double r(double x) {
      return s(x) + s(x);
    }

    default double s(double x) {
      return t(x) + t(x);
    }

    default double t(double x) {
      return u(x) + u(x);
    }

    default double u(double x) {
      return v(x) + v(x);
    }

    default double v(double x) {
      return w(x) + w(x);
    }

    default double w(double x) {
      return x(x) + x(x);
    }

    default double x(double x) {
      return y(x) + y(x);
    }

    default double y(double x) {
      return x;
    }
  }

  record Leaf() implements Doubling {}
}
