package sorte.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A flipped bit is found and named, or lies where nothing is read, or in what nobody ever forced;
/// it is never read as something else.
class FlippedBitsTest {
  private static final int SEGMENT = 1024;

  @TempDir Path folder;

  @Test
  void each_bit_of_a_journal_that_was_forced_is_found_or_changes_nothing() throws IOException {
    List<Event> events = write(folder.resolve("a"), 40).closed();
    Tally tally = sweep(folder.resolve("a"), events, events.size(), 1);
    assertThat(tally.cut).isZero();
    assertThat(tally.found).isGreaterThan(40 * 60);
    System.out.println(tally);
  }

  @Test
  void in_what_was_never_forced_a_flipped_bit_cuts_and_never_changes() throws IOException {
    Written written = write(folder.resolve("b"), 12);
    written.journal.force();
    for (int i = 12; i < 16; i++) {
      written.append(JournalTest.bar(i));
    }
    Tally tally = sweep(folder.resolve("b"), written.events, 12, 1);
    assertThat(tally.cut).isPositive();
    assertThat(tally.found).isPositive();
    System.out.println(tally);
  }

  @Test
  void random_bits_of_a_larger_journal_are_found() throws IOException {
    List<Event> events = write(folder.resolve("c"), 3000).closed();
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Tally tally = sweep(folder.resolve("c"), events, events.size(), seed);
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

  private static Written write(Path journal, int count) throws IOException {
    Written written =
        new Written(Journal.open(journal, Disk.mapped(), SEGMENT), new ArrayList<>());
    for (int i = 0; i < count; i++) {
      written.append(JournalTest.bar(i));
    }
    return written;
  }

  /// Flips bit after bit: each one of a small journal, some hundreds of a larger one.
  private static Tally sweep(Path journal, List<Event> events, int forced, long seed)
      throws IOException {
    Tally tally = new Tally();
    SplittableRandom random = new SplittableRandom(seed);
    Path damaged = journal.resolveSibling(journal.getFileName() + "-damaged");
    for (Path file : files(journal)) {
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at++) {
        if (events.size() > 1000 && random.nextInt(500) != 0) {
          continue;
        }
        copy(journal, damaged);
        byte[] bytes = whole.clone();
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Path flipped = damaged.resolve(file.getFileName());
        Files.write(flipped, bytes);
        look(damaged, flipped, at, events, forced, tally);
      }
    }
    return tally;
  }

  private static void look(
      Path damaged, Path flipped, int at, List<Event> events, int forced, Tally tally)
      throws IOException {
    String where = "byte " + at + " of " + flipped.getFileName();
    try (Journal journal = Journal.open(damaged, Disk.mapped(), SEGMENT)) {
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
      if (e.record() >= 0 && e.record() < events.size()) {
        assertThat(at).as(e.getMessage()).isGreaterThanOrEqualTo(Segment.HEADER - 4);
      }
      tally.found++;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var listed = Files.list(folder)) {
      return listed.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(to)) {
      Files.delete(file);
    }
    for (Path file : files(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }
}
