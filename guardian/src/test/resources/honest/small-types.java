import sorte.strategy.*;

/// Every primitive type, shifts and masks.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    byte a = (byte) p.period();
    short b = (short) (a << 3);
    char c = (char) (b ^ 0x2A);
    float d = (float) close.value();
    long e = ((long) c << 32 | b & 0xFFFFL) >>> 3;
    boolean up = d > average.value() ^ e == 0;
    int f = ~(int) (e >> 5) % 17;
    f += up ? 1 : 0;
    f++;
    return up && f != 400;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
