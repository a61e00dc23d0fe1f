package sorte.trading.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.market.BarsReading.Bad;
import sorte.trading.market.BarsReading.Read;

class ColumnFileTest {
  private static final String ORIGIN = "ab".repeat(32);

  @TempDir Path folder;

  private final Bars bars = new BuiltInMarket(7).take(5_000);

  private Path file() {
    return folder.resolve("a" + ColumnFile.ENDING);
  }

  private static void same(Bars one, Bars other) {
    assertThat(one.size()).isEqualTo(other.size());
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.bar(i)).isEqualTo(other.bar(i));
    }
  }

  @Test
  void what_was_written_is_read_back_to_the_bit() throws IOException {
    ColumnFile.Header written = ColumnFile.write(file(), bars, ORIGIN);
    assertThat(ColumnFile.header(file())).contains(written);
    assertThat(written.origin()).isEqualTo(ORIGIN);
    Read read = (Read) BarsFile.read(file());
    same(read.bars(), bars);
    assertThat(read.sha256()).isEqualTo(written.sha256()).isEqualTo(BarsFile.digest(file()));
    assertThat(ColumnFile.digest(bars)).isEqualTo(written.sha256());
  }

  @Test
  void bars_that_are_more_than_one_piece_are_read_back_too() throws IOException {
    Bars many = new BuiltInMarket(8).take(200_001);
    ColumnFile.write(file(), many, "");
    same(((Read) BarsFile.read(file())).bars(), many);
  }

  @Test
  void the_latest_bars_are_those_of_the_whole_file_and_none_where_it_was_altered()
      throws IOException {
    Bars many = new BuiltInMarket(8).take(30_001);
    ColumnFile.write(file(), many, "");
    for (int most : new int[] {0, 1, 8_191, 8_192, 8_193, 30_001, 40_000}) {
      Bars latest = ((Read) ColumnFile.latest(file(), most)).bars();
      same(latest, many.slice(Math.max(0, many.size() - most), many.size()));
    }
    byte[] all = Files.readAllBytes(file());
    all[5_000] ^= 1; // a bar that is looked at and not kept
    Files.write(file(), all);
    assertThat(ColumnFile.latest(file(), 10)).isInstanceOf(Bad.class);
  }

  @Test
  void no_bars_are_bars_too() throws IOException {
    ColumnFile.write(file(), Bars.NONE, "");
    assertThat(((Read) BarsFile.read(file())).bars().isEmpty()).isTrue();
  }

  @Test
  void the_digest_is_of_the_bars_and_of_nothing_else() throws IOException {
    String one = ColumnFile.write(file(), bars, ORIGIN).sha256();
    assertThat(ColumnFile.write(file(), bars.slice(0, bars.size()), "").sha256()).isEqualTo(one);
    assertThat(ColumnFile.write(file(), bars.slice(1, bars.size()), "").sha256()).isNotEqualTo(one);
  }

  @Test
  void a_flipped_bit_anywhere_in_header_or_columns_is_found() throws IOException {
    ColumnFile.write(file(), bars, ORIGIN);
    byte[] whole = Files.readAllBytes(file());
    SplittableRandom random = new SplittableRandom(20260101);
    for (int i = 0; i < 60; i++) {
      byte[] altered = whole.clone();
      int at =
          i % 2 == 0
              ? random.nextInt(116) // the header up to its check
              : ColumnHeader.BYTES + random.nextInt(whole.length - ColumnHeader.BYTES);
      if (at >= 12 && at < 16) {
        continue; // kept for later versions, told by the check all the same
      }
      altered[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), altered);
      assertThat(BarsFile.read(file())).as("byte %d, seed 20260101", at).isInstanceOf(Bad.class);
    }
  }

  @Test
  void a_file_that_is_cut_short_or_grown_is_refused() throws IOException {
    ColumnFile.write(file(), bars, ORIGIN);
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[] {0, 100, ColumnHeader.BYTES, whole.length - 1, whole.length + 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(ColumnFile.header(file())).isEmpty();
      Bad bad = (Bad) BarsFile.read(file());
      assertThat(bad.problems().getFirst().rule()).isEqualTo("bad-columns");
    }
  }

  @Test
  void rows_that_are_no_bars_are_refused_even_when_every_check_fits() throws IOException {
    Bars sound = bars.slice(0, 3);
    ColumnFile.Header header = ColumnFile.write(file(), sound, "");
    byte[] bytes = Files.readAllBytes(file());
    var columns = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    columns.putLong(ColumnHeader.BYTES + 8, columns.getLong(ColumnHeader.BYTES)); // time stands
    int[] checks = new int[ColumnHeader.COLUMNS];
    for (int i = 0; i < checks.length; i++) {
      var check = new java.util.zip.CRC32C();
      check.update(bytes, ColumnHeader.BYTES + i * 24, 24);
      checks[i] = (int) check.getValue();
    }
    byte[] head = new ColumnHeader(3, header.sha256(), header.origin(), checks).bytes().array();
    System.arraycopy(head, 0, bytes, 0, head.length);
    Files.write(file(), bytes);
    assertThat(((Bad) BarsFile.read(file())).message()).contains("row 2");
  }
}
