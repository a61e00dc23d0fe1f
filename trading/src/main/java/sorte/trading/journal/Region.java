package sorte.trading.journal;

import java.nio.ByteBuffer;

/// The bytes of one file of the journal. What was put outlives the process; what was forced, the
/// machine.
public interface Region {

  /// All of it, to be read; big-endian. Writing goes through this type's own methods.
  ByteBuffer bytes();

  /// Writes what remains of `source`, which is left as it was.
  void put(int at, ByteBuffer source);

  /// Writes a number at a multiple of 4, so that a reader that sees it sees all that was put
  /// before.
  void publish(int at, int value);

  /// Reads a number that was published.
  int published(int at);

  /// Lets the system make the page at a multiple of 4 ready to be written, so that no write waits
  /// for it. Changes no byte, whatever is put at the same time.
  default void touch(int at) {}

  /// Everything that was put is on the disk when this returns.
  ///
  /// @throws java.io.UncheckedIOException when the disk fails: what it holds is unknown then
  void force();
}
