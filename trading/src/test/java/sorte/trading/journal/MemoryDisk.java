package sorte.trading.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A disk in memory that does what it is told, and flips a bit when asked.
final class MemoryDisk implements Disk {
  private final Map<Path, ByteBuffer> files = new TreeMap<>();

  List<Path> files() {
    return List.copyOf(files.keySet());
  }

  int size(Path file) {
    return files.get(file).capacity();
  }

  MemoryDisk copy() {
    MemoryDisk copy = new MemoryDisk();
    files.forEach((name, bytes) -> copy.files.put(name, ByteBuffer.wrap(bytes.array().clone())));
    return copy;
  }

  void flip(Path file, int at, int bit) {
    ByteBuffer bytes = files.get(file);
    bytes.put(at, (byte) (bytes.get(at) ^ 1 << bit));
  }

  @Override
  public boolean holds(Path file) {
    return files.containsKey(file);
  }

  @Override
  public void make(Path file, int size) {
    files.put(file, ByteBuffer.allocate(size));
  }

  @Override
  public Region open(Path file) throws IOException {
    ByteBuffer bytes = files.get(file);
    if (bytes == null) {
      throw new IOException(file + " is not there");
    }
    return new Region() {
      @Override
      public ByteBuffer bytes() {
        return bytes;
      }

      @Override
      public void put(int at, ByteBuffer source) {
        bytes.put(at, source, source.position(), source.remaining());
      }

      @Override
      public void publish(int at, int value) {
        bytes.putInt(at, value);
      }

      @Override
      public int published(int at) {
        return bytes.getInt(at);
      }

      @Override
      public void force() {}
    };
  }
}
