package sorte.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final int SMALL = 4096;

  @TempDir Path folder;

  @Test
  void what_was_written_is_read_in_order_over_many_segments() throws IOException {
    try (Journal journal = Journal.open(folder, Disk.mapped(), SMALL)) {
      for (int i = 0; i < 500; i++) {
        assertThat(journal.append(bar(i))).isEqualTo(i);
      }
    }
    assertThat(events()).hasSize(500).startsWith(bar(0)).endsWith(bar(499));
    assertThat(Files.list(folder).count()).isGreaterThan(5);
  }

  @Test
  void a_reader_follows_while_events_are_appended() throws IOException {
    try (Journal journal = Journal.open(folder, Disk.mapped(), SMALL)) {
      Cursor cursor = journal.read();
      for (int i = 0; i < 300; i++) {
        assertThat(cursor.next()).isEmpty();
        journal.append(bar(i));
        assertThat(cursor.next()).contains(bar(i));
      }
    }
  }

  @Test
  void appending_goes_on_where_the_journal_ended_wherever_that_was() throws IOException {
    for (int i = 0; i < 200; i++) {
      try (Journal journal = Journal.open(folder, Disk.mapped(), SMALL)) {
        assertThat(journal.size()).isEqualTo(i);
        journal.append(bar(i));
      }
    }
    assertThat(events()).hasSize(200);
  }

  @Test
  void a_torn_tail_is_cleared() throws IOException {
    writeUnforced(10);
    damage(lastRecord(10) + 20, 6);
    try (Journal journal = Journal.open(folder, Disk.mapped(), SMALL)) {
      assertThat(journal.size()).isEqualTo(9);
      journal.append(bar(9));
    }
    assertThat(events()).hasSize(10);
  }

  @Test
  void a_record_whose_length_was_not_written_is_no_record() throws IOException {
    writeUnforced(10);
    damage(lastRecord(10), 4);
    try (Journal journal = Journal.open(folder, Disk.mapped(), SMALL)) {
      assertThat(journal.size()).isEqualTo(9);
    }
  }

  @Test
  void a_bad_record_before_the_tail_stops_and_is_named() throws IOException {
    write(10);
    damage(lastRecord(4) + 20, 6);
    assertThatThrownBy(() -> Journal.open(folder, Disk.mapped(), SMALL))
        .isInstanceOf(CorruptLog.class)
        .hasMessageContaining("record 3")
        .hasMessageContaining("0000000000.segment");
  }

  @Test
  void a_bad_record_in_an_earlier_segment_stops_and_is_named() throws IOException {
    write(200);
    damage(lastRecord(4) + 20, 6);
    assertThatThrownBy(() -> Journal.open(folder, Disk.mapped(), SMALL))
        .isInstanceOf(CorruptLog.class)
        .hasMessageContaining("record 3");
  }

  @Test
  void a_full_disk_is_seen_a_whole_segment_before_it_hurts() throws IOException {
    boolean[] full = {false};
    Journal journal = Journal.open(folder, new Filling(full), SMALL);
    full[0] = true;
    int written = 0;
    while (!journal.runningShort()) {
      journal.append(bar(written++));
    }
    int room = 0;
    try {
      while (true) {
        journal.append(bar(written + room));
        room++;
      }
    } catch (JournalFull e) {
      assertThat(room).isGreaterThan(20);
      assertThat(e).hasMessageContaining("free the disk");
    }
    full[0] = false;
    journal.append(bar(written + room));
    assertThat(journal.runningShort()).isFalse();
    assertThat(events()).hasSize(written + room + 1);
  }

  @Test
  void what_is_prepared_changes_no_byte_of_what_is_written() throws IOException {
    Path plain = folder.resolve("plain");
    Path prepared = folder.resolve("prepared");
    try (Journal one = Journal.open(plain);
        Journal other = Journal.open(prepared)) {
      for (int i = 0; i < 500; i++) {
        one.append(bar(i));
        other.append(bar(i));
        other.prepare();
        if (i % 97 == 0) {
          other.force();
        }
      }
    }
    assertThat(Files.readAllBytes(Segment.name(prepared, 0)))
        .isEqualTo(Files.readAllBytes(Segment.name(plain, 0)));
  }

  @Test
  void a_segment_that_is_nearly_full_is_left_before_a_record_must_wait_for_it() throws IOException {
    int[] made = {0};
    try (Journal journal = Journal.open(folder, new Counting(made), SMALL)) {
      int whileAppending = 0;
      for (int i = 0; i < 500; i++) {
        int before = made[0];
        journal.append(bar(i));
        whileAppending += made[0] - before;
        journal.prepare();
      }
      assertThat(made[0]).isGreaterThan(5);
      assertThat(whileAppending).isZero();
      assertThat(journal.size()).isEqualTo(500);
    }
    assertThat(events()).hasSize(500).startsWith(bar(0)).endsWith(bar(499));
    try (Journal again = Journal.open(folder, Disk.mapped(), SMALL)) {
      assertThat(again.append(bar(500))).isEqualTo(500);
    }
  }

  @Test
  void on_a_full_disk_nothing_is_prepared_and_what_room_there_is_is_used() throws IOException {
    boolean[] full = {false};
    Journal journal = Journal.open(folder, new Filling(full), SMALL);
    full[0] = true;
    int written = 0;
    while (!journal.runningShort()) {
      journal.append(bar(written++));
      journal.prepare();
    }
    int room = 0;
    try {
      while (true) {
        journal.append(bar(written + room));
        room++;
        journal.prepare();
      }
    } catch (JournalFull e) {
      assertThat(room).isGreaterThan(20);
    }
    assertThat(events()).hasSize(written + room);
  }

  /// The machine's disk, counting the files that are made.
  private record Counting(int[] made) implements Disk {
    @Override
    public boolean holds(Path file) {
      return Disk.mapped().holds(file);
    }

    @Override
    public void make(Path file, int size) throws IOException {
      made[0]++;
      Disk.mapped().make(file, size);
    }

    @Override
    public Region open(Path file) throws IOException {
      return Disk.mapped().open(file);
    }
  }

  /// The machine's disk, full whenever a test says so.
  private record Filling(boolean[] full) implements Disk {
    @Override
    public boolean holds(Path file) {
      return Disk.mapped().holds(file);
    }

    @Override
    public void make(Path file, int size) throws IOException {
      if (full[0]) {
        throw new IOException("No space left on device");
      }
      Disk.mapped().make(file, size);
    }

    @Override
    public Region open(Path file) throws IOException {
      return Disk.mapped().open(file);
    }
  }

  @Test
  void a_tail_that_was_forced_is_never_cut() throws IOException {
    write(10);
    damage(lastRecord(10) + 20, 6);
    assertThatThrownBy(() -> Journal.open(folder, Disk.mapped(), SMALL))
        .isInstanceOf(CorruptLog.class)
        .hasMessageContaining("record 9 at byte " + lastRecord(10));
  }

  private void write(int count) throws IOException {
    writeUnforced(count).close();
  }

  /// As a process leaves it that is killed.
  private Journal writeUnforced(int count) throws IOException {
    Journal journal = Journal.open(folder, Disk.mapped(), SMALL);
    for (int i = 0; i < count; i++) {
      journal.append(bar(i));
    }
    return journal;
  }

  /// Where the `count`th bar of the first segment begins.
  private static int lastRecord(int count) {
    int at = Segment.HEADER;
    for (int i = 1; i < count; i++) {
      at = Segment.after(at, 2 + 8 + 1 + 6 * 8);
    }
    return at;
  }

  private void damage(int at, int count) throws IOException {
    Path file = Segment.name(folder, 0);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = at; i < at + count; i++) {
      bytes[i] = 0;
    }
    Files.write(file, bytes);
  }

  private List<Event> events() throws IOException {
    List<Event> events = new ArrayList<>();
    Cursor cursor = new Cursor(folder, Disk.mapped());
    for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
      events.add(e.get());
    }
    return events;
  }

  static Event bar(int i) {
    return new Event.BarClosed(i, true, 1000L * i, 1.5 + i, 2.5 + i, 0.5 + i, 2 + i, 10);
  }
}
