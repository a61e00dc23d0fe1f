package sorte.trading.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.trading.market.BarsReading.Bad;
import sorte.trading.market.BarsReading.Read;

class BarsFileTest {
  private static final String HEADER = "time,open,high,low,close,volume\n";
  private static final String GOOD = "2024-01-01T00:00:00Z,10,12,9,11,100\n";

  @TempDir Path folder;

  private BarsReading read(String text) throws IOException {
    return BarsFile.read(Files.writeString(folder.resolve("bars.csv"), text));
  }

  private static Bars taken(BarsReading reading) {
    assertThat(reading).as(String.valueOf(reading)).isInstanceOf(Read.class);
    return ((Read) reading).bars();
  }

  private static Bad refused(BarsReading reading) {
    assertThat(reading).isInstanceOf(Bad.class);
    return (Bad) reading;
  }

  @Test
  void times_are_iso_dates_or_epoch_milliseconds() throws IOException {
    Bars bars =
        taken(
            read(
                HEADER
                    + "1704067200000,1,1,1,1,0\n"
                    + "2024-01-02,1,1,1,1,0\n"
                    + "2024-01-02T00:00:00.001Z,1,1,1,1,0\r\n"
                    + "2024-01-03T12:30:00Z,1,1,1,1,0"));
    assertThat(bars.time(0)).isEqualTo(1_704_067_200_000L);
    assertThat(bars.time(1)).isEqualTo(1_704_153_600_000L);
    assertThat(bars.time(2)).isEqualTo(1_704_153_600_001L);
    assertThat(bars.time(3)).isEqualTo(1_704_285_000_000L);
  }

  @Test
  void a_time_before_1970_is_a_time() throws IOException {
    assertThat(taken(read(HEADER + "-631652400000,16.5,17,16,17,0\n")).time(0))
        .isEqualTo(-631_652_400_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-a-number          | 2024-01-02,abc,12,9,11,100",
        "not-a-number          | 2024-01-02,NaN,12,9,11,100",
        "not-a-number          | 2024-01-02,10,Infinity,9,11,100",
        "not-a-number          | 2024-01-02,10,1e999,9,11,100",
        "not-a-number          | 2024-01-02,10,12,9,11,",
        "not-a-number          | 2024-01-02,10,12,0x1p3,11,100",
        "not-a-number          | 2024-01-02,10f,12,9,11,100",
        "high-below-low        | 2024-01-02,10,8,9,10,100",
        "open-or-close-outside | 2024-01-02,13,12,9,11,100",
        "open-or-close-outside | 2024-01-02,10,12,9,8,100",
        "price-not-positive    | 2024-01-02,0,12,0,11,100",
        "price-not-positive    | 2024-01-02,10,12,-1,11,100",
        "volume-negative       | 2024-01-02,10,12,9,11,-1",
        "time-goes-back        | 2023-12-31,10,12,9,11,100",
        "duplicate-time        | 2024-01-01,10,12,9,11,100",
        "bad-time              | 2024-13-01,10,12,9,11,100",
        "bad-time              | yesterday,10,12,9,11,100",
        "bad-time              | 999999999999999999999,10,12,9,11,100",
        "wrong-columns         | 2024-01-02,10,12,9,11",
        "wrong-columns         | 2024-01-02,10,12,9,11,100,7",
      })
  void a_bad_row_is_named_by_its_line(String rule, String row) throws IOException {
    Bad bad = refused(read(HEADER + GOOD + row + "\n2024-01-05,10,12,9,11,100\n"));
    assertThat(bad.found()).isEqualTo(1);
    assertThat(bad.problems().getFirst().rule()).isEqualTo(rule);
    assertThat(bad.problems().getFirst().line()).isEqualTo(3);
    assertThat(bad.message()).contains("line 3: " + rule).contains("nothing of the file was taken");
  }

  @Test
  void an_empty_line_between_bars_is_a_bad_row() throws IOException {
    assertThat(refused(read(HEADER + GOOD + "\n2024-01-05,1,1,1,1,0\n")).problems())
        .extracting(BarsReading.Problem::line)
        .containsExactly(3L);
  }

