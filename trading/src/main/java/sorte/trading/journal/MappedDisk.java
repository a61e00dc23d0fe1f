package sorte.trading.journal;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The machine's disk. A file is made with all of its blocks written and forced before it gets its
/// name, so that no later write can find the disk full and no power cut leaves half a file.
final class MappedDisk implements Disk {
  private static final int WRITTEN_AT_ONCE = 64 * 1024;

  @Override
  public boolean holds(Path file) {
    return Files.exists(file);
  }

  @Override
  public void make(Path file, int size) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " lies in no folder");
    }
    Files.createDirectories(folder);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(WRITTEN_AT_ONCE);
      for (int written = 0; written < size; ) {
        zeros.clear().limit(Math.min(zeros.capacity(), size - written));
        written += channel.write(zeros);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  @Override
  public Region open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new MappedRegion(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
    }
  }

  private static final class MappedRegion implements Region {
    private static final VarHandle INT =
        MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final MappedByteBuffer bytes;

    MappedRegion(MappedByteBuffer bytes) {
      this.bytes = bytes;
    }

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
      INT.setRelease(bytes, at, value);
    }

    @Override
    public int published(int at) {
      return (int) INT.getAcquire(bytes, at);
    }

    @Override
    public void touch(int at) {
      int _ = (int) INT.getAndAdd(bytes, at, 0);
    }

    @Override
    public void force() {
      bytes.force();
    }
  }
}
