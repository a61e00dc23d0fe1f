package sorte.data.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.market.Bar;
import sorte.trading.market.Instrument;

/// Binance's public spot market data: `/api/v3/klines`, `exchangeInfo`, `time`, and the combined
/// stream of klines and aggregated trades, as its published documentation has them.
public final class BinanceMarket implements PublicMarket {

  /// The name in front of a feed's colon.
  public static final String NAME = "binance";

  private static final int MOST_BARS = 1000;
  private static final int UNKNOWN_SYMBOL = -1121;
  private static final int KLINE_FIELDS = 6;

  private final RestClient rest;
  private final URI stream;

  public BinanceMarket(HttpClient http, URI rest, URI stream, Duration patience) {
    this.rest = new RestClient(http, rest, patience);
    this.stream = stream;
  }

  @Override
  public int mostBars() {
    return MOST_BARS;
  }

  @Override
  public Instrument instrument(String symbol) throws ExchangeFailure, InterruptedException {
    JsonNode info = asked(symbol, "/api/v3/exchangeInfo?symbol=" + symbol);
    for (JsonNode found : info.path("symbols")) {
      if (found.path("symbol").asText().equals(symbol)) {
        return instrument(symbol, found.path("filters"));
      }
    }
    throw ExchangeFailure.unknownSymbol(symbol);
  }

  private static Instrument instrument(String symbol, JsonNode filters) throws ExchangeFailure {
    double tick = 0;
    double lot = 0;
    double least = 0;
    for (JsonNode filter : filters) {
      switch (filter.path("filterType").asText()) {
        case "PRICE_FILTER" -> tick = number(filter.path("tickSize"));
        case "LOT_SIZE" -> lot = number(filter.path("stepSize"));
        case "NOTIONAL", "MIN_NOTIONAL" -> least = number(filter.path("minNotional"));
        default -> {} // the other filters say nothing about steps
      }
    }
    try {
      return new Instrument(symbol, tick, lot, least);
    } catch (IllegalArgumentException e) {
      throw ExchangeFailure.nonsense("the exchange's rules for " + symbol + ": " + e.getMessage());
    }
  }

  @Override
  public List<Bar> barsFrom(FeedName feed, long from, int most)
      throws ExchangeFailure, InterruptedException {
    return klines(feed, "&startTime=" + from, most);
  }

  @Override
  public List<Bar> barsBefore(FeedName feed, long before, int most)
      throws ExchangeFailure, InterruptedException {
    return klines(feed, "&endTime=" + (before - 1), most);
  }

  private List<Bar> klines(FeedName feed, String range, int most)
      throws ExchangeFailure, InterruptedException {
    JsonNode rows =
        asked(
            feed.symbol(),
            "/api/v3/klines?symbol=%s&interval=%s%s&limit=%d"
                .formatted(feed.symbol(), feed.interval().word(), range, most));
    List<Bar> bars = new ArrayList<>();
    for (JsonNode row : rows) {
      if (!row.isArray() || row.size() < KLINE_FIELDS || !row.path(0).isIntegralNumber()) {
        throw ExchangeFailure.nonsense("a kline is not one: " + cut(row.toString()));
      }
      Bar bar =
          bar(
              row.path(0).longValue(),
              row.path(1),
              row.path(2),
              row.path(3),
              row.path(4),
              row.path(5));
      if (!bars.isEmpty() && bar.time() <= bars.getLast().time()) {
        throw ExchangeFailure.nonsense("klines do not ascend in time at " + bar.time());
      }
      bars.add(bar);
    }
    return bars;
  }

  private JsonNode asked(String symbol, String path) throws ExchangeFailure, InterruptedException {
    RestClient.Answer answer = rest.get(path);
    if (answer.body().path("code").asInt() == UNKNOWN_SYMBOL) {
      throw ExchangeFailure.unknownSymbol(symbol);
    }
    if (answer.status() != 200) {
      throw ExchangeFailure.nonsense("refused: " + cut(answer.body().toString()));
    }
    return answer.body();
  }

  @Override
  public long time() throws ExchangeFailure, InterruptedException {
    JsonNode time = asked("", "/api/v3/time").path("serverTime");
    if (!time.isIntegralNumber()) {
      throw ExchangeFailure.nonsense(
          "the exchange's time is not a number: " + cut(time.toString()));
    }
    return time.longValue();
  }

  @Override
  public URI stream(FeedName feed) {
    String symbol = feed.symbol().toLowerCase(Locale.ROOT);
    return URI.create(
        "%s/stream?streams=%s@kline_%s/%s@aggTrade"
            .formatted(
                stream.toString().replaceAll("/+$", ""), symbol, feed.interval().word(), symbol));
  }

  @Override
  public Message read(FeedName feed, String text) {
    try {
      JsonNode data = Json.read(text).path("data");
      if (!data.path("s").asText().equals(feed.symbol())) {
        return new Message.Other(cut(text));
      }
      return switch (data.path("e").asText()) {
        case "kline" -> kline(feed, data.path("k"));
        case "aggTrade" -> trade(data);
        default -> new Message.Other(cut(text));
      };
    } catch (DoorError e) {
      return new Message.Garbage("not JSON: " + e.what());
    } catch (ExchangeFailure | IllegalArgumentException e) {
      return new Message.Garbage(String.valueOf(e.getMessage()));
    }
  }

  private static Message kline(FeedName feed, JsonNode k) throws ExchangeFailure {
    if (!k.path("t").isIntegralNumber() || !k.path("x").isBoolean()) {
      return new Message.Garbage("a kline without time or state: " + cut(k.toString()));
    }
    if (!k.path("i").asText().equals(feed.interval().word())) {
      return new Message.Other("a kline of another interval");
    }
    long time = k.path("t").longValue();
    if (!k.path("x").booleanValue()) {
      return new Message.OpenBar(time);
    }
    return new Message.ClosedBar(
        bar(time, k.path("o"), k.path("h"), k.path("l"), k.path("c"), k.path("v")));
  }

  private static Message trade(JsonNode data) throws ExchangeFailure {
    if (!data.path("T").isIntegralNumber()
        || !data.path("f").isIntegralNumber()
        || !data.path("l").isIntegralNumber()) {
      return new Message.Garbage("a trade without time or numbers: " + cut(data.toString()));
    }
    return new Message.Traded(
        data.path("T").longValue(),
        number(data.path("p")),
        number(data.path("q")),
        data.path("f").longValue(),
        data.path("l").longValue());
  }

  private static Bar bar(long time, JsonNode o, JsonNode h, JsonNode l, JsonNode c, JsonNode v)
      throws ExchangeFailure {
    try {
      return new Bar(time, number(o), number(h), number(l), number(c), number(v));
    } catch (IllegalArgumentException e) {
      throw ExchangeFailure.nonsense(String.valueOf(e.getMessage()));
    }
  }

  /// Binance writes numbers as texts, so that no digit is lost on the way.
  private static double number(JsonNode text) throws ExchangeFailure {
    try {
      return Double.parseDouble(text.asText());
    } catch (NumberFormatException _) {
      throw ExchangeFailure.nonsense("not a number: " + cut(text.toString()));
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }
}
