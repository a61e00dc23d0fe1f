package sorte.guardian.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The shape of what goes through the pipes: a frame is a magic number, a kind, a length and a body
/// (big-endian). Every length read is bounded before anything is allocated for it.
final class Frames {

  static final byte READY = 1;
  static final byte COMPILE = 2;
  static final byte DECIDE = 3;
  static final byte TEST = 4;

  /// The child could not do what was asked, for a reason of its own; the body is a text.
  static final byte BROKEN = 5;

  /// A source said otherwise in many ways.
  static final byte MUTATE = 6;

  /// Tests of many variants.
  static final byte NOTICE = 7;

  /// Classes and a source to be looked at by the analysers.
  static final byte ANALYSE = 8;

  /// Two versions beside each other.
  static final byte PACE = 9;

  /// The longest body, in bytes.
  static final int BODY_MOST = 96 << 20;

  private static final int MAGIC = 0x534F5254;
  private static final int NAME_MOST = 1024;
  private static final int ENTRIES_MOST = 4096;

  private Frames() {}

  record Frame(byte kind, byte[] body) {
    DataInputStream open() {
      return new DataInputStream(new ByteArrayInputStream(body));
    }
  }

  interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  static byte[] frame(byte kind, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.size() > BODY_MOST) {
      throw new IllegalArgumentException(
          "a frame holds at most " + BODY_MOST + " bytes, not " + bytes.size());
    }
    byte[] header = new byte[9];
    putInt(header, 0, MAGIC);
    header[4] = kind;
    putInt(header, 5, bytes.size());
    byte[] whole = new byte[header.length + bytes.size()];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(bytes.toByteArray(), 0, whole, header.length, bytes.size());
    return whole;
  }

  static void write(OutputStream to, byte[] frame) throws IOException {
    to.write(frame);
    to.flush();
  }

  /// The next frame; [Garbled] where the bytes are none, `EOFException` where they end.
  static Frame read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    if (in.readInt() != MAGIC) {
      throw new Garbled("it does not begin like a frame");
    }
    byte kind = in.readByte();
    int length = in.readInt();
    if (length < 0 || length > BODY_MOST) {
      throw new Garbled("a body of " + length + " bytes");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new java.io.EOFException("the body ends after " + body.length + " bytes");
    }
    return new Frame(kind, body);
  }

  private static void putInt(byte[] to, int at, int value) {
    to[at] = (byte) (value >>> 24);
    to[at + 1] = (byte) (value >>> 16);
    to[at + 2] = (byte) (value >>> 8);
    to[at + 3] = (byte) value;
  }

  static int count(DataInputStream in, int most, String what) throws IOException {
    int n = in.readInt();
    if (n < 0 || n > most) {
      throw new Garbled(n + " " + what + "; at most " + most);
    }
    return n;
  }

  static void putBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] bytes(DataInputStream in, int most) throws IOException {
    int n = count(in, Math.min(most, in.available()), "bytes");
    return in.readNBytes(n);
  }

  static void putText(DataOutputStream out, String text) throws IOException {
    putBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(DataInputStream in, int most) throws IOException {
    return new String(bytes(in, most), StandardCharsets.UTF_8);
  }

  static String name(DataInputStream in) throws IOException {
    return text(in, NAME_MOST);
  }

  static void putClasses(DataOutputStream out, SortedMap<String, byte[]> classes)
      throws IOException {
    out.writeInt(classes.size());
    for (var entry : classes.entrySet()) {
      putText(out, entry.getKey());
      putBytes(out, entry.getValue());
    }
  }

  static SortedMap<String, byte[]> classes(DataInputStream in) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    int n = count(in, ENTRIES_MOST, "classes");
    for (int i = 0; i < n; i++) {
      classes.put(name(in), bytes(in, BODY_MOST));
    }
    return classes;
  }

  static <T> List<T> list(DataInputStream in, int most, String what, Reading<T> reading)
      throws IOException {
    int n = count(in, most, what);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(reading.read(in));
    }
    return all;
  }

  /// Bytes that are not what they should be.
  static final class Garbled extends IOException {
    private static final long serialVersionUID = 1L;

    Garbled(String what) {
      super(what);
    }
  }
}
