package sorte.trading.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Events as bytes: one byte for the type, one for the version of its form, then its fields in
/// order, big-endian; texts and byte strings after their length. A form that was ever written is
/// read for ever: a changed event gets a new version, never a changed old one.
public final class EventCodec {

  /// The longest text or byte string, in bytes.
  public static final int LONGEST_FIELD = 64 * 1024;

  private static final byte VERSION = 1;

  private EventCodec() {}

  public static void write(Event event, ByteBuffer out) {
    switch (event) {
      case Event.Opened e -> texts(head(out, 1), e.account());
      case Event.TakenUp e -> head(out, 2).putLong(e.diedIn());
      case Event.BarClosed e ->
          head(out, 3)
              .putLong(e.number())
              .put(flag(e.live()))
              .putLong(e.time())
              .putDouble(e.open())
              .putDouble(e.high())
              .putDouble(e.low())
              .putDouble(e.close())
              .putDouble(e.volume());
      case Event.MarketEnded _ -> head(out, 4);
      case Event.Commanded e -> {
        texts(head(out, 5), e.commandId(), e.verb(), e.change(), e.artifact(), e.slot());
        out.putDouble(e.share()).putDouble(e.lossBudget());
        texts(out, e.reason());
        texts(out.put(flag(e.close())), e.release());
      }
      case Event.VenueReplied e -> bytes(head(out, 6), e.reply());
      case Event.DecisionFaulted e ->
          texts(head(out, 7).putLong(e.slot()).putLong(e.bar()), e.code(), e.detail());
      case Event.FollowerFaulted e -> {
        texts(head(out, 8), e.change());
        texts(out.putLong(e.bar()), e.code(), e.detail());
      }
      case Event.Deciding e -> head(out, 9).putLong(e.slot()).putLong(e.bar());
      case Event.Decided e ->
          head(out, 10)
              .putLong(e.slot())
              .putLong(e.bar())
              .putInt(e.mask())
              .putDouble(e.stopDistance())
              .putLong(e.hash());
      case Event.IdsReserved e -> head(out, 11).putLong(e.from()).putLong(e.upTo());
      case Event.OrderSent e -> bytes(head(out, 12), e.order());
      case Event.OrderDenied e -> {
        texts(head(out, 13).putLong(e.order()), e.slot(), e.rule());
        out.putDouble(e.seen()).putDouble(e.limit());
      }
      case Event.Answered e -> texts(head(out, 14), e.commandId(), e.answer());
      case Event.Noted e -> {
        texts(head(out, 15), e.type());
        texts(out.putLong(e.bar()).putLong(e.time()), e.change(), e.slot(), e.detail());
      }
      case Event.DiskSeen e -> head(out, 17).put(flag(e.runningShort()));
      case Event.MarketSeen e -> head(out, 30).put(flag(e.stale()));
      case Event.Measured e -> {
        texts(head(out, 16), e.what());
        out.putLong(e.bar()).putLong(e.micros());
      }
    }
  }

  /// @throws IllegalArgumentException for a type or a version that this build does not know
  public static Event read(ByteBuffer in) {
    byte type = in.get();
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "event of type " + type + " has form " + version + ", this build reads " + VERSION);
    }
    return switch (type) {
      case 1 -> new Event.Opened(text(in));
      case 2 -> new Event.TakenUp(in.getLong());
      case 3 ->
          new Event.BarClosed(
              in.getLong(),
              in.get() != 0,
              in.getLong(),
              in.getDouble(),
              in.getDouble(),
              in.getDouble(),
              in.getDouble(),
              in.getDouble());
      case 4 -> new Event.MarketEnded();
      case 5 ->
          new Event.Commanded(
              text(in),
              text(in),
              text(in),
              text(in),
              text(in),
              in.getDouble(),
              in.getDouble(),
              text(in),
              in.get() != 0,
              text(in));
      case 6 -> new Event.VenueReplied(bytes(in));
      case 7 -> new Event.DecisionFaulted(in.getLong(), in.getLong(), text(in), text(in));
      case 8 -> new Event.FollowerFaulted(text(in), in.getLong(), text(in), text(in));
      case 9 -> new Event.Deciding(in.getLong(), in.getLong());
      case 10 ->
          new Event.Decided(in.getLong(), in.getLong(), in.getInt(), in.getDouble(), in.getLong());
      case 11 -> new Event.IdsReserved(in.getLong(), in.getLong());
      case 12 -> new Event.OrderSent(bytes(in));
      case 13 ->
          new Event.OrderDenied(in.getLong(), text(in), text(in), in.getDouble(), in.getDouble());
      case 14 -> new Event.Answered(text(in), text(in));
      case 15 ->
          new Event.Noted(text(in), in.getLong(), in.getLong(), text(in), text(in), text(in));
      case 16 -> new Event.Measured(text(in), in.getLong(), in.getLong());
      case 17 -> new Event.DiskSeen(in.get() != 0);
      case 30 -> new Event.MarketSeen(in.get() != 0);
      default -> throw new IllegalArgumentException("no event has type " + type);
    };
  }

  /// Whether two events are the same to the bit.
  public static boolean same(Event one, Event other) {
    return same(
        one,
        other,
        ByteBuffer.allocate(Journal.LONGEST_RECORD),
        ByteBuffer.allocate(Journal.LONGEST_RECORD));
  }

  /// The same, in two buffers that are used again: a replay compares every record.
  public static boolean same(Event one, Event other, ByteBuffer a, ByteBuffer b) {
    write(one, a.clear());
    write(other, b.clear());
    return a.flip().equals(b.flip());
  }

  private static ByteBuffer head(ByteBuffer out, int type) {
    return out.put((byte) type).put(VERSION);
  }

  private static byte flag(boolean value) {
    return value ? (byte) 1 : 0;
  }

  private static void texts(ByteBuffer out, String... values) {
    for (String value : values) {
      bytes(out, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void bytes(ByteBuffer out, byte[] value) {
    if (value.length > LONGEST_FIELD) {
      throw new IllegalArgumentException(
          "a field of an event holds at most " + LONGEST_FIELD + " bytes, was " + value.length);
    }
    out.putInt(value.length).put(value);
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > LONGEST_FIELD || length > in.remaining()) {
      throw new IllegalArgumentException("a field of an event has length " + length);
    }
    byte[] value = new byte[length];
    in.get(value);
    return value;
  }
}
