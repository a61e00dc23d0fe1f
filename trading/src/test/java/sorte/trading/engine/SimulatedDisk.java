package sorte.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Disk;
import sorte.trading.journal.Region;

/// A disk in memory that does to a journal what disks do: the process dies in the middle of a
/// write, the power goes and what was not forced is lost by sectors and in any order, a force
/// fails, there is no room, a bit flips.
final class SimulatedDisk implements Disk {

  /// Smaller than a real one, so that more can go wrong in one record.
  static final int SECTOR = 64;

  /// The process is gone, in the middle of a write.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /// Sees each thing that is done, before it is.
  interface Watch {
    void put(Path file, int at, ByteBuffer bytes);

    void publish(Path file, int at, int value);

    void force(Path file);

    /// @param room whether there is room for it
    void make(Path file, boolean room);
  }

  private static final class Stored {
    final ByteBuffer seen;
    final byte[] durable;

    /// Written since the last force.
    final BitSet dirty = new BitSet();

    /// Not written by a force that failed, and believed to be.
    final BitSet forgotten = new BitSet();

    Stored(int size) {
      seen = ByteBuffer.allocate(size);
      durable = new byte[size];
    }
  }

  private final SplittableRandom random;
  private final Map<Path, Stored> files = new TreeMap<>();
  private long writes;
  private long killAt = Long.MAX_VALUE;
  private boolean full;
  private int refused;
  private boolean failing;
  private boolean lying;
  private @Nullable Watch watch;

  SimulatedDisk(long seed) {
    random = new SplittableRandom(seed);
  }

  void watched(Watch by) {
    watch = by;
  }

  /// How many writes there were.
  long writes() {
    return writes;
  }

  /// The process dies in the write that comes after so many others.
  void killAfter(long further) {
    killAt = writes + further + 1;
  }

  void spare() {
    killAt = Long.MAX_VALUE;
  }

  void full(boolean now) {
    full = now;
  }

  /// A force says that it did what it did not do: a defect to be found.
  void lie() {
    lying = true;
  }

  boolean isFull() {
    return full;
  }

  /// The next force fails.
  void failNextForce() {
    failing = true;
  }

  /// What was not forced is lost, or not, or in part.
  void losePower() {
    for (Stored file : files.values()) {
      for (int s = 0; s < file.durable.length / SECTOR; s++) {
        if (file.dirty.get(s)) {
          int kept = random.nextInt(3) == 0 ? random.nextInt(SECTOR / 8 + 1) * 8 : SECTOR;
          file.seen.get(s * SECTOR, file.durable, s * SECTOR, random.nextBoolean() ? kept : 0);
        }
      }
      file.seen.put(0, file.durable);
      file.dirty.clear();
      file.forgotten.clear();
    }
  }

  /// What stands in a file, to be looked at.
  ByteBuffer content(Path file) {
    Stored stored = files.get(file);
    if (stored == null) {
      throw new Broken(file + " is not there");
    }
    return stored.seen.asReadOnlyBuffer().clear();
  }

  /// How often a file was wanted and there was no room.
  int refused() {
    return refused;
  }

  /// A bit that flips where something is written; how to say where.
  record Flip(Path file, int at, int bit) {}

  Flip flip() {
    List<Path> names = new ArrayList<>(files.keySet());
    Path name = names.get(random.nextInt(names.size()));
    Stored file = files.get(name);
    int last = file.durable.length - 1;
    while (last > 0 && file.seen.get(last) == 0) {
      last--;
    }
    Flip flip = new Flip(name, random.nextInt(last + 1), random.nextInt(8));
    flip(flip);
    return flip;
  }

  void flip(Flip flip) {
    Stored file = files.get(flip.file);
    byte changed = (byte) (file.seen.get(flip.at) ^ 1 << flip.bit);
    file.seen.put(flip.at, changed);
    file.durable[flip.at] = changed;
  }

  @Override
  public boolean holds(Path file) {
    return files.containsKey(file);
  }

  @Override
  public void make(Path file, int size) throws IOException {
    if (watch != null) {
      watch.make(file, !full);
    }
    if (full) {
      refused++;
      throw new IOException("No space left on device");
    }
    if (++writes == killAt) {
      throw new Killed();
    }
    files.put(file, new Stored(size));
  }

  @Override
  public Region open(Path file) throws IOException {
    Stored stored = files.get(file);
    if (stored == null) {
      throw new IOException(file + " is not there");
    }
    return new Written(file, stored);
  }

  private final class Written implements Region {
    private final Path name;
    private final Stored file;

    Written(Path name, Stored file) {
      this.name = name;
      this.file = file;
    }

    @Override
    public ByteBuffer bytes() {
      return file.seen;
    }

    @Override
    public void put(int at, ByteBuffer source) {
      if (watch != null) {
        watch.put(name, at, source.duplicate());
      }
      int length = source.remaining();
      boolean killed = ++writes == killAt;
      int written = killed ? random.nextInt(length + 1) : length;
      file.seen.put(at, source, source.position(), written);
      touched(at, written);
      if (killed) {
        throw new Killed();
      }
    }

    @Override
    public void publish(int at, int value) {
      if (watch != null) {
        watch.publish(name, at, value);
      }
      boolean killed = ++writes == killAt;
      if (!killed || random.nextBoolean()) {
        file.seen.putInt(at, value);
        touched(at, Integer.BYTES);
      }
      if (killed) {
        throw new Killed();
      }
    }

    @Override
    public int published(int at) {
      return file.seen.getInt(at);
    }

    @Override
    public void force() {
      if (watch != null) {
        watch.force(name);
      }
      boolean killed = ++writes == killAt;
      if (failing) {
        failing = false;
        file.forgotten.or(file.dirty);
        file.dirty.clear();
        throw new UncheckedIOException(new IOException("Input/output error"));
      }
      if (lying) {
        return;
      }
      for (int s = file.dirty.nextSetBit(0); s >= 0; s = file.dirty.nextSetBit(s + 1)) {
        if (!killed || random.nextBoolean()) {
          file.seen.get(s * SECTOR, file.durable, s * SECTOR, SECTOR);
          file.dirty.clear(s);
        }
      }
      if (killed) {
        throw new Killed();
      }
    }

    private void touched(int at, int length) {
      if (length > 0) {
        int last = (at + length - 1) / SECTOR;
        file.dirty.set(at / SECTOR, last + 1);
        file.forgotten.clear(at / SECTOR, last + 1);
      }
    }
  }
}
