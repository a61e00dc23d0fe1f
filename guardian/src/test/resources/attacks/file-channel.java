// stopped-by: capability
// category: host data
// against: host
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import sorte.strategy.*;

/// Maps a file into memory and writes there.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    try {
      try (FileChannel channel =
          FileChannel.open(Path.of("/canary/secret"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        channel.map(FileChannel.MapMode.READ_WRITE, 0, 3).put((byte) 'X');
      }
      return false;
    } catch (java.io.IOException e) {
      return false;
    }
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
