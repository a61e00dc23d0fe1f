package sorte.trading.venue;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Orders, questions and replies as bytes: a version, a type, the fields in order, big-endian. What
/// was ever written is read for ever: a type that changes gets a new number, never another form.
public final class VenueCodec {
  private static final byte VERSION = 1;
  private static final int LONGEST_REASON = 512;

  /// How many open orders one answer lists at most.
  public static final int OPEN_ORDERS_LISTED = 1024;

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
    return switch (reply) {
      case Reply.Acknowledged r -> out(2, Long.BYTES).putLong(r.order()).array();
      case Reply.Filled r ->
          out(3, 3 * Long.BYTES + Integer.BYTES)
              .putLong(r.order())
              .putInt(r.fill())
              .putDouble(r.quantity())
              .putDouble(r.price())
              .array();
      case Reply.Rejected r -> {
        byte[] reason = r.reason().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(reason.length, LONGEST_REASON);
        yield out(4, Long.BYTES + Integer.BYTES + length)
            .putLong(r.order())
            .putInt(length)
            .put(reason, 0, length)
            .array();
      }
      case Reply.Cancelled r -> out(5, Long.BYTES).putLong(r.order()).array();
      case Reply.Stated r ->
          out(8, 2 * Long.BYTES + 1)
              .putLong(r.order())
              .put((byte) r.state().ordinal())
              .putDouble(r.filled())
              .array();
      case Reply.Holds r -> {
        int count = listed(r.open().size());
        ByteBuffer out = out(9, (2 + count) * Long.BYTES + Integer.BYTES);
        out.putLong(r.question()).putDouble(r.position()).putInt(count);
        r.open().forEach(out::putLong);
        yield out.array();
      }
    };
  }

  /// A record of this type with so many bytes of fields.
  private static ByteBuffer out(int type, int bytes) {
    return ByteBuffer.allocate(2 + bytes).put(VERSION).put((byte) type);
  }

  private static int listed(int orders) {
    if (orders > OPEN_ORDERS_LISTED) {
      throw new IllegalArgumentException(
          "an answer lists at most %d open orders, was %d".formatted(OPEN_ORDERS_LISTED, orders));
    }
    return orders;
  }

  public static byte[] bytes(Question question) {
    ByteBuffer out = ByteBuffer.allocate(2 + Long.BYTES).put(VERSION);
    switch (question) {
      case Question.OfOrder q -> out.put((byte) 6).putLong(q.order());
      case Question.OfAccount q -> out.put((byte) 7).putLong(q.number());
    }
    return out.array();
  }

  public static Question question(byte[] bytes) {
    ByteBuffer in = body(bytes, 6, 7);
    try {
      return bytes[1] == 6
          ? new Question.OfOrder(in.getLong())
          : new Question.OfAccount(in.getLong());
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a question's record is cut short", e);
    }
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
    ByteBuffer in = body(bytes, 2, 9);
    try {
      return switch (bytes[1]) {
        case 2 -> new Reply.Acknowledged(in.getLong());
        case 3 -> new Reply.Filled(in.getLong(), in.getInt(), in.getDouble(), in.getDouble());
        case 4 -> new Reply.Rejected(in.getLong(), reason(in));
        case 5 -> new Reply.Cancelled(in.getLong());
        case 8 -> new Reply.Stated(in.getLong(), state(in.get()), in.getDouble());
        case 9 -> new Reply.Holds(in.getLong(), in.getDouble(), open(in));
        default -> throw new IllegalArgumentException("a question is no reply");
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

  private static Reply.State state(byte ordinal) {
    return switch (ordinal) {
      case 0 -> Reply.State.UNKNOWN;
      case 1 -> Reply.State.OPEN;
      case 2 -> Reply.State.CLOSED;
      default -> throw new IllegalArgumentException("no state of an order has number " + ordinal);
    };
  }

  private static List<Long> open(ByteBuffer in) {
    int count = in.getInt();
    if (count < 0 || count > OPEN_ORDERS_LISTED) {
      throw new IllegalArgumentException("an answer lists " + count + " open orders");
    }
    List<Long> open = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      open.add(in.getLong());
    }
    return open;
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
