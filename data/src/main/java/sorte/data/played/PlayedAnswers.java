package sorte.data.played;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.trading.door.Json;
import sorte.trading.market.Bar;

/// What the played exchange answers and says, in Binance's words.
final class PlayedAnswers {
  private static final int USUAL_LIMIT = 500;
  private static final int MOST = 1000;

  private final PlayedMarket market;
  private final String symbol;
  private final String interval;
  private final Set<Integer> without = ConcurrentHashMap.newKeySet();
  private volatile int over;
  private volatile int held;
  private volatile long ahead;
  private volatile boolean trueClock;

  PlayedAnswers(PlayedMarket market, String symbol, String interval, int over) {
    this.market = market;
    this.symbol = symbol;
    this.interval = interval;
    this.over = over;
  }

  int over() {
    return over;
  }

  void over(int bars) {
    over = bars;
  }

  void hold(int bars) {
    held = bars;
  }

  void without(int number) {
    without.add(number);
  }

  void clockAhead(long millis) {
    ahead = millis;
  }

  void trueClock() {
    trueClock = true;
  }

  private long now() {
    return (trueClock ? System.currentTimeMillis() : market.bar(over).time() + market.millis() / 10)
        + ahead;
  }

  /// The whole response to `GET path`.
  String answer(String path) {
    String asked = parameter(path, "symbol");
    if (path.startsWith("/api/v3/time")) {
      return ok(Json.line(Json.object().put("serverTime", now())));
    }
    if (!asked.equals(symbol)) {
      return response("400 Bad Request", "", "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
    }
    if (path.startsWith("/api/v3/exchangeInfo")) {
      return ok(Json.line(info()));
    }
    if (path.startsWith("/api/v3/klines") && parameter(path, "interval").equals(interval)) {
      return ok(Json.line(klines(path)));
    }
    return response("404 Not Found", "", "{}");
  }

  private ObjectNode info() {
    ObjectNode info = Json.object();
    ArrayNode filters =
        info.putArray("symbols").addObject().put("symbol", symbol).putArray("filters");
    filters.addObject().put("filterType", "PRICE_FILTER").put("tickSize", "0.01000000");
    filters.addObject().put("filterType", "LOT_SIZE").put("stepSize", "0.00001000");
    filters.addObject().put("filterType", "NOTIONAL").put("minNotional", "5.00000000");
    return info;
  }

  private ArrayNode klines(String path) {
    long from = number(path, "startTime", Long.MIN_VALUE);
    long to = number(path, "endTime", Long.MAX_VALUE);
    int limit = (int) Math.min(MOST, number(path, "limit", USUAL_LIMIT));
    List<Bar> found = new ArrayList<>();
    // the bar under way is among them, as exchanges do it
    for (int i = 0; i <= Math.min(over - held, market.size() - 1); i++) {
      Bar bar = market.bar(i);
      if (bar.time() >= from && bar.time() <= to && !without.contains(i)) {
        found.add(bar);
        if (from != Long.MIN_VALUE && found.size() == limit) {
          break;
        }
      }
    }
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (Bar bar : found.subList(Math.max(0, found.size() - limit), found.size())) {
      rows.addArray()
          .add(bar.time())
          .add(text(bar.open()))
          .add(text(bar.high()))
          .add(text(bar.low()))
          .add(text(bar.close()))
          .add(text(bar.volume()))
          .add(bar.time() + market.millis() - 1);
    }
    return rows;
  }

  String kline(Bar bar, boolean closed) {
    ObjectNode data = Json.object().put("e", "kline").put("E", now()).put("s", symbol);
    data.putObject("k")
        .put("t", bar.time())
        .put("T", bar.time() + market.millis() - 1)
        .put("s", symbol)
        .put("i", interval)
        .put("o", text(bar.open()))
        .put("h", text(bar.high()))
        .put("l", text(bar.low()))
        .put("c", text(bar.close()))
        .put("v", text(bar.volume()))
        .put("x", closed);
    return wrapped("kline_" + interval, data);
  }

  String trade(PlayedMarket.Trade trade) {
    return wrapped(
        "aggTrade",
        Json.object()
            .put("e", "aggTrade")
            .put("E", now())
            .put("s", symbol)
            .put("a", trade.number())
            .put("p", text(trade.price()))
            .put("q", text(trade.quantity()))
            .put("f", trade.number())
            .put("l", trade.number())
            .put("T", trade.time()));
  }

  private String wrapped(String stream, ObjectNode data) {
    ObjectNode text =
        Json.object().put("stream", symbol.toLowerCase(java.util.Locale.ROOT) + "@" + stream);
    text.set("data", data);
    return Json.line(text);
  }

  private static String text(double value) {
    return new BigDecimal(Double.toString(value))
        .setScale(8, java.math.RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static String parameter(String path, String name) {
    Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(path);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static long number(String path, String name, long otherwise) {
    String text = parameter(path, name);
    return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
  }

  private static String ok(String body) {
    return response("200 OK", "", body);
  }

  /// A whole response.
  ///
  /// @param header one more, or empty
  static String response(String status, String header, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
        .formatted(
            status,
            body.getBytes(StandardCharsets.UTF_8).length,
            header.isEmpty() ? "" : header + "\r\n",
            body);
  }
}
