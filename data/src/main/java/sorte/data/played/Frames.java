package sorte.data.played;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// WebSocket frames (RFC 6455) as a server writes and reads them.
final class Frames {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int LONGEST = 1 << 20;

  private Frames() {}

  record Frame(int opcode, byte[] payload) {}

  static void text(OutputStream out, String text) throws IOException {
    write(out, TEXT, true, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A text in frames of at most `size` bytes.
  static void fragmented(OutputStream out, String text, int size) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at += size) {
      byte[] part = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
      write(out, at == 0 ? TEXT : 0, at + size >= bytes.length, part);
    }
  }

  /// A server's frame is not masked.
  static void write(OutputStream out, int opcode, boolean last, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
    frame.put((byte) (opcode | (last ? FINAL : 0)));
    if (payload.length < SHORT) {
      frame.put((byte) payload.length);
    } else if (payload.length < 1 << 16) {
      frame.put((byte) SHORT).putShort((short) payload.length);
    } else {
      frame.put((byte) LONG).putLong(payload.length);
    }
    frame.put(payload);
    out.write(frame.array(), 0, frame.position());
    out.flush();
  }

  /// A client's frame, which must be masked.
  static Frame read(DataInputStream in) throws IOException {
    int opcode = in.readUnsignedByte() & 0x0f;
    int second = in.readUnsignedByte();
    if ((second & MASKED) == 0) {
      throw new IOException("a client's frame must be masked");
    }
    long length = second & ~MASKED;
    if (length == SHORT) {
      length = in.readUnsignedShort();
    } else if (length == LONG) {
      length = in.readLong();
    }
    if (length < 0 || length > LONGEST) {
      throw new IOException("a frame of " + length + " bytes");
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes((int) length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return new Frame(opcode, payload);
  }
}
