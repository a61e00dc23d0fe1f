package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sorte.data.store.Finding;
import sorte.data.store.Series;
import sorte.data.store.StoreDamaged;
import sorte.data.store.StoredSeries;
import sorte.data.store.Taking;
import sorte.trading.door.Json;
import sorte.trading.market.Bar;

/// What the store says, for people and for scripts.
final class DataWords {
  private static final int MINUTE = 60_000;

  private final Screen screen;

  DataWords(Screen screen) {
    this.screen = screen;
  }

  Series series(String symbol, String timeframe) {
    try {
      return Series.of(symbol, timeframe);
    } catch (IllegalArgumentException _) {
      throw noSeries(symbol + ":" + timeframe);
    }
  }

  Series series(String text) {
    return Series.named(text).orElseThrow(() -> noSeries(text));
  }

  private Problem noSeries(String text) {
    return Problem.usage(screen.words().say("error.series", OneLine.of(text)));
  }

  Problem missing(Series series) {
    return Problem.unavailable(screen.words().say("error.no-series", series));
  }

  Problem damaged(StoreDamaged damaged) {
    return Problem.unavailable(
        screen.words().say("error.store-damaged", damaged.file(), OneLine.of(damaged.what())));
  }

  /// Tells how taking bars in ended; the problem where nothing was taken.
  ///
  /// @param from what they were taken from, as the person named it
  /// @param firstRow the number of the first bar's row there
  int told(Taking taking, String from, int firstRow, boolean json) {
    return switch (taking) {
      case Taking.Taken taken -> {
        if (json) {
          screen.json(json(taken, firstRow));
        } else {
          show(taken, firstRow);
        }
        yield Exit.DONE;
      }
      case Taking.Unusable unusable -> throw BadBars.problem(screen, unusable.bad());
      case Taking.Contradicting no -> throw contradicting(no, from, firstRow);
      case Taking.OtherTimeframe other ->
          throw Problem.usage(
              screen
                  .words()
                  .say(
                      "error.other-timeframe",
                      from,
                      other.said().text(),
                      minutes(other.usualMillis() / (double) MINUTE)));
      case Taking.TooMany many ->
          throw Problem.usage(
              screen
                  .words()
                  .say(
                      "error.series-too-long",
                      Integer.toString(many.rows()),
                      Integer.toString(many.most())));
    };
  }

  private Problem contradicting(Taking.Contradicting no, String from, int firstRow) {
    String words =
        screen
            .words()
            .say(
                "error.contradicting",
                from,
                Long.toString((long) no.row() + firstRow),
                time(no.given().time()),
                row(no.stored()),
                row(no.given()),
                Integer.toString(no.count()));
    return Problem.usage(
        no.shiftMinutes() == 0
            ? words
            : words + "\n" + screen.words().say("error.shifted", Long.toString(no.shiftMinutes())));
  }

  private static String row(Bar bar) {
    return "%s,%s,%s,%s,%s".formatted(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
  }

  private void show(Taking.Taken taken, int firstRow) {
    StoredSeries stored = taken.stored();
    screen.show(
        "data.taken",
        stored.series(),
        Integer.toString(taken.given()),
        Integer.toString(taken.added()),
        Integer.toString(stored.rows()),
        time(stored.first()),
        time(stored.last()));
    for (Finding finding : taken.findings()) {
      screen.tell(
          "finding." + finding.rule().key(),
          Long.toString(finding.count()),
          Long.toString(finding.extent()),
          places(finding, firstRow));
    }
    screen.show("data.digest", stored.sha256());
  }

  private String places(Finding finding, int firstRow) {
    return finding.first().stream()
        .map(place ->
            screen
                .words()
                .say(
                    "finding.place",
                    Long.toString((long) place.row() + firstRow),
                    time(place.time()),
                    minutes(place.amount())))
        .collect(Collectors.joining(", "));
  }

  static ObjectNode json(Taking.Taken taken, int firstRow) {
    ObjectNode json = json(taken.stored());
    json.put("given", taken.given()).put("added", taken.added());
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : taken.findings()) {
      ObjectNode one =
          findings
              .addObject()
              .put("rule", finding.rule().key())
              .put("count", finding.count())
              .put("extent", finding.extent());
      ArrayNode first = one.putArray("first");
      for (Finding.Place place : finding.first()) {
        ObjectNode at =
            first
                .addObject()
                .put("row", (long) place.row() + firstRow)
                .put("time", time(place.time()));
        if (Double.isFinite(place.amount())) {
          at.put("amount", place.amount());
        }
      }
    }
    return json;
  }

  static ObjectNode json(StoredSeries stored) {
    ObjectNode json =
        Json.object()
            .put("symbol", stored.series().symbol())
            .put("timeframe", stored.series().timeframe().text())
            .put("rows", stored.rows())
            .put("start", time(stored.first()))
            .put("end", time(stored.last()))
            .put("gaps", stored.gaps())
            .put("missing", stored.missing())
            .put("sha256", stored.sha256());
    ArrayNode sources = json.putArray("sources");
    List.copyOf(stored.sources()).forEach(sources::add);
    return json;
  }

  static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /// A number for a person, without needless decimals.
  private static String minutes(double amount) {
    return amount == Math.rint(amount)
        ? Long.toString((long) amount)
        : String.format(Locale.ROOT, "%.1f", amount);
  }
}
