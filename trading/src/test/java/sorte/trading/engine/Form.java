package sorte.trading.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;

/// The journal's files as docs/journal.md describes them, by code that shares nothing with the
/// journal's: what was read must stand on the disk in the form that every build reads, byte for
/// byte.
final class Form {
  private static final long MAGIC =
      ByteBuffer.wrap("SORTEJNL".getBytes(StandardCharsets.US_ASCII)).getLong();
  private static final int FORMAT = 1;
  private static final int HEAD = 32;
  private static final int RECORD_HEAD = 8;
  private static final int END = -1;

  /// Where the mark of what was forced stands, and how many of its bits check the others.
  private static final int MARK = 28;

  private static final int BEGUN = 24;

  private static final int MARK_CHECK = 12;

  private final SimulatedDisk disk;
  private final Path folder;
  private ByteBuffer file = ByteBuffer.allocate(0);
  private int index = -1;
  private int at;
  private long number;

  Form(SimulatedDisk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
  }

  /// How many records stand as they should.
  long check(Cursor journal) throws IOException {
    following();
    for (Optional<Event> e = journal.next(); e.isPresent(); e = journal.next()) {
      byte[] stands = next();
      if (!Arrays.equals(stands, bytes(e.get()))) {
        throw new Broken(
            "record %d is not in the form it is read for ever: %s".formatted(number, e));
      }
      number++;
    }
    return number;
  }

  /// All that stands in the last file is said to be forced: its mark is where its records end.
  void marked() {
    while (begun(index + 1)) {
      file = disk.content(folder.resolve(name(++index)));
    }
    if (index < 0) {
      return;
    }
    int end = HEAD;
    while (end + RECORD_HEAD <= file.capacity() && file.getInt(end) > 0) {
      end = behind(end, file.getInt(end));
    }
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(end).flip());
    int mark = end / Long.BYTES << MARK_CHECK | ((int) crc.getValue() & (1 << MARK_CHECK) - 1);
    if (file.getInt(MARK) != mark) {
      throw new Broken("forced up to byte " + end + " of file " + index + ", and marked otherwise");
    }
  }

  private boolean begun(int number) {
    Path next = folder.resolve(name(number));
    return disk.holds(next) && disk.content(next).getInt(BEGUN) == 1;
  }

  private static int behind(int record, int length) {
    return Math.ceilDiv(record + RECORD_HEAD + length, Long.BYTES) * Long.BYTES;
  }

  private static String name(int number) {
    return "%010d.segment".formatted(number);
  }

  /// The content of the next record.
  private byte[] next() {
    if (at + RECORD_HEAD > file.capacity() || file.getInt(at) == END) {
      following();
    }
    int length = file.getInt(at);
    byte[] content = new byte[length];
    file.get(at + RECORD_HEAD, content);
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    crc.update(content);
    if (file.getInt(at + 4) != (int) crc.getValue()) {
      throw new Broken("the check of record " + number + " is another");
    }
    at = behind(at, length);
    return content;
  }

  private void following() {
    index++;
    file = disk.content(folder.resolve(name(index)));
    at = HEAD;
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(20).putLong(MAGIC).putInt(FORMAT).putLong(number).flip());
    boolean head =
        file.getLong(0) == MAGIC
            && file.getInt(8) == FORMAT
            && file.getInt(12) == (int) crc.getValue()
            && file.getLong(16) == number
            && file.getInt(BEGUN) == 1;
    if (!head) {
      throw new Broken("the head of file %d is not as it should be".formatted(index));
    }
  }

  private static byte[] bytes(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      put(event, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(Event event, DataOutputStream out) throws IOException {
    switch (event) {
      case Event.Opened e -> put(out, 1, e.account());
      case Event.TakenUp e -> put(out, 2, e.diedIn());
      case Event.BarClosed e ->
          put(
              out,
              3,
              e.number(),
              e.live(),
              e.time(),
              e.open(),
              e.high(),
              e.low(),
              e.close(),
              e.volume());
      case Event.MarketEnded _ -> put(out, 4);
      case Event.Commanded e ->
          put(
              out,
              5,
              e.commandId(),
              e.verb(),
              e.change(),
              e.artifact(),
              e.slot(),
              e.share(),
              e.lossBudget(),
              e.reason(),
              e.close(),
              e.release());
      case Event.VenueReplied e -> put(out, 6, e.reply());
      case Event.DecisionFaulted e -> put(out, 7, e.slot(), e.bar(), e.code(), e.detail());
      case Event.FollowerFaulted e -> put(out, 8, e.change(), e.bar(), e.code(), e.detail());
      case Event.Deciding e -> put(out, 9, e.slot(), e.bar());
      case Event.Decided e -> put(out, 10, e.slot(), e.bar(), e.mask(), e.stopDistance(), e.hash());
      case Event.IdsReserved e -> put(out, 11, e.from(), e.upTo());
      case Event.OrderSent e -> put(out, 12, e.order());
      case Event.OrderDenied e -> put(out, 13, e.order(), e.slot(), e.rule(), e.seen(), e.limit());
      case Event.Answered e -> put(out, 14, e.commandId(), e.answer());
      case Event.Noted e ->
          put(out, 15, e.type(), e.bar(), e.time(), e.change(), e.slot(), e.detail());
      case Event.Measured e -> put(out, 16, e.what(), e.bar(), e.micros());
      case Event.DiskSeen e -> put(out, 17, e.runningShort());
      case Event.MarketSeen e -> put(out, 30, e.stale());
    }
  }

  private static void put(DataOutputStream out, int type, Object... fields) throws IOException {
    out.writeByte(type);
    out.writeByte(1); // the version of the form
    for (Object field : fields) {
      switch (field) {
        case Long l -> out.writeLong(l);
        case Integer i -> out.writeInt(i);
        case Double d -> out.writeDouble(d);
        case Boolean b -> out.writeByte(b ? 1 : 0);
        case String s -> bytes(out, s.getBytes(StandardCharsets.UTF_8));
        case byte[] b -> bytes(out, b);
        default -> throw new IllegalStateException("no form for " + field);
      }
    }
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
