package sorte.trading.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32C;

/// Each single thing that the journal does to its disk, held against docs/journal.md: a record's
/// length is written last, nothing is written anywhere else; what is of weight is forced before
/// anything follows it, and nothing else is; a file lies ready behind the one in use, and is begun
/// when that one is full, or nearly so and nothing waits.
final class Strokes implements SimulatedDisk.Watch {
  private static final int HEAD = 32;
  private static final int BEGUN_AT = 24;
  private static final int MARK_AT = 28;
  private static final int MARK_CHECK = 12;
  private static final int CHUNK = 4096;
  private static final int TRIED_AGAIN_EVERY = 1024;

  /// A file with less than this part of it left is left where nothing waits.
  private static final int NEARLY_FULL = 16;

  private static final byte COMMANDED = 5;
  private static final byte IDS_RESERVED = 11;
  private static final byte ANSWERED = 14;
  private static final byte NOTED = 15;

  private static final Set<String> OF_WEIGHT =
      Set.of(
          "SlotLoaded",
          "SlotPromoted",
          "SlotRolledBack",
          "Halted",
          "HaltPositions",
          "LimitsChanged");

  private enum Awaited {
    ANYTHING,
    CHECK,
    LENGTH,
    MARK,
    /// The file in use is full: it is forced, and the next one begun.
    LAST_FORCE,
    HEADER,
    BEGUN,
    FIRST_FORCE
  }

  private final SimulatedDisk disk;
  private final Path folder;
  private final int size;
  private boolean opening = true;
  private Awaited awaited = Awaited.ANYTHING;
  private int index;
  private int named = -1;
  private Path here;
  private Path next;
  private int end;
  private long number;
  private int length;
  private int check;
  private int putAgain;
  private Path lastPut;
  private int forces;
  private int marked;
  private boolean begun;
  private boolean weight;
  private boolean mustForce;
  private boolean mayForce;
  private boolean edition;
  private boolean refused;
  private boolean tries;
  private boolean roomWasLeft;
  private int leftAt;

  Strokes(SimulatedDisk disk, Path folder, int size) {
    this.disk = disk;
    this.folder = folder;
    this.here = folder;
    this.next = folder;
    this.lastPut = folder;
    this.size = size;
  }

  /// A process opens the journal: it may cut, and put again what is left.
  void opens() {
    opening = true;
    putAgain = 0;
    refused = false;
    forces = 0;
    marked = 0;
    begun = false;
  }

  /// It was opened.
  void opened() {
    index = 0;
    number = 0;
    edition = false;
    walk();
    while (disk.holds(file(index + 1)) && disk.content(file(index + 1)).getInt(BEGUN_AT) == 1) {
      index++;
      walk();
    }
    ByteBuffer last = disk.content(file(index));
    boolean closed = end + 8 <= size && last.getInt(end) == -1;
    for (int at = end + (closed ? 8 : 0); at + 8 <= size; at += 8) {
      if (last.getLong(at) != 0) {
        throw new Broken("behind the end of file %d something is left at %d".formatted(index, at));
      }
    }
    if (putAgain != Math.min(size, end + 8)
        || !file(index).equals(lastPut)
        || forces != (begun ? 2 : 1)
        || marked != mark(end)) {
      throw new Broken(
          "what is left up to %d was put again up to %d, forced %d times, marked %d"
              .formatted(end, putAgain, forces, marked));
    }
    end = closed ? size : end;
    opening = false;
    awaited = Awaited.ANYTHING;
    mustForce = false;
    mayForce = true;
    tries = false;
    roomWasLeft = false;
    ready();
  }

  private void walk() {
    ByteBuffer file = disk.content(file(index));
    end = HEAD;
    while (end + 8 <= size && file.getInt(end) > 0) {
      settles(file.slice(end + 8, file.getInt(end)));
      end = behind(end, file.getInt(end));
      number++;
    }
  }

  private static int behind(int at, int length) {
    return Math.ceilDiv(at + 8 + length, 8) * 8;
  }

