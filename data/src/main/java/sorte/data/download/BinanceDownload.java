package sorte.data.download;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.data.store.Series;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;

/// Spot bars of Binance: the public archive, a file a month or a day, each held against its
/// checksum; then the REST interface for what the archive does not have.
public final class BinanceDownload implements AutoCloseable {

  /// Where the archive is.
  public static final URI ARCHIVE = URI.create("https://data.binance.vision");

  /// Where the REST interface is.
  public static final URI API = URI.create("https://api.binance.com");

  /// The lengths of bars that the exchange gives.
  public static final Set<String> TIMEFRAMES =
      Set.of("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d");

  /// The most bars of one page of the REST interface.
  static final int PAGE = 1_000;

  /// How long one answer may take.
  public static final Duration LONGEST = Duration.ofMinutes(5);

  private final URI archive;
  private final URI api;
  private final InstantSource clock;
  private final WebDoor door;
  private final Requests requests;
  private final Progress progress;

  /// @param archive the archive's address, [#ARCHIVE] but in tests
  /// @param api the REST interface's, [#API] but in tests
  /// @param longest how long one answer may take, [#LONGEST] but in tests
  public BinanceDownload(
      URI archive, URI api, InstantSource clock, Pace pace, Progress progress, Duration longest) {
    this.archive = WebDoor.checked(archive);
    this.api = WebDoor.checked(api);
    this.clock = clock;
    this.door = new WebDoor(longest);
    this.requests = new Requests(door, pace, progress);
    this.progress = progress;
  }

  /// What to download.
  ///
  /// @param from the first day
  /// @param to the day after the last
  public record Order(Series series, LocalDate from, LocalDate to) {
    public Order {
      if (!series.symbol().matches("[A-Z0-9]{2,20}")) {
        throw new IllegalArgumentException(
            "a symbol there is like BTCUSDT, was " + series.symbol());
      }
      if (!TIMEFRAMES.contains(series.timeframe().text())) {
        throw new IllegalArgumentException("no such bars there: " + series.timeframe().text());
      }
      if (!from.isBefore(to) || from.plusDays(Stretch.MOST).isBefore(to)) {
        throw new IllegalArgumentException("no days from " + from + " to " + to);
      }
    }
  }

