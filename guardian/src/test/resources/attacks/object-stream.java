// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// Objects out of bytes, with whatever they run.
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
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      new java.io.ObjectOutputStream(bytes).writeObject(new Parcel());
      byte[] all = bytes.toByteArray();
      return new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(all)).readObject() == null;
    } catch (Exception e) {
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

  static final class Parcel implements java.io.Serializable {
    private void readObject(java.io.ObjectInputStream in) {
      left("parcel");
    }
  }

  static boolean left(String name) {
    try {
      java.nio.file.Files.writeString(java.nio.file.Path.of("/canary/" + name), name);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
