package sorte.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sorte.data.download.PlayedExchange.body;
import static sorte.data.download.PlayedExchange.csv;
import static sorte.data.download.PlayedExchange.dropped;
import static sorte.data.download.PlayedExchange.path;
import static sorte.data.download.PlayedExchange.rows;
import static sorte.data.download.PlayedExchange.silent;
import static sorte.data.download.PlayedExchange.status;
import static sorte.data.download.PlayedExchange.zip;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.data.store.Series;
import sorte.trading.market.Bars;

/// Downloads from an exchange that is played on this machine, with its faults.
class BinanceDownloadTest {
  private static final Instant NOW = Instant.parse("2025-03-03T10:20:00Z");
  private static final Series SERIES = Series.of("BTCUSDT", "1h");
  private static final LocalDate JANUARY = LocalDate.parse("2025-01-01");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private PlayedExchange exchange;
  private final List<Duration> rests = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    exchange = new PlayedExchange(NOW);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private Bars download(String from, String to, Bars known, Duration longest) throws Exception {
    Progress progress =
        new Progress() {
          @Override
          public void part(String name, Source source, int done, int all) {
            told.add(name + " " + source + " " + done + "/" + all);
          }

          @Override
          public void waiting(String why, long seconds) {
            told.add("waiting " + seconds);
          }
        };
    try (BinanceDownload download =
        new BinanceDownload(
            exchange.address(), exchange.address(), () -> NOW, rests::add, progress, longest)) {
      return download.download(
          new BinanceDownload.Order(SERIES, LocalDate.parse(from), LocalDate.parse(to)),
          known,
          folder.resolve("parts"));
    }
  }

  private Bars download(String from, String to) throws Exception {
    return download(from, to, Bars.NONE, PATIENCE);
  }

  private void archiveMonths() throws IOException {
    exchange.archive("2025-01", csv(JANUARY, JANUARY.plusMonths(1), true));
    exchange.archive("2025-02", csv(JANUARY.plusMonths(1), JANUARY.plusMonths(2), true));
  }

  private static void whole(Bars bars, String from, String to) {
    long first = Instant.parse(from + "T00:00:00Z").toEpochMilli();
    long end = Instant.parse(to).toEpochMilli();
    assertThat(bars.size()).isEqualTo((int) ((end - first) / PlayedExchange.HOUR));
    for (int i = 0; i < bars.size(); i++) {
      assertThat(bars.time(i)).isEqualTo(first + i * PlayedExchange.HOUR);
      assertThat(bars.open(i)).isEqualTo(PlayedExchange.open(bars.time(i)));
    }
  }

  @Test
  void months_come_from_the_archive_days_too_and_the_rest_over_rest() throws Exception {
    archiveMonths();
    exchange.archive(
        "2025-03-01", csv(JANUARY.plusMonths(2), JANUARY.plusMonths(2).plusDays(1), true));
    Bars bars = download("2025-01-01", "2025-04-01");
    whole(bars, "2025-01-01", "2025-03-03T10:00:00Z");
    assertThat(told)
        .containsExactly(
            "2025-01 ARCHIVE 1/5",
            "2025-02 ARCHIVE 2/5",
            "2025-03-01 ARCHIVE 3/5",
            "2025-03-02 REST 4/5",
            "2025-03-03 REST 5/5");
    assertThat(rests).isEmpty();
  }

  @Test
  void the_bar_that_has_not_ended_is_not_taken_by_the_earlier_of_both_clocks() throws Exception {
    assertThat(download("2025-03-03", "2025-03-04").size()).isEqualTo(10);
    exchange.fault(
        "/api/v3/klines",
        given -> {
          given.getResponseHeaders().set("Date", "Mon, 03 Mar 2025 09:59:59 GMT");
          PlayedExchange.send(
              given,
              200,
              ("[["
                      + String.join(
                          "],[",
                          rows(JANUARY.plusDays(61), JANUARY.plusDays(62), false).subList(0, 11))
                      + "]]")
                  .getBytes(StandardCharsets.US_ASCII));
        });
    Bars behind = download("2025-03-03", "2025-03-04");
    assertThat(behind.size()).isBetween(9, 10);
  }

