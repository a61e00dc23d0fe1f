package sorte.guardian.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

/// One pipe, closed in every program that this process starts, except where it is meant.
record Pipe(int readEnd, int writeEnd) {

  private static final int O_CLOEXEC = 0x80000;
  private static final int EINTR = 4;
  private static final int CHUNK = 64 * 1024;

  static Pipe open(Kernel kernel) throws Kernel.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment both = arena.allocate(8, 4);
      kernel.must("a pipe", Call.PIPE2, both.address(), O_CLOEXEC);
      return new Pipe(both.get(ValueLayout.JAVA_INT, 0), both.get(ValueLayout.JAVA_INT, 4));
    }
  }

  void close(Kernel kernel) {
    kernel.call(Call.CLOSE, readEnd);
    kernel.call(Call.CLOSE, writeEnd);
  }

  /// The reading end. At most `most` bytes come; one more is a [Flooded].
  static InputStream reading(Kernel kernel, int descriptor, long most) {
    return new InputStream() {
      private final MemorySegment buffer = Arena.ofAuto().allocate(CHUNK);
      private long left = most;
      private boolean closed;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        long n;
        do {
          n = kernel.call(Call.READ, descriptor, buffer.address(), Math.min(length, CHUNK));
        } while (n == -EINTR);
        if (n < 0) {
          throw new IOException("a child's pipe cannot be read (errno " + -n + ")");
        }
        if (n == 0) {
          return -1;
        }
        left -= n;
        if (left < 0) {
          throw new Flooded(most);
        }
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, offset, (int) n);
        return (int) n;
      }

      @Override
      public synchronized void close() {
        if (!closed) {
          closed = true;
          kernel.call(Call.CLOSE, descriptor);
        }
      }
    };
  }

  /// The writing end.
  static OutputStream writing(Kernel kernel, int descriptor) {
    return new OutputStream() {
      private final MemorySegment buffer = Arena.ofAuto().allocate(CHUNK);
      private boolean closed;

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
          int chunk = Math.min(CHUNK, end - at);
          MemorySegment.copy(from, at, buffer, ValueLayout.JAVA_BYTE, 0, chunk);
          long n = kernel.call(Call.WRITE, descriptor, buffer.address(), chunk);
          if (n >= 0) {
            at += (int) n;
          } else if (n != -EINTR) {
            throw new IOException("a child's pipe cannot be written (errno " + -n + ")");
          }
        }
        Reference.reachabilityFence(buffer);
      }

      @Override
      public synchronized void close() {
        if (!closed) {
          closed = true;
          kernel.call(Call.CLOSE, descriptor);
        }
      }
    };
  }
}
