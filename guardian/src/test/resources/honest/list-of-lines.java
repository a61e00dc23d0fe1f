import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  private final java.util.List<Line> lines = java.util.List.of(open, close);
  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    boolean up = true; for (int i = 0; i < lines.size(); i++) { up = up && lines.get(i).rising(); } return up;
  }
}
