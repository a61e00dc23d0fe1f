// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// Forty methods, each of which calls the next one twice: no loop at all.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return h0(close.value()) > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private double h0(double x) {
    return h1(x) + h1(x + 1);
  }

  private double h1(double x) {
    return h2(x) + h2(x + 1);
  }

  private double h2(double x) {
    return h3(x) + h3(x + 1);
  }

  private double h3(double x) {
    return h4(x) + h4(x + 1);
  }

  private double h4(double x) {
    return h5(x) + h5(x + 1);
  }

  private double h5(double x) {
    return h6(x) + h6(x + 1);
  }

  private double h6(double x) {
    return h7(x) + h7(x + 1);
  }

  private double h7(double x) {
    return h8(x) + h8(x + 1);
  }

  private double h8(double x) {
    return h9(x) + h9(x + 1);
  }

  private double h9(double x) {
    return h10(x) + h10(x + 1);
  }

  private double h10(double x) {
    return h11(x) + h11(x + 1);
  }

  private double h11(double x) {
    return h12(x) + h12(x + 1);
  }

  private double h12(double x) {
    return h13(x) + h13(x + 1);
  }

  private double h13(double x) {
    return h14(x) + h14(x + 1);
  }

  private double h14(double x) {
    return h15(x) + h15(x + 1);
  }

  private double h15(double x) {
    return h16(x) + h16(x + 1);
  }

  private double h16(double x) {
    return h17(x) + h17(x + 1);
  }

  private double h17(double x) {
    return h18(x) + h18(x + 1);
  }

  private double h18(double x) {
    return h19(x) + h19(x + 1);
  }

  private double h19(double x) {
    return h20(x) + h20(x + 1);
  }

  private double h20(double x) {
    return h21(x) + h21(x + 1);
  }

  private double h21(double x) {
    return h22(x) + h22(x + 1);
  }

  private double h22(double x) {
    return h23(x) + h23(x + 1);
  }

  private double h23(double x) {
    return h24(x) + h24(x + 1);
  }

  private double h24(double x) {
    return h25(x) + h25(x + 1);
  }

  private double h25(double x) {
    return h26(x) + h26(x + 1);
  }

  private double h26(double x) {
    return h27(x) + h27(x + 1);
  }

  private double h27(double x) {
    return h28(x) + h28(x + 1);
  }

  private double h28(double x) {
    return h29(x) + h29(x + 1);
  }

  private double h29(double x) {
    return h30(x) + h30(x + 1);
  }

  private double h30(double x) {
    return h31(x) + h31(x + 1);
  }

  private double h31(double x) {
    return h32(x) + h32(x + 1);
  }

  private double h32(double x) {
    return h33(x) + h33(x + 1);
  }

  private double h33(double x) {
    return h34(x) + h34(x + 1);
  }

  private double h34(double x) {
    return h35(x) + h35(x + 1);
  }

  private double h35(double x) {
    return h36(x) + h36(x + 1);
  }

  private double h36(double x) {
    return h37(x) + h37(x + 1);
  }

  private double h37(double x) {
    return h38(x) + h38(x + 1);
  }

  private double h38(double x) {
    return h39(x) + h39(x + 1);
  }

  private double h39(double x) {
    return h40(x) + h40(x + 1);
  }

  private double h40(double x) {
    return x;
  }
}
