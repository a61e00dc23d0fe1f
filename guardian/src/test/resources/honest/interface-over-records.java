import sorte.strategy.*;

/// Own interface, several records, called through the interface; nothing recursive.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Shape shape = close.rising() ? new Tall(close.value()) : new Wide(close.value(), open.value());
    return shape.area() > average.value();
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  sealed interface Shape permits Tall, Wide {
    double area();
  }

  record Tall(double a) implements Shape {
    @Override
    public double area() {
      return a * 1.001;
    }
  }

  record Wide(double a, double b) implements Shape {
    @Override
    public double area() {
      return new Tall(Math.min(a, b)).area();
    }
  }
}
