package sorte.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A flipped bit is found and named, or lies where nothing is read, or in what nobody ever forced;
/// it is never read as something else.
class FlippedBitsTest {
  private static final int SEGMENT = 1024;

  /// A record's bytes, and those of a segment's head.
  private static final int LONGEST = 80;

  private static final Path A = Path.of("a");

  private final MemoryDisk disk = new MemoryDisk();

  @Test
  void each_bit_of_a_journal_that_was_forced_is_found_or_changes_nothing() throws IOException {
    List<Event> events = write(A, 40).closed();
    Tally tally = sweep(events, events.size(), 1);
    assertThat(tally.cut).isZero();
    assertThat(tally.found).isGreaterThan(40 * 60);
    System.out.println(tally);
  }

  @Test
  void in_what_was_never_forced_a_flipped_bit_cuts_and_never_changes() throws IOException {
    Written written = write(A, 12);
    written.journal.force();
    for (int i = 12; i < 16; i++) {
      written.append(JournalTest.bar(i));
    }
    Tally tally = sweep(written.events, 12, 1);
    assertThat(tally.cut).isPositive();
    assertThat(tally.found).isPositive();
    System.out.println(tally);
  }

  @Test
  void random_bits_of_a_larger_journal_are_found() throws IOException {
    List<Event> events = write(A, 3000).closed();
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Tally tally = sweep(events, events.size(), seed);
    assertThat(tally.cut).isZero();
  }

  /// What flips came to.
  private static final class Tally {
    int found;
    int cut;
    int harmless;

    @Override
    public String toString() {
      return found + " flips found and named, " + cut + " cut the tail, " + harmless + " harmless";
    }
  }

  private record Written(Journal journal, List<Event> events) {
    void append(Event event) throws IOException {
      journal.append(event);
      events.add(event);
    }

    List<Event> closed() {
      journal.close();
      return events;
    }
  }

  private Written write(Path journal, int count) throws IOException {
    Written written = new Written(Journal.open(journal, disk, SEGMENT), new ArrayList<>());
    for (int i = 0; i < count; i++) {
      written.append(JournalTest.bar(i));
    }
    return written;
  }

  /// Flips a bit of each byte of a small journal, of some hundreds of a larger one.
  private Tally sweep(List<Event> events, int forced, long seed) throws IOException {
    Tally tally = new Tally();
    SplittableRandom random = new SplittableRandom(seed);
    for (Path file : disk.files()) {
      for (int at = 0; at < disk.size(file); at++) {
        if (events.size() <= 1000 || random.nextInt(100) == 0) {
          MemoryDisk damaged = disk.copy();
          damaged.flip(file, at, random.nextInt(8));
          look(damaged, file, at, events, forced, tally);
        }
      }
    }
    return tally;
  }

  private static void look(
      MemoryDisk damaged, Path flipped, int at, List<Event> events, int forced, Tally tally)
      throws IOException {
    String where = "byte " + at + " of " + flipped;
    try (Journal journal = Journal.open(A, damaged, SEGMENT)) {
      List<Event> read = new ArrayList<>();
      Cursor cursor = journal.read();
      for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
        read.add(e.get());
      }
      assertThat(read.size()).as(where).isBetween(forced, events.size());
      assertThat(read).as(where).isEqualTo(events.subList(0, read.size()));
      if (read.size() < events.size()) {
        tally.cut++;
      } else {
        tally.harmless++;
      }
    } catch (CorruptLog e) {
      assertThat(e.getMessage()).as(where).contains(flipped.toString()).contains("at byte");
      int named = Integer.parseInt(e.getMessage().replaceAll(".* at byte (\\d+) is.*", "$1"));
      assertThat(at - named).as(where + ": " + e.getMessage()).isBetween(0, LONGEST);
      tally.found++;
    }
  }
}