  @Test
  void all_problems_are_said_at_once_up_to_a_bound() throws IOException {
    Bad bad = refused(read(HEADER + "x,1,1,1,1,1\n".repeat(50)));
    assertThat(bad.found()).isEqualTo(50);
    assertThat(bad.problems()).hasSize(BarsFile.MOST_NAMED);
    assertThat(bad.message()).contains("line 2").contains("line 21").contains("and 30 more");
  }

  @ParameterizedTest
  @CsvSource({
    "empty-file,''",
    "wrong-header,'time,open,close\n'",
    "wrong-header,'2024-01-01,1,1,1,1,1\n'",
    "no-bars,'time,open,high,low,close,volume\n'",
  })
  void a_file_without_bars_says_so(String rule, String text) throws IOException {
    assertThat(refused(read(text)).problems().getFirst().rule()).isEqualTo(rule);
  }

  @Test
  void what_is_not_a_bars_file_is_told_apart() throws IOException {
    assertThat(refused(BarsFile.read(folder.resolve("none.csv"))).message())
        .contains("missing-file");
    assertThat(refused(BarsFile.read(folder)).message()).contains("not-a-file");
    Path parquet = Files.writeString(folder.resolve("a.parquet"), "PAR1");
    assertThat(refused(BarsFile.read(parquet)).message())
        .contains("parquet-not-here")
        .contains(".csv.gz");
    Path text = Files.writeString(folder.resolve("a.txt"), HEADER + GOOD);
    assertThat(refused(BarsFile.read(text)).message()).contains("unknown-kind");
  }

  @Test
  void a_line_without_end_is_not_read_to_its_end() throws IOException {
    Path file = folder.resolve("huge.csv");
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) '1');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write((HEADER + GOOD).getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100; i++) {
        out.write(block);
      }
    }
    Bad bad = refused(BarsFile.read(file));
    assertThat(bad.message()).contains("line 3: line-too-long");
    assertThat(bad.message().length()).isLessThan(1000);
  }

  @Test
  void gzip_that_is_broken_is_an_outcome() throws IOException {
    Path file = folder.resolve("bars.csv.gz");
    Files.writeString(file, HEADER + GOOD);
    assertThat(refused(BarsFile.read(file)).message()).contains("bad-gzip");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(whole)) {
      zip.write((HEADER + GOOD).getBytes(StandardCharsets.US_ASCII));
    }
    Files.write(file, Arrays.copyOf(whole.toByteArray(), whole.size() - 9));
    assertThat(refused(BarsFile.read(file)).message()).contains("bad-gzip");
    Files.write(file, whole.toByteArray());
    assertThat(taken(BarsFile.read(file)).size()).isEqualTo(1);
  }

  @Test
  void a_row_cannot_steer_the_terminal_it_is_shown_on() throws IOException {
    Bad bad = refused(read(HEADER + "\u001b[2J,1,1,1,1,1\n"));
    assertThat(bad.message()).doesNotContain("\u001b").contains("?[2J");
  }

  @Test
  void what_is_written_reads_back_bit_for_bit_in_any_locale_and_zone() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("pt-BR"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
      for (String name : new String[] {"out.csv", "out.csv.gz"}) {
        Bars bars = new BuiltInMarket(11).take(5000);
        Path file = folder.resolve(name);
        BarsFile.write(file, bars);
        Bars back = taken(BarsFile.read(file));
        assertThat(back.size()).isEqualTo(bars.size());
        for (int i = 0; i < bars.size(); i++) {
          assertThat(back.bar(i)).isEqualTo(bars.bar(i));
        }
        assertThat(((Read) BarsFile.read(file)).sha256()).isEqualTo(BarsFile.digest(file));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void any_number_reads_as_java_reads_it() {
    SplittableRandom random = new SplittableRandom(77);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      String text =
          switch (random.nextInt(4)) {
            case 0 -> Double.toString(value);
            case 1 -> Long.toString(random.nextLong());
            case 2 -> random.nextInt(100000) + "." + random.nextLong(1_000_000_000_000L);
            default -> Double.toString(random.nextDouble(1e6));
          };
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      double seen = Decimal.number(bytes, 0, bytes.length);
      double expected =
          text.contains("N") || text.contains("I") ? Double.NaN : Double.parseDouble(text);
      assertThat(Double.compare(seen, expected)).as("%s (seed 77)", text).isZero();
    }
  }
}
