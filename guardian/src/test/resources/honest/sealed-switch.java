import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return switch (seen()) { case Up u -> u.by() > 1; case Down d -> false; };
  }
  sealed interface Seen permits Up, Down {}
  record Up(double by) implements Seen {}
  record Down(double by) implements Seen {}
  private Seen seen() { double d = close.value() - close.previous(); return d > 0 ? new Up(d) : new Down(-d); }
}
