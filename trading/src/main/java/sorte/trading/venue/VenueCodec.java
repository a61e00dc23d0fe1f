package sorte.trading.venue;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Orders and replies as bytes: a version, a type, the fields in order, big-endian.
public final class VenueCodec {
  private static final byte VERSION = 1;
  private static final int LONGEST_REASON = 512;

  private VenueCodec() {}

  public static byte[] bytes(Order order) {
    return ByteBuffer.allocate(2 + 8 + 8 + 1 + 8 + 1 + 8)
        .put(VERSION)
        .put((byte) 1)
        .putLong(order.id())
        .putDouble(order.quantity())
        .put((byte) order.kind().ordinal())
        .putDouble(order.price())
        .put(order.reduceOnly() ? (byte) 1 : 0)
        .putLong(order.bar())
        .array();
  }

  public static byte[] bytes(Reply reply) {
    ByteBuffer out = ByteBuffer.allocate(64 + LONGEST_REASON).put(VERSION);
    switch (reply) {
      case Reply.Acknowledged r -> out.put((byte) 2).putLong(r.order());
      case Reply.Filled r ->
          out.put((byte) 3)
              .putLong(r.order())
              .putInt(r.fill())
              .putDouble(r.quantity())
              .putDouble(r.price());
      case Reply.Rejected r -> {
        byte[] reason = r.reason().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(reason.length, LONGEST_REASON);
        out.put((byte) 4).putLong(r.order()).putInt(length).put(reason, 0, length);
      }
      case Reply.Cancelled r -> out.put((byte) 5).putLong(r.order());
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  public static Order order(byte[] bytes) {
    ByteBuffer in = body(bytes, 1, 1);
    try {
      return new Order(
          in.getLong(),
          in.getDouble(),
          kind(in.get()),
          in.getDouble(),
          in.get() != 0,
          in.getLong());
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("an order's record is cut short", e);
    }
  }

  public static Reply reply(byte[] bytes) {
    ByteBuffer in = body(bytes, 2, 5);
    try {
      return switch (bytes[1]) {
        case 2 -> new Reply.Acknowledged(in.getLong());
        case 3 -> new Reply.Filled(in.getLong(), in.getInt(), in.getDouble(), in.getDouble());
        case 4 -> new Reply.Rejected(in.getLong(), reason(in));
        default -> new Reply.Cancelled(in.getLong());
      };
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a reply's record is cut short", e);
    }
  }

  private static Order.Kind kind(byte ordinal) {
    return switch (ordinal) {
      case 0 -> Order.Kind.OPEN;
      case 1 -> Order.Kind.STOP;
      case 2 -> Order.Kind.LIMIT;
      case 3 -> Order.Kind.CLOSE;
      case 4 -> Order.Kind.CATASTROPHE;
      default -> throw new IllegalArgumentException("no kind of order has number " + ordinal);
    };
  }

  private static String reason(ByteBuffer in) {
    byte[] reason = new byte[Math.clamp(in.getInt(), 0, LONGEST_REASON)];
    in.get(reason);
    return new String(reason, StandardCharsets.UTF_8);
  }

  private static ByteBuffer body(byte[] bytes, int lowest, int highest) {
    if (bytes.length < 2 || bytes[0] != VERSION || bytes[1] < lowest || bytes[1] > highest) {
      throw new IllegalArgumentException("not a record of this seam, version " + VERSION);
    }
    return ByteBuffer.wrap(bytes, 2, bytes.length - 2);
  }
}
