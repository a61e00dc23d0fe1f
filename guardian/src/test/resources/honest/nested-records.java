import sorte.strategy.*;

/// Records in records, taken apart by one pattern.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Bollinger bands = bollinger(p.period(), 2);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return switch (seen()) {
      case Seen(Band(double low, double high), Side side) when side == Side.UP -> close.value() > (low + high) / 2;
      case Seen(Band(double low, _), _) -> close.value() < low * 0.9;
    };
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Side {
    UP,
    DOWN
  }

  record Band(double low, double high) {}

  record Seen(Band band, Side side) {}

  private Seen seen() {
    Side side = close.rising() ? Side.UP : Side.DOWN;
    return new Seen(new Band(bands.lower().value(), bands.upper().value()), side);
  }
}