  @Test
  void milliseconds_and_microseconds_a_header_any_order_and_doubles_give_the_same_bars()
      throws Exception {
    List<String> shuffled =
        new ArrayList<>(List.of(csv(JANUARY, JANUARY.plusMonths(1), false).split("\n")));
    Collections.shuffle(shuffled, new java.util.Random(7));
    shuffled.addAll(shuffled.subList(0, 30));
    exchange.archive(
        "2025-01", "open_time,open,high,low,close,volume,x\n" + String.join("\r\n", shuffled));
    whole(download("2025-01-01", "2025-02-01"), "2025-01-01", "2025-02-01T00:00:00Z");
  }

  @Test
  void a_month_that_the_archive_lacks_is_taken_day_by_day() throws Exception {
    for (int day = 0; day < 31; day++) {
      if (day != 9) {
        LocalDate at = JANUARY.plusDays(day);
        exchange.archive(at.toString(), csv(at, at.plusDays(1), true));
      }
    }
    whole(download("2025-01-01", "2025-02-01"), "2025-01-01", "2025-02-01T00:00:00Z");
    assertThat(exchange.asked()).filteredOn(one -> one.contains("/api/")).hasSize(1);
  }

  @Test
  void passing_faults_are_waited_out() throws Exception {
    archiveMonths();
    byte[] whole = exchange.file(path("2025-01"));
    byte[] other = zip("x.csv", "1,2,3".getBytes(StandardCharsets.US_ASCII));
    exchange.fault(
        path("2025-01") + ".CHECKSUM",
        status(503),
        body("<html>".getBytes(StandardCharsets.US_ASCII)));
    exchange.fault(
        path("2025-01"),
        body(other),
        body(Arrays.copyOf(whole, whole.length - 20)),
        dropped(whole),
        status(500));
    whole(download("2025-01-01", "2025-02-01"), "2025-01-01", "2025-02-01T00:00:00Z");
    assertThat(rests)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));
  }

  @Test
  void a_body_that_stops_coming_is_given_up_and_asked_for_again() throws Exception {
    archiveMonths();
    exchange.fault(path("2025-01"), silent(exchange.file(path("2025-01")), 3_000));
    whole(
        download("2025-01-01", "2025-02-01", Bars.NONE, Duration.ofSeconds(2)),
        "2025-01-01",
        "2025-02-01T00:00:00Z");
    assertThat(rests).hasSize(1);
  }

  @Test
  void the_exchanges_limits_are_obeyed() throws Exception {
    exchange.fault(
        "/api/v3/klines",
        status(429, "Retry-After", "17"),
        status(418, "Retry-After", "120"),
        status(429));
    assertThat(download("2025-03-01", "2025-03-02").size()).isEqualTo(24);
    assertThat(rests)
        .containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(120), Duration.ofSeconds(60));
  }

  @Test
  void a_ban_that_is_too_long_to_wait_for_ends_the_download_and_says_how_long() {
    exchange.fault("/api/v3/klines", status(418, "Retry-After", "86400"));
    assertThatThrownBy(() -> download("2025-03-01", "2025-03-02"))
        .isInstanceOf(DownloadFailed.class)
        .hasMessageContaining("86400");
    assertThat(rests).isEmpty();
  }

  @Test
  void the_rest_of_the_minute_is_waited_for_when_the_weight_is_nearly_used() throws Exception {
    exchange.fault(
        "/api/v3/klines",
        given -> {
          given.getResponseHeaders().set("X-MBX-USED-WEIGHT-1M", "5000");
          PlayedExchange.send(given, 200, "[]".getBytes(StandardCharsets.US_ASCII));
        });
    download("2025-03-01", "2025-03-03");
    assertThat(rests).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void a_checksum_that_stays_wrong_ends_the_download_and_what_was_finished_is_kept()
      throws Exception {
    archiveMonths();
    byte[] wrong = zip("x.csv", new byte[10]);
    for (int i = 0; i < Requests.MOST_TRIES; i++) {
      exchange.fault(path("2025-02"), body(wrong));
    }
    assertThatThrownBy(() -> download("2025-01-01", "2025-03-01"))
        .isInstanceOf(DownloadFailed.class)
        .hasMessageContaining("checksum")
        .hasMessageContaining("2025-02");
    told.clear();
    whole(download("2025-01-01", "2025-03-01"), "2025-01-01", "2025-03-01T00:00:00Z");
    assertThat(told).containsExactly("2025-01 KEPT 1/2", "2025-02 ARCHIVE 2/2");
  }

  @Test
  void a_kept_part_that_was_altered_is_downloaded_again() throws Exception {
    archiveMonths();
    download("2025-01-01", "2025-02-01");
    Path part = folder.resolve("parts/2025-01.columns");
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length - 1] ^= 1;
    Files.write(part, bytes);
    told.clear();
    whole(download("2025-01-01", "2025-02-01"), "2025-01-01", "2025-02-01T00:00:00Z");
    assertThat(told).containsExactly("2025-01 ARCHIVE 1/1");
  }

  @Test
  void what_the_store_has_whole_is_not_downloaded() throws Exception {
    archiveMonths();
    Bars january = download("2025-01-01", "2025-02-01");
    told.clear();
    whole(
        download("2025-01-01", "2025-03-01", january, PATIENCE),
        "2025-02-01",
        "2025-03-01T00:00:00Z");
    assertThat(told).containsExactly("2025-01 STORED 1/2", "2025-02 ARCHIVE 2/2");
  }

  @Test
  void a_zip_that_unpacks_to_too_much_is_refused() throws Exception {
    byte[] bomb = zip("x.csv", new byte[ArchiveZip.LARGEST + 1]);
    assertThat(bomb.length).isLessThan(1 << 20);
    exchange.archive("2025-01", bomb);
    assertThatThrownBy(() -> download("2025-01-01", "2025-02-01"))
        .isInstanceOf(DownloadFailed.class)
        .hasMessageContaining("unpacks to more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1735689600000,1,2,3,1,1,x",
        "1735689600000,1,2",
        "1735689600000,a,2,1,1,1",
        "1704067200000,1,1,1,1,1",
        "1735689600000001,1,1,1,1,1",
        "1735689600000,1,1,1,1,1\n1735689600000,1,2,1,1,1",
      })
  void a_file_whose_bars_are_none_or_another_times_or_in_two_minds_is_refused(String csv)
      throws Exception {
    exchange.archive("2025-01", csv);
    assertThatThrownBy(() -> download("2025-01-01", "2025-02-01"))
        .isInstanceOf(DownloadFailed.class)
        .hasMessageContaining("line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[[1]]", "nothing", "[[1740787200000,\"0\",\"1\",\"1\",\"1\",\"1\"]]"})
  void a_rest_answer_that_holds_no_bars_is_refused(String page) {
    for (int i = 0; i < Requests.MOST_TRIES; i++) {
      exchange.fault("/api/v3/klines", body(page.getBytes(StandardCharsets.US_ASCII)));
    }
    assertThatThrownBy(() -> download("2025-03-01", "2025-03-02"))
        .isInstanceOf(DownloadFailed.class);
  }

  @Test
  void a_request_that_the_exchange_calls_wrong_is_not_asked_again() {
    exchange.fault("/api/v3/klines", status(400));
    assertThatThrownBy(() -> download("2025-03-01", "2025-03-02"))
        .isInstanceOf(DownloadFailed.class)
        .hasMessageContaining("400")
        .hasMessageContaining("-1");
    assertThat(rests).isEmpty();
  }

  @Test
  void no_redirect_is_followed_and_nothing_is_fetched_in_the_clear_from_elsewhere() {
    exchange.fault("/api/v3/klines", status(302, "Location", "http://127.0.0.1:1/"));
    assertThatThrownBy(() -> download("2025-03-01", "2025-03-02"))
        .isInstanceOf(DownloadFailed.class)
        .hasMessageContaining("302");
    for (String address : List.of("http://example.org", "ftp://127.0.0.1", "file:///etc/passwd")) {
      assertThatThrownBy(() -> WebDoor.checked(URI.create(address)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_order_that_makes_no_sense_is_refused() {
    assertThatThrownBy(() ->
            new BinanceDownload.Order(Series.of("BTC-USD", "1h"), JANUARY, JANUARY.plusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BinanceDownload.Order(SERIES, JANUARY, JANUARY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new BinanceDownload.Order(Series.of("BTCUSDT", "7m"), JANUARY, JANUARY.plusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
