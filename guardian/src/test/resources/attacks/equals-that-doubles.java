// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// Records of two equal parts, 28 deep: 2 to the 28th comparisons without a loop.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return new R28(l27(), l27()).equals(new R28(l27(), l27()));
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record R0(double level) {}

  static R0 l0() {
    return new R0(1);
  }

  record R1(R0 a, R0 b) {}

  static R1 l1() {
    R0 x = l0();
    return new R1(x, x);
  }

  record R2(R1 a, R1 b) {}

  static R2 l2() {
    R1 x = l1();
    return new R2(x, x);
  }

  record R3(R2 a, R2 b) {}

  static R3 l3() {
    R2 x = l2();
    return new R3(x, x);
  }

  record R4(R3 a, R3 b) {}

  static R4 l4() {
    R3 x = l3();
    return new R4(x, x);
  }

  record R5(R4 a, R4 b) {}

  static R5 l5() {
    R4 x = l4();
    return new R5(x, x);
  }

  record R6(R5 a, R5 b) {}

  static R6 l6() {
    R5 x = l5();
    return new R6(x, x);
  }

  record R7(R6 a, R6 b) {}

  static R7 l7() {
    R6 x = l6();
    return new R7(x, x);
  }

  record R8(R7 a, R7 b) {}

  static R8 l8() {
    R7 x = l7();
    return new R8(x, x);
  }

  record R9(R8 a, R8 b) {}

  static R9 l9() {
    R8 x = l8();
    return new R9(x, x);
  }

  record R10(R9 a, R9 b) {}

  static R10 l10() {
    R9 x = l9();
    return new R10(x, x);
  }

  record R11(R10 a, R10 b) {}

  static R11 l11() {
    R10 x = l10();
    return new R11(x, x);
  }

  record R12(R11 a, R11 b) {}

  static R12 l12() {
    R11 x = l11();
    return new R12(x, x);
  }

  record R13(R12 a, R12 b) {}

  static R13 l13() {
    R12 x = l12();
    return new R13(x, x);
  }

  record R14(R13 a, R13 b) {}

  static R14 l14() {
    R13 x = l13();
    return new R14(x, x);
  }

  record R15(R14 a, R14 b) {}

  static R15 l15() {
    R14 x = l14();
    return new R15(x, x);
  }

  record R16(R15 a, R15 b) {}

  static R16 l16() {
    R15 x = l15();
    return new R16(x, x);
  }

  record R17(R16 a, R16 b) {}

  static R17 l17() {
    R16 x = l16();
    return new R17(x, x);
  }

  record R18(R17 a, R17 b) {}

  static R18 l18() {
    R17 x = l17();
    return new R18(x, x);
  }

  record R19(R18 a, R18 b) {}

  static R19 l19() {
    R18 x = l18();
    return new R19(x, x);
  }

  record R20(R19 a, R19 b) {}

  static R20 l20() {
    R19 x = l19();
    return new R20(x, x);
  }

  record R21(R20 a, R20 b) {}

  static R21 l21() {
    R20 x = l20();
    return new R21(x, x);
  }

  record R22(R21 a, R21 b) {}

  static R22 l22() {
    R21 x = l21();
    return new R22(x, x);
  }

  record R23(R22 a, R22 b) {}

  static R23 l23() {
    R22 x = l22();
    return new R23(x, x);
  }

  record R24(R23 a, R23 b) {}

  static R24 l24() {
    R23 x = l23();
    return new R24(x, x);
  }

  record R25(R24 a, R24 b) {}

  static R25 l25() {
    R24 x = l24();
    return new R25(x, x);
  }

  record R26(R25 a, R25 b) {}

  static R26 l26() {
    R25 x = l25();
    return new R26(x, x);
  }

  record R27(R26 a, R26 b) {}

  static R27 l27() {
    R26 x = l26();
    return new R27(x, x);
  }

  record R28(R27 a, R27 b) {}
}
