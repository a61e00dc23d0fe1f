// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// A record that a loop walks by an iterator, which reads a file at each step.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    for (String word : new Words("/canary/secret")) {
      return word.equals("key-in-the-file");
    }
    return false;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Words(String file) implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return new java.util.Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public String next() {
          try {
            return java.nio.file.Files.readString(java.nio.file.Path.of(file));
          } catch (java.io.IOException e) {
            return "";
          }
        }
      };
    }
  }
}
