import java.util.function.DoubleSupplier;
import sorte.strategy.*;

/// A reference to a method of an interface of its own.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Shape shape = new Tall(close.value());
    DoubleSupplier area = shape::area;
    return area.getAsDouble() > average.value();
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  sealed interface Shape permits Tall {
    double area();
  }

  record Tall(double a) implements Shape {
    @Override
    public double area() {
      return a * 0.999;
    }
  }
}
