package sorte.trading.market;

import java.nio.ByteBuffer;

/// A closed bar of an exchange, as the feed's log holds it.
///
/// @param bar stamped by the exchange
/// @param millis how long it lasts
/// @param seen when it was taken in by the exchange's clock, in epoch milliseconds
/// @param written when it was written here, by this machine's clock
public record ExchangeBar(Bar bar, long millis, long seen, long written) {

  /// What every record of the log measures, so that bar n is found without reading those before.
  public static final int BYTES = 2 + 9 * Long.BYTES;

  private static final byte KIND = 1;
  private static final byte VERSION = 1;

  public ExchangeBar {
    if (millis <= 0 || Math.floorMod(bar.time(), millis) != 0) {
      throw new IllegalArgumentException(
          "a bar of %d ms must start at a whole multiple of it, was %d"
              .formatted(millis, bar.time()));
    }
  }

  /// The moment at which it was over.
  public long end() {
    return bar.time() + millis;
  }

  /// How long after its end it was taken in, by the exchange's clock.
  public long late() {
    return Math.max(0, seen - end());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put(KIND)
        .put(VERSION)
        .putLong(bar.time())
        .putLong(millis)
        .putLong(seen)
        .putLong(written)
        .putDouble(bar.open())
        .putDouble(bar.high())
        .putDouble(bar.low())
        .putDouble(bar.close())
        .putDouble(bar.volume())
        .array();
  }

  /// @throws IllegalArgumentException when these are not the bytes of a sound bar
  public static ExchangeBar of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length != BYTES || in.get() != KIND || in.get() != VERSION) {
      throw new IllegalArgumentException("not a bar of the feed's log that this build reads");
    }
    long time = in.getLong();
    long millis = in.getLong();
    long seen = in.getLong();
    long written = in.getLong();
    Bar bar =
        new Bar(
            time, in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
    return new ExchangeBar(bar, millis, seen, written);
  }
}
