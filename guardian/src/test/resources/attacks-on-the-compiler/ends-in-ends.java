// stopped-by: compile
// category: compile time
// against: compiler
import sorte.strategy.*;

/// What has to be done at the end, within what has to be done at the end: it is copied to every way out.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int x = 0;
    try { if (x > 0) { return true; } } finally {
    try { if (x > 1) { return true; } } finally {
    try { if (x > 2) { return true; } } finally {
    try { if (x > 3) { return true; } } finally {
    try { if (x > 4) { return true; } } finally {
    try { if (x > 5) { return true; } } finally {
    try { if (x > 6) { return true; } } finally {
    try { if (x > 7) { return true; } } finally {
    try { if (x > 8) { return true; } } finally {
    try { if (x > 9) { return true; } } finally {
    try { if (x > 10) { return true; } } finally {
    try { if (x > 11) { return true; } } finally {
    try { if (x > 12) { return true; } } finally {
    try { if (x > 13) { return true; } } finally {
    try { if (x > 14) { return true; } } finally {
    try { if (x > 15) { return true; } } finally {
    try { if (x > 16) { return true; } } finally {
    try { if (x > 17) { return true; } } finally {
    try { if (x > 18) { return true; } } finally {
    try { if (x > 19) { return true; } } finally {
    try { if (x > 20) { return true; } } finally {
    try { if (x > 21) { return true; } } finally {
    x++;
    }}}}}}}}}}}}}}}}}}}}}}
    return x > 1000;
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
