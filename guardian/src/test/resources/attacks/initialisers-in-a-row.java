// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// Constants that are first named below one another: a recursion through the initialisers of classes, which no call shows.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.value() > 1e9 || E0.A.depth < 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum E0 {
    A;

    final double depth;

    E0() {
      depth = d0(1, 0);
    }
  }

  enum E1 {
    A;

    final double depth;

    E1() {
      depth = d0(2, 0);
    }
  }

  enum E2 {
    A;

    final double depth;

    E2() {
      depth = d0(3, 0);
    }
  }

  enum E3 {
    A;

    final double depth;

    E3() {
      depth = d0(4, 0);
    }
  }

  enum E4 {
    A;

    final double depth;

    E4() {
      depth = d0(5, 0);
    }
  }

  enum E5 {
    A;

    final double depth;

    E5() {
      depth = d0(6, 0);
    }
  }

  enum E6 {
    A;

    final double depth;

    E6() {
      depth = d0(7, 0);
    }
  }

  enum E7 {
    A;

    final double depth;

    E7() {
      depth = d0(8, 0);
    }
  }

  enum E8 {
    A;

    final double depth;

    E8() {
      depth = d0(9, 0);
    }
  }

  enum E9 {
    A;

    final double depth;

    E9() {
      depth = d0(10, 0);
    }
  }

  enum E10 {
    A;

    final double depth;

    E10() {
      depth = d0(11, 0);
    }
  }

  enum E11 {
    A;

    final double depth;

    E11() {
      depth = d0(12, 0);
    }
  }

  enum E12 {
    A;

    final double depth;

    E12() {
      depth = d0(13, 0);
    }
  }

  enum E13 {
    A;

    final double depth;

    E13() {
      depth = d0(14, 0);
    }
  }

  enum E14 {
    A;

    final double depth;

    E14() {
      depth = d0(15, 0);
    }
  }

  enum E15 {
    A;

    final double depth;

    E15() {
      depth = d0(16, 0);
    }
  }

  enum E16 {
    A;

    final double depth;

    E16() {
      depth = d0(17, 0);
    }
  }

  enum E17 {
    A;

    final double depth;

    E17() {
      depth = d0(18, 0);
    }
  }

  enum E18 {
    A;

    final double depth;

    E18() {
      depth = d0(19, 0);
    }
  }

  enum E19 {
    A;

    final double depth;

    E19() {
      depth = d0(20, 0);
    }
  }

  enum E20 {
    A;

    final double depth;

    E20() {
      depth = d0(21, 0);
    }
  }

  enum E21 {
    A;

    final double depth;

    E21() {
      depth = d0(22, 0);
    }
  }

  enum E22 {
    A;

    final double depth;

    E22() {
      depth = d0(23, 0);
    }
  }

  enum E23 {
    A;

    final double depth;

    E23() {
      depth = d0(24, 0);
    }
  }

  enum E24 {
    A;

    final double depth;

    E24() {
      depth = d0(25, 0);
    }
  }

  enum E25 {
    A;

    final double depth;

    E25() {
      depth = d0(26, 0);
    }
  }

  enum E26 {
    A;

    final double depth;

    E26() {
      depth = d0(27, 0);
    }
  }

  enum E27 {
    A;

    final double depth;

    E27() {
      depth = d0(28, 0);
    }
  }

  enum E28 {
    A;

    final double depth;

    E28() {
      depth = d0(29, 0);
    }
  }

  enum E29 {
    A;

    final double depth;

    E29() {
      depth = d0(30, 0);
    }
  }

  enum E30 {
    A;

    final double depth;

    E30() {
      depth = d0(31, 0);
    }
  }

  enum E31 {
    A;

    final double depth;

    E31() {
      depth = d0(32, 0);
    }
  }

  enum E32 {
    A;

    final double depth;

    E32() {
      depth = d0(33, 0);
    }
  }

  enum E33 {
    A;

    final double depth;

    E33() {
      depth = d0(34, 0);
    }
  }

  enum E34 {
    A;

    final double depth;

    E34() {
      depth = d0(35, 0);
    }
  }

  enum E35 {
    A;

    final double depth;

    E35() {
      depth = d0(36, 0);
    }
  }

  enum E36 {
    A;

    final double depth;

    E36() {
      depth = d0(37, 0);
    }
  }

  enum E37 {
    A;

    final double depth;

    E37() {
      depth = d0(38, 0);
    }
  }

  enum E38 {
    A;

    final double depth;

    E38() {
      depth = d0(39, 0);
    }
  }

  enum E39 {
    A;

    final double depth;

    E39() {
      depth = d0(40, 0);
    }
  }

  enum E40 {
    A;

    final double depth;

    E40() {
      depth = d0(41, 0);
    }
  }

  enum E41 {
    A;

    final double depth;

    E41() {
      depth = d0(42, 0);
    }
  }

  enum E42 {
    A;

    final double depth;

    E42() {
      depth = d0(43, 0);
    }
  }

  enum E43 {
    A;

    final double depth;

    E43() {
      depth = d0(44, 0);
    }
  }

  enum E44 {
    A;

    final double depth;

    E44() {
      depth = d0(45, 0);
    }
  }

  enum E45 {
    A;

    final double depth;

    E45() {
      depth = d0(46, 0);
    }
  }

  enum E46 {
    A;

    final double depth;

    E46() {
      depth = d0(47, 0);
    }
  }

  enum E47 {
    A;

    final double depth;

    E47() {
      depth = d0(48, 0);
    }
  }

  enum E48 {
    A;

    final double depth;

    E48() {
      depth = d0(49, 0);
    }
  }

  enum E49 {
    A;

    final double depth;

    E49() {
      depth = d0(50, 0);
    }
  }

  enum E50 {
    A;

    final double depth;

    E50() {
      depth = d0(51, 0);
    }
  }

  enum E51 {
    A;

    final double depth;

    E51() {
      depth = d0(52, 0);
    }
  }

  enum E52 {
    A;

    final double depth;

    E52() {
      depth = d0(53, 0);
    }
  }

  enum E53 {
    A;

    final double depth;

    E53() {
      depth = d0(54, 0);
    }
  }

  enum E54 {
    A;

    final double depth;

    E54() {
      depth = d0(55, 0);
    }
  }

  enum E55 {
    A;

    final double depth;

    E55() {
      depth = d0(56, 0);
    }
  }

  static double d0(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d1(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d1(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d2(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d2(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d3(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d3(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d4(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d4(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d5(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d5(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d6(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d6(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d7(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d7(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d8(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d8(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d9(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d9(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d10(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d10(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d11(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d11(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d12(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d12(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d13(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d13(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d14(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d14(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d15(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d15(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d16(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d16(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d17(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d17(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d18(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d18(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d19(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d19(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d20(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d20(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d21(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d21(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d22(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d22(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d23(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d23(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d24(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d24(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d25(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d25(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d26(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d26(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d27(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d27(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d28(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d28(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d29(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d29(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d30(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d30(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d31(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d31(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return d32(next, v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39);
  }

  static double d32(int next, double x) {
    double v0 = x + 0; double v1 = x + 1; double v2 = x + 2; double v3 = x + 3; double v4 = x + 4; double v5 = x + 5; double v6 = x + 6; double v7 = x + 7; double v8 = x + 8; double v9 = x + 9;
    double v10 = x + 10; double v11 = x + 11; double v12 = x + 12; double v13 = x + 13; double v14 = x + 14; double v15 = x + 15; double v16 = x + 16; double v17 = x + 17; double v18 = x + 18; double v19 = x + 19;
    double v20 = x + 20; double v21 = x + 21; double v22 = x + 22; double v23 = x + 23; double v24 = x + 24; double v25 = x + 25; double v26 = x + 26; double v27 = x + 27; double v28 = x + 28; double v29 = x + 29;
    double v30 = x + 30; double v31 = x + 31; double v32 = x + 32; double v33 = x + 33; double v34 = x + 34; double v35 = x + 35; double v36 = x + 36; double v37 = x + 37; double v38 = x + 38; double v39 = x + 39;
    return bottom(next) + v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39;
  }


  private static double bottom(int next) {
    return switch (next) {
      case 1 -> E1.A.depth;
      case 2 -> E2.A.depth;
      case 3 -> E3.A.depth;
      case 4 -> E4.A.depth;
      case 5 -> E5.A.depth;
      case 6 -> E6.A.depth;
      case 7 -> E7.A.depth;
      case 8 -> E8.A.depth;
      case 9 -> E9.A.depth;
      case 10 -> E10.A.depth;
      case 11 -> E11.A.depth;
      case 12 -> E12.A.depth;
      case 13 -> E13.A.depth;
      case 14 -> E14.A.depth;
      case 15 -> E15.A.depth;
      case 16 -> E16.A.depth;
      case 17 -> E17.A.depth;
      case 18 -> E18.A.depth;
      case 19 -> E19.A.depth;
      case 20 -> E20.A.depth;
      case 21 -> E21.A.depth;
      case 22 -> E22.A.depth;
      case 23 -> E23.A.depth;
      case 24 -> E24.A.depth;
      case 25 -> E25.A.depth;
      case 26 -> E26.A.depth;
      case 27 -> E27.A.depth;
      case 28 -> E28.A.depth;
      case 29 -> E29.A.depth;
      case 30 -> E30.A.depth;
      case 31 -> E31.A.depth;
      case 32 -> E32.A.depth;
      case 33 -> E33.A.depth;
      case 34 -> E34.A.depth;
      case 35 -> E35.A.depth;
      case 36 -> E36.A.depth;
      case 37 -> E37.A.depth;
      case 38 -> E38.A.depth;
      case 39 -> E39.A.depth;
      case 40 -> E40.A.depth;
      case 41 -> E41.A.depth;
      case 42 -> E42.A.depth;
      case 43 -> E43.A.depth;
      case 44 -> E44.A.depth;
      case 45 -> E45.A.depth;
      case 46 -> E46.A.depth;
      case 47 -> E47.A.depth;
      case 48 -> E48.A.depth;
      case 49 -> E49.A.depth;
      case 50 -> E50.A.depth;
      case 51 -> E51.A.depth;
      case 52 -> E52.A.depth;
      case 53 -> E53.A.depth;
      case 54 -> E54.A.depth;
      case 55 -> E55.A.depth;
      default -> 1;
    };
  }
}
