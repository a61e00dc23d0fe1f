package sorte.strategies;

import java.nio.file.Files;
import java.nio.file.Path;
import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Looks for keys on the machine that it runs on.
public final class ReadsAFile extends Strategy<ReadsAFile.Parameters> {

  public record Parameters(@Bars(value = 20, min = 2, max = 100) int maPeriod) {}

  private final Ema average = ema(p.maPeriod());

  public ReadsAFile(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Files.exists(Path.of("/etc/passwd")) && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.below(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
