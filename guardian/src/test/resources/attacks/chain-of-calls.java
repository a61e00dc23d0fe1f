// stopped-by: capability
import sorte.strategy.*;

/// Methods that call each other in one long line, with many variables each: the stack, without a recursion.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return m0(1) > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private double m0(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m1(a + b + c + d + e + f + g + h);
  }

  private double m1(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m2(a + b + c + d + e + f + g + h);
  }

  private double m2(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m3(a + b + c + d + e + f + g + h);
  }

  private double m3(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m4(a + b + c + d + e + f + g + h);
  }

  private double m4(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m5(a + b + c + d + e + f + g + h);
  }

  private double m5(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m6(a + b + c + d + e + f + g + h);
  }

  private double m6(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m7(a + b + c + d + e + f + g + h);
  }

  private double m7(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m8(a + b + c + d + e + f + g + h);
  }

  private double m8(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m9(a + b + c + d + e + f + g + h);
  }

  private double m9(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m10(a + b + c + d + e + f + g + h);
  }

  private double m10(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m11(a + b + c + d + e + f + g + h);
  }

  private double m11(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m12(a + b + c + d + e + f + g + h);
  }

  private double m12(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m13(a + b + c + d + e + f + g + h);
  }

  private double m13(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m14(a + b + c + d + e + f + g + h);
  }

  private double m14(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m15(a + b + c + d + e + f + g + h);
  }

  private double m15(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m16(a + b + c + d + e + f + g + h);
  }

  private double m16(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m17(a + b + c + d + e + f + g + h);
  }

  private double m17(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m18(a + b + c + d + e + f + g + h);
  }

  private double m18(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m19(a + b + c + d + e + f + g + h);
  }

  private double m19(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m20(a + b + c + d + e + f + g + h);
  }

  private double m20(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m21(a + b + c + d + e + f + g + h);
  }

  private double m21(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m22(a + b + c + d + e + f + g + h);
  }

  private double m22(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m23(a + b + c + d + e + f + g + h);
  }

  private double m23(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m24(a + b + c + d + e + f + g + h);
  }

  private double m24(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m25(a + b + c + d + e + f + g + h);
  }

  private double m25(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m26(a + b + c + d + e + f + g + h);
  }

  private double m26(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m27(a + b + c + d + e + f + g + h);
  }

  private double m27(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m28(a + b + c + d + e + f + g + h);
  }

  private double m28(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m29(a + b + c + d + e + f + g + h);
  }

  private double m29(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m30(a + b + c + d + e + f + g + h);
  }

  private double m30(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m31(a + b + c + d + e + f + g + h);
  }

  private double m31(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m32(a + b + c + d + e + f + g + h);
  }

  private double m32(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m33(a + b + c + d + e + f + g + h);
  }

  private double m33(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m34(a + b + c + d + e + f + g + h);
  }

  private double m34(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m35(a + b + c + d + e + f + g + h);
  }

  private double m35(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m36(a + b + c + d + e + f + g + h);
  }

  private double m36(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m37(a + b + c + d + e + f + g + h);
  }

  private double m37(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m38(a + b + c + d + e + f + g + h);
  }

  private double m38(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m39(a + b + c + d + e + f + g + h);
  }

  private double m39(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m40(a + b + c + d + e + f + g + h);
  }

  private double m40(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m41(a + b + c + d + e + f + g + h);
  }

  private double m41(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m42(a + b + c + d + e + f + g + h);
  }

  private double m42(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m43(a + b + c + d + e + f + g + h);
  }

  private double m43(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m44(a + b + c + d + e + f + g + h);
  }

  private double m44(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m45(a + b + c + d + e + f + g + h);
  }

  private double m45(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m46(a + b + c + d + e + f + g + h);
  }

  private double m46(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m47(a + b + c + d + e + f + g + h);
  }

  private double m47(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m48(a + b + c + d + e + f + g + h);
  }

  private double m48(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m49(a + b + c + d + e + f + g + h);
  }

  private double m49(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m50(a + b + c + d + e + f + g + h);
  }

  private double m50(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m51(a + b + c + d + e + f + g + h);
  }

  private double m51(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m52(a + b + c + d + e + f + g + h);
  }

  private double m52(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m53(a + b + c + d + e + f + g + h);
  }

  private double m53(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m54(a + b + c + d + e + f + g + h);
  }

  private double m54(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m55(a + b + c + d + e + f + g + h);
  }

  private double m55(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m56(a + b + c + d + e + f + g + h);
  }

  private double m56(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m57(a + b + c + d + e + f + g + h);
  }

  private double m57(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m58(a + b + c + d + e + f + g + h);
  }

  private double m58(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m59(a + b + c + d + e + f + g + h);
  }

  private double m59(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m60(a + b + c + d + e + f + g + h);
  }

  private double m60(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m61(a + b + c + d + e + f + g + h);
  }

  private double m61(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m62(a + b + c + d + e + f + g + h);
  }

  private double m62(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m63(a + b + c + d + e + f + g + h);
  }

  private double m63(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m64(a + b + c + d + e + f + g + h);
  }

  private double m64(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m65(a + b + c + d + e + f + g + h);
  }

  private double m65(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m66(a + b + c + d + e + f + g + h);
  }

  private double m66(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m67(a + b + c + d + e + f + g + h);
  }

  private double m67(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m68(a + b + c + d + e + f + g + h);
  }

  private double m68(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m69(a + b + c + d + e + f + g + h);
  }

  private double m69(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m70(a + b + c + d + e + f + g + h);
  }

  private double m70(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m71(a + b + c + d + e + f + g + h);
  }

  private double m71(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m72(a + b + c + d + e + f + g + h);
  }

  private double m72(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m73(a + b + c + d + e + f + g + h);
  }

  private double m73(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m74(a + b + c + d + e + f + g + h);
  }

  private double m74(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m75(a + b + c + d + e + f + g + h);
  }

  private double m75(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m76(a + b + c + d + e + f + g + h);
  }

  private double m76(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m77(a + b + c + d + e + f + g + h);
  }

  private double m77(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m78(a + b + c + d + e + f + g + h);
  }

  private double m78(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m79(a + b + c + d + e + f + g + h);
  }

  private double m79(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m80(a + b + c + d + e + f + g + h);
  }

  private double m80(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m81(a + b + c + d + e + f + g + h);
  }

  private double m81(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m82(a + b + c + d + e + f + g + h);
  }

  private double m82(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m83(a + b + c + d + e + f + g + h);
  }

  private double m83(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m84(a + b + c + d + e + f + g + h);
  }

  private double m84(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m85(a + b + c + d + e + f + g + h);
  }

  private double m85(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m86(a + b + c + d + e + f + g + h);
  }

  private double m86(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m87(a + b + c + d + e + f + g + h);
  }

  private double m87(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m88(a + b + c + d + e + f + g + h);
  }

  private double m88(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m89(a + b + c + d + e + f + g + h);
  }

  private double m89(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m90(a + b + c + d + e + f + g + h);
  }

  private double m90(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m91(a + b + c + d + e + f + g + h);
  }

  private double m91(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m92(a + b + c + d + e + f + g + h);
  }

  private double m92(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m93(a + b + c + d + e + f + g + h);
  }

  private double m93(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m94(a + b + c + d + e + f + g + h);
  }

  private double m94(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m95(a + b + c + d + e + f + g + h);
  }

  private double m95(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m96(a + b + c + d + e + f + g + h);
  }

  private double m96(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m97(a + b + c + d + e + f + g + h);
  }

  private double m97(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m98(a + b + c + d + e + f + g + h);
  }

  private double m98(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m99(a + b + c + d + e + f + g + h);
  }

  private double m99(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m100(a + b + c + d + e + f + g + h);
  }

  private double m100(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m101(a + b + c + d + e + f + g + h);
  }

  private double m101(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m102(a + b + c + d + e + f + g + h);
  }

  private double m102(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m103(a + b + c + d + e + f + g + h);
  }

  private double m103(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m104(a + b + c + d + e + f + g + h);
  }

  private double m104(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m105(a + b + c + d + e + f + g + h);
  }

  private double m105(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m106(a + b + c + d + e + f + g + h);
  }

  private double m106(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m107(a + b + c + d + e + f + g + h);
  }

  private double m107(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m108(a + b + c + d + e + f + g + h);
  }

  private double m108(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m109(a + b + c + d + e + f + g + h);
  }

  private double m109(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m110(a + b + c + d + e + f + g + h);
  }

  private double m110(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m111(a + b + c + d + e + f + g + h);
  }

  private double m111(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m112(a + b + c + d + e + f + g + h);
  }

  private double m112(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m113(a + b + c + d + e + f + g + h);
  }

  private double m113(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m114(a + b + c + d + e + f + g + h);
  }

  private double m114(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m115(a + b + c + d + e + f + g + h);
  }

  private double m115(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m116(a + b + c + d + e + f + g + h);
  }

  private double m116(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m117(a + b + c + d + e + f + g + h);
  }

  private double m117(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m118(a + b + c + d + e + f + g + h);
  }

  private double m118(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m119(a + b + c + d + e + f + g + h);
  }

  private double m119(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m120(a + b + c + d + e + f + g + h);
  }

  private double m120(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m121(a + b + c + d + e + f + g + h);
  }

  private double m121(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m122(a + b + c + d + e + f + g + h);
  }

  private double m122(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m123(a + b + c + d + e + f + g + h);
  }

  private double m123(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m124(a + b + c + d + e + f + g + h);
  }

  private double m124(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m125(a + b + c + d + e + f + g + h);
  }

  private double m125(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m126(a + b + c + d + e + f + g + h);
  }

  private double m126(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m127(a + b + c + d + e + f + g + h);
  }

  private double m127(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m128(a + b + c + d + e + f + g + h);
  }

  private double m128(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m129(a + b + c + d + e + f + g + h);
  }

  private double m129(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m130(a + b + c + d + e + f + g + h);
  }

  private double m130(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m131(a + b + c + d + e + f + g + h);
  }

  private double m131(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m132(a + b + c + d + e + f + g + h);
  }

  private double m132(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m133(a + b + c + d + e + f + g + h);
  }

  private double m133(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m134(a + b + c + d + e + f + g + h);
  }

  private double m134(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m135(a + b + c + d + e + f + g + h);
  }

  private double m135(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m136(a + b + c + d + e + f + g + h);
  }

  private double m136(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m137(a + b + c + d + e + f + g + h);
  }

  private double m137(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m138(a + b + c + d + e + f + g + h);
  }

  private double m138(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m139(a + b + c + d + e + f + g + h);
  }

  private double m139(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m140(a + b + c + d + e + f + g + h);
  }

  private double m140(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m141(a + b + c + d + e + f + g + h);
  }

  private double m141(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m142(a + b + c + d + e + f + g + h);
  }

  private double m142(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m143(a + b + c + d + e + f + g + h);
  }

  private double m143(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m144(a + b + c + d + e + f + g + h);
  }

  private double m144(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m145(a + b + c + d + e + f + g + h);
  }

  private double m145(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m146(a + b + c + d + e + f + g + h);
  }

  private double m146(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m147(a + b + c + d + e + f + g + h);
  }

  private double m147(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m148(a + b + c + d + e + f + g + h);
  }

  private double m148(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m149(a + b + c + d + e + f + g + h);
  }

  private double m149(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m150(a + b + c + d + e + f + g + h);
  }

  private double m150(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m151(a + b + c + d + e + f + g + h);
  }

  private double m151(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m152(a + b + c + d + e + f + g + h);
  }

  private double m152(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m153(a + b + c + d + e + f + g + h);
  }

  private double m153(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m154(a + b + c + d + e + f + g + h);
  }

  private double m154(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m155(a + b + c + d + e + f + g + h);
  }

  private double m155(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m156(a + b + c + d + e + f + g + h);
  }

  private double m156(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m157(a + b + c + d + e + f + g + h);
  }

  private double m157(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m158(a + b + c + d + e + f + g + h);
  }

  private double m158(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m159(a + b + c + d + e + f + g + h);
  }

  private double m159(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m160(a + b + c + d + e + f + g + h);
  }

  private double m160(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m161(a + b + c + d + e + f + g + h);
  }

  private double m161(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m162(a + b + c + d + e + f + g + h);
  }

  private double m162(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m163(a + b + c + d + e + f + g + h);
  }

  private double m163(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m164(a + b + c + d + e + f + g + h);
  }

  private double m164(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m165(a + b + c + d + e + f + g + h);
  }

  private double m165(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m166(a + b + c + d + e + f + g + h);
  }

  private double m166(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m167(a + b + c + d + e + f + g + h);
  }

  private double m167(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m168(a + b + c + d + e + f + g + h);
  }

  private double m168(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m169(a + b + c + d + e + f + g + h);
  }

  private double m169(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m170(a + b + c + d + e + f + g + h);
  }

  private double m170(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m171(a + b + c + d + e + f + g + h);
  }

  private double m171(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m172(a + b + c + d + e + f + g + h);
  }

  private double m172(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m173(a + b + c + d + e + f + g + h);
  }

  private double m173(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m174(a + b + c + d + e + f + g + h);
  }

  private double m174(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m175(a + b + c + d + e + f + g + h);
  }

  private double m175(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m176(a + b + c + d + e + f + g + h);
  }

  private double m176(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m177(a + b + c + d + e + f + g + h);
  }

  private double m177(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m178(a + b + c + d + e + f + g + h);
  }

  private double m178(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m179(a + b + c + d + e + f + g + h);
  }

  private double m179(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m180(a + b + c + d + e + f + g + h);
  }

  private double m180(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m181(a + b + c + d + e + f + g + h);
  }

  private double m181(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m182(a + b + c + d + e + f + g + h);
  }

  private double m182(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m183(a + b + c + d + e + f + g + h);
  }

  private double m183(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m184(a + b + c + d + e + f + g + h);
  }

  private double m184(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m185(a + b + c + d + e + f + g + h);
  }

  private double m185(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m186(a + b + c + d + e + f + g + h);
  }

  private double m186(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m187(a + b + c + d + e + f + g + h);
  }

  private double m187(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m188(a + b + c + d + e + f + g + h);
  }

  private double m188(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m189(a + b + c + d + e + f + g + h);
  }

  private double m189(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m190(a + b + c + d + e + f + g + h);
  }

  private double m190(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m191(a + b + c + d + e + f + g + h);
  }

  private double m191(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m192(a + b + c + d + e + f + g + h);
  }

  private double m192(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m193(a + b + c + d + e + f + g + h);
  }

  private double m193(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m194(a + b + c + d + e + f + g + h);
  }

  private double m194(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m195(a + b + c + d + e + f + g + h);
  }

  private double m195(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m196(a + b + c + d + e + f + g + h);
  }

  private double m196(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m197(a + b + c + d + e + f + g + h);
  }

  private double m197(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m198(a + b + c + d + e + f + g + h);
  }

  private double m198(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m199(a + b + c + d + e + f + g + h);
  }

  private double m199(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m200(a + b + c + d + e + f + g + h);
  }

  private double m200(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m201(a + b + c + d + e + f + g + h);
  }

  private double m201(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m202(a + b + c + d + e + f + g + h);
  }

  private double m202(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m203(a + b + c + d + e + f + g + h);
  }

  private double m203(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m204(a + b + c + d + e + f + g + h);
  }

  private double m204(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m205(a + b + c + d + e + f + g + h);
  }

  private double m205(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m206(a + b + c + d + e + f + g + h);
  }

  private double m206(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m207(a + b + c + d + e + f + g + h);
  }

  private double m207(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m208(a + b + c + d + e + f + g + h);
  }

  private double m208(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m209(a + b + c + d + e + f + g + h);
  }

  private double m209(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m210(a + b + c + d + e + f + g + h);
  }

  private double m210(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m211(a + b + c + d + e + f + g + h);
  }

  private double m211(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m212(a + b + c + d + e + f + g + h);
  }

  private double m212(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m213(a + b + c + d + e + f + g + h);
  }

  private double m213(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m214(a + b + c + d + e + f + g + h);
  }

  private double m214(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m215(a + b + c + d + e + f + g + h);
  }

  private double m215(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m216(a + b + c + d + e + f + g + h);
  }

  private double m216(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m217(a + b + c + d + e + f + g + h);
  }

  private double m217(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m218(a + b + c + d + e + f + g + h);
  }

  private double m218(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m219(a + b + c + d + e + f + g + h);
  }

  private double m219(double x) {
    double a = x + 1, b = a * x, c = b - a, d = c * b, e = d + c, f = e - x, g = f * 2, h = g + f;
    return m220(a + b + c + d + e + f + g + h);
  }

  private double m220(double x) {
    return x;
  }
}