  /// Downloads what `known` does not have whole, keeping finished parts in `folder`.
  ///
  /// @param known the bars that are there already
  /// @throws DownloadFailed when a part could not be had; those that could are kept
  public Bars download(Order order, Bars known, Path folder)
      throws IOException, DownloadFailed, InterruptedException {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate end = order.to().isAfter(today) ? today.plusDays(1) : order.to();
    List<Stretch> plan =
        order.from().isBefore(end) ? Stretch.plan(order.from(), end, today) : List.of();
    KeptParts kept = new KeptParts(folder);
    Bars.Builder all = new Bars.Builder(0);
    int done = 0;
    for (Stretch stretch : plan) {
      Part part =
          whole(known, stretch, order.series())
              ? new Part(Progress.Source.STORED, Bars.NONE)
              : part(order.series(), stretch, today, kept);
      for (int i = 0; i < part.bars().size(); i++) {
        Bar bar = part.bars().bar(i);
        all.add(bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
      }
      progress.part(stretch.name(), part.source(), ++done, plan.size());
    }
    return all.build();
  }

  private record Part(Progress.Source source, Bars bars) {}

  /// Throws the kept parts away, once their bars are in the store.
  public void finished(Path folder) throws IOException {
    new KeptParts(folder).clear();
  }

  private static boolean whole(Bars known, Stretch stretch, Series series) {
    int there = known.between(stretch.fromMillis(), stretch.toMillis()).size();
    return there == (stretch.toMillis() - stretch.fromMillis()) / series.timeframe().millis();
  }

  /// A stretch: kept, from the archive, day by day, or asked for.
  private Part part(Series series, Stretch stretch, LocalDate today, KeptParts kept)
      throws IOException, DownloadFailed, InterruptedException {
    Optional<Bars> before = kept.part(stretch);
    if (before.isPresent()) {
      return new Part(Progress.Source.KEPT, before.get());
    }
    if (stretch.from().isBefore(today)) {
      Optional<Klines> archived = archived(series, stretch);
      if (archived.isPresent()) {
        return new Part(Progress.Source.ARCHIVE, kept.keep(stretch, archived.get().bars()));
      }
    }
    if (stretch.aMonth()) {
      return days(series, stretch, today, kept);
    }
    Klines asked = asked(series, stretch);
    // a day that is not over is no finished part
    Bars bars =
        stretch.to().isAfter(today)
            ? Bars.of(List.copyOf(asked.bars().values()))
            : kept.keep(stretch, asked.bars());
    return new Part(Progress.Source.REST, bars);
  }

  private Part days(Series series, Stretch month, LocalDate today, KeptParts kept)
      throws IOException, DownloadFailed, InterruptedException {
    List<Bar> all = new ArrayList<>();
    Progress.Source source = Progress.Source.ARCHIVE;
    for (Stretch day : month.days()) {
      Part part = part(series, day, today, kept);
      source = part.source() == Progress.Source.REST ? Progress.Source.REST : source;
      for (int i = 0; i < part.bars().size(); i++) {
        all.add(part.bars().bar(i));
      }
    }
    return new Part(source, Bars.of(all));
  }

  /// A file of the archive; empty where it does not have it.
  private Optional<Klines> archived(Series series, Stretch stretch)
      throws DownloadFailed, InterruptedException {
    String timeframe = series.timeframe().text();
    URI file =
        URI.create(
            "%s/data/spot/%s/klines/%s/%s/%s-%s-%s.zip"
                .formatted(
                    archive,
                    stretch.aMonth() ? "monthly" : "daily",
                    series.symbol(),
                    timeframe,
                    series.symbol(),
                    timeframe,
                    stretch.name()));
    WebDoor.Answer told = requests.get(URI.create(file + ".CHECKSUM"), ArchiveZip::checksum);
    if (told.status() == 404) {
      return Optional.empty();
    }
    String checksum = new String(told.body(), StandardCharsets.UTF_8);
    Klines[] klines = new Klines[1];
    WebDoor.Answer zip =
        requests.get(
            file,
            answer -> {
              if (!ArchiveZip.fits(answer.body(), checksum)) {
                throw new BadPart("its checksum is not " + checksum.strip());
              }
              klines[0] = klines(series, stretch);
              klines[0].csv(ArchiveZip.csv(answer.body()));
            });
    return zip.status() == 404 ? Optional.empty() : Optional.of(klines[0]);
  }

  private static Klines klines(Series series, Stretch stretch) {
    return new Klines(stretch.fromMillis(), stretch.toMillis(), series.timeframe().millis());
  }

  /// A day page by page, without the bar that has not ended.
  private Klines asked(Series series, Stretch stretch) throws DownloadFailed, InterruptedException {
    Klines day = klines(series, stretch);
    long step = series.timeframe().millis();
    long at = stretch.fromMillis();
    long now = clock.millis();
    while (at < Math.min(stretch.toMillis(), now)) {
      long end = Math.min(stretch.toMillis(), at + PAGE * step);
      URI page =
          URI.create(
              "%s/api/v3/klines?symbol=%s&interval=%s&startTime=%d&endTime=%d&limit=%d"
                  .formatted(api, series.symbol(), series.timeframe().text(), at, end - 1, PAGE));
      Klines fresh = new Klines(at, end, step);
      WebDoor.Answer answer =
          requests.get(
              page,
              given -> {
                fresh.bars().clear();
                fresh.json(given.body());
              });
      if (answer.status() == 404) {
        throw new DownloadFailed(page, "HTTP 404");
      }
      now = Math.min(now, told(answer));
      day.bars().putAll(fresh.bars());
      at = end;
    }
    day.ended(now);
    return day;
  }

  /// The exchange's own clock, where it tells it: ours may be ahead.
  private static long told(WebDoor.Answer answer) {
    return answer
        .headers()
        .firstValue("Date")
        .map(text -> {
          try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
          } catch (DateTimeException _) {
            return Instant.MAX;
          }
        })
        .filter(time -> time != Instant.MAX)
        .map(Instant::toEpochMilli)
        .orElse(Long.MAX_VALUE);
  }

  @Override
  public void close() {
    door.close();
  }
}