  private Path file(int of) {
    if (named != index) {
      here = folder.resolve("%010d.segment".formatted(index));
      next = folder.resolve("%010d.segment".formatted(index + 1));
      named = index;
    }
    return of == index ? here : next;
  }

  /// Somebody forces the journal from outside.
  void asked() {
    mayForce = true;
  }

  /// A step is over.
  ///
  /// @param batch whether what comes next was made ready
  void settled(boolean batch) {
    if (mustForce || awaited != Awaited.ANYTHING) {
      throw new Broken("a step ends, and the disk waits for more: " + awaited);
    }
    ready();
    if (batch && !refused && size - end < size / NEARLY_FULL) {
      throw new Broken("file %d is full up to %d, and is not left".formatted(index, end));
    }
    mayForce = false;
  }

  /// The next file lies ready, or there was no room.
  private void ready() {
    if (!refused && !disk.holds(file(index + 1))) {
      throw new Broken("no file lies ready behind file " + index);
    }
  }

  @Override
  public void put(Path file, int at, ByteBuffer bytes) {
    if (opening) {
      again(file, at, bytes);
      return;
    }
    if (awaited == Awaited.MARK && end + 8 > size && file.equals(file(index + 1))) {
      leaves(); // there was no place for a mark of its end
      awaited = Awaited.HEADER;
    }
    if (awaited == Awaited.HEADER) {
      if (!file.equals(file(index + 1)) || !clears(file, at, bytes)) { // what a death left there
        begins(file, at, bytes);
      }
      return;
    }
    length = bytes.remaining();
    boolean record = awaited == Awaited.ANYTHING && file.equals(file(index)) && at == end + 8;
    if (!record || mustForce || tries) {
      throw new Broken(
          "%d bytes are written at %d, records end at %d; forced first: %s, a file made first: %s"
              .formatted(length, at, end, !mustForce, !tries));
    }
    if (roomWasLeft && HEAD + 8 + length <= size) {
      roomWasLeft = false;
      if (leftAt + 8 + length <= size) {
        throw new Broken("file %d was left at %d, and had room".formatted(index - 1, leftAt));
      }
    }
    ready();
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(8).putLong(number).flip());
    crc.update(bytes.duplicate());
    check = (int) crc.getValue();
    weigh(bytes.duplicate());
    awaited = Awaited.CHECK;
  }

  /// What a record of weight is: whoever reads it may count on it.
  private void weigh(ByteBuffer content) {
    byte type = content.get(content.position());
    String note = type == NOTED ? text(content, 2) : "";
    weight = type == IDS_RESERVED || type == ANSWERED || OF_WEIGHT.contains(note);
    settles(content);
  }

  /// Whether somebody asked for an edition of the rules, and was not answered yet.
  private void settles(ByteBuffer content) {
    byte type = content.get(content.position());
    if (type == COMMANDED) {
      int id = content.getInt(content.position() + 2);
      edition = text(content, 2 + 4 + id).equals("edition");
    }
    edition &= type != ANSWERED;
  }

  private static String text(ByteBuffer content, int at) {
    int from = content.position() + at;
    byte[] bytes = new byte[content.getInt(from)];
    content.get(from + 4, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// While a journal is opened its end is cleared, then all that is left is put again.
  private void again(Path file, int at, ByteBuffer bytes) {
    ByteBuffer there = disk.content(file);
    lastPut = file;
    boolean begins = at == 0 && there.getInt(BEGUN_AT) == 0 && bytes.remaining() == HEAD;
    if (begins) {
      begun = true;
      return;
    }
    boolean same = there.slice(at, bytes.remaining()).equals(bytes);
    if (same && at == putAgain && bytes.remaining() <= CHUNK) {
      putAgain += bytes.remaining();
    } else if (!clears(file, at, bytes)) {
      throw new Broken("opened, and %d other bytes are put at %d".formatted(bytes.remaining(), at));
    }
  }

  private boolean clears(Path file, int at, ByteBuffer bytes) {
    return bytes.remaining() == 8
        && bytes.getLong(bytes.position()) == 0
        && disk.content(file).getLong(at) != 0;
  }

  private void begins(Path file, int at, ByteBuffer bytes) {
    ByteBuffer head = ByteBuffer.allocate(HEAD).put("SORTEJNL".getBytes(StandardCharsets.US_ASCII));
    head.putInt(1).putInt(0).putLong(number).putInt(0).putInt(mark(HEAD)).flip();
    CRC32C crc = new CRC32C();
    crc.update(head.slice(0, 12));
    crc.update(head.slice(16, 8));
    head.putInt(12, (int) crc.getValue());
    if (!file.equals(file(index + 1)) || at != 0 || !head.equals(bytes)) {
      throw new Broken("file %d begins otherwise than it should".formatted(index + 1));
    }
    awaited = Awaited.BEGUN;
  }

  private static int mark(int at) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(4).putInt(at).flip());
    return at / 8 << MARK_CHECK | ((int) crc.getValue() & (1 << MARK_CHECK) - 1);
  }

  @Override
  public void publish(Path file, int at, int value) {
    if (opening) {
      boolean marks = at == MARK_AT && marked == 0 && putAgain > 0 && forces > 0;
      right(marks || (begun && at == BEGUN_AT && value == 1 && forces == 0), "a mark", at, value);
      marked = marks ? value : marked;
      return;
    }
    boolean used = file.equals(file(index));
    switch (awaited) {
      case CHECK -> {
        right(used && at == end + 4 && value == check, "a record's check", at, value);
        awaited = Awaited.LENGTH;
      }
      case LENGTH -> {
        right(used && at == end && value == length, "a record's length", at, value);
        awaited = Awaited.ANYTHING;
        end = behind(end, length);
        tries = refused && number % TRIED_AGAIN_EVERY == 0;
        number++;
        mustForce = weight;
        mayForce &= length == 0;
      }
      case MARK -> {
        right(used && at == MARK_AT && value == mark(Math.min(end, size)), "the mark", at, value);
        awaited = Awaited.ANYTHING;
      }
      case BEGUN -> {
        right(file.equals(file(index + 1)) && at == BEGUN_AT && value == 1, "a file", at, value);
        awaited = Awaited.FIRST_FORCE;
      }
      case ANYTHING -> {
        right(used && at == end && value == -1, "the end of a file", at, value);
        leaves();
      }
      case LAST_FORCE, HEADER, FIRST_FORCE ->
          throw new Broken(value + " is written at " + at + ", and " + awaited + " is awaited");
    }
  }

  private void leaves() {
    if (mustForce || refused) {
      throw new Broken("file %d is left before all is forced, or for none".formatted(index));
    }
    leftAt = end;
    roomWasLeft = size - end >= size / NEARLY_FULL;
    awaited = Awaited.LAST_FORCE;
  }

  private static void right(boolean is, String what, int at, int value) {
    if (!is) {
      throw new Broken("%s is not as it should be: %d at %d".formatted(what, value, at));
    }
  }

  @Override
  public void force(Path file) {
    if (opening) {
      forces++;
      boolean whole = marked == 0 && (putAgain > 0 || (begun && forces == 1));
      right(whole, "a force of what is left", putAgain, forces);
      return;
    }
    switch (awaited) {
      case LAST_FORCE -> awaited = Awaited.HEADER;
      case FIRST_FORCE -> {
        awaited = Awaited.ANYTHING;
        index++;
        end = HEAD;
        tries = true;
      }
      case ANYTHING -> {
        if (!mustForce && !mayForce && !edition && end + 8 <= size) {
          throw new Broken("it is forced, and nothing of weight was written");
        }
        mayForce &= mustForce;
        edition &= mustForce;
        mustForce = false;
        awaited = Awaited.MARK;
      }
      default -> throw new Broken("it is forced, and " + awaited + " is awaited");
    }
  }

  @Override
  public void make(Path file, boolean room) {
    boolean behind = opening || (file.equals(file(index + 1)) && awaited == Awaited.ANYTHING);
    boolean due = opening || tries || refused;
    if (disk.holds(file) || !behind || !due) {
      throw new Broken("a file is made that is there, or not wanted: " + file);
    }
    refused = !room;
    tries = false;
  }
}
