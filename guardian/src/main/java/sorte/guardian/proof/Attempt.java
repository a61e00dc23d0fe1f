package sorte.guardian.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sorte.trading.analysis.BlockSums;
import sorte.trading.analysis.Moments;
import sorte.trading.analysis.TrackRecord;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.door.Json;

/// One version that was run over a history, whatever came of it: what has to be known of it later,
/// when somebody wants to know how lucky the best of so many is.
///
/// @param artifact what was run, by digest
/// @param market what it was run on
/// @param returns by bar, summed by blocks
/// @param record its Sharpe ratio by bar and how far that can be believed; none where its returns
///   do not differ
public record Attempt(
    String artifact, Market market, BlockSums returns, Optional<TrackRecord> record) {

  /// Blocks of returns: 252 halves to compare.
  static final int BLOCKS = 10;

  /// The bars of a run.
  ///
  /// @param symbol what is traded
  /// @param from the start of the first bar, in milliseconds since 1970 UTC
  /// @param to the start of the last
  /// @param digest of all bars
  public record Market(String symbol, long from, long to, String digest) {

    /// Whether some of the other's bars are bars of this one.
    boolean meets(Market other) {
      return symbol.equals(other.symbol) && from <= other.to && other.from <= to;
    }
  }

  /// Nothing where the run is too short to be summed by blocks.
  static Optional<Attempt> of(String artifact, Market market, BacktestResult result) {
    double[] returns = result.equity().returns(1);
    if (returns.length < 2 * BLOCKS) {
      return Optional.empty();
    }
    Moments moments = Moments.of(returns);
    boolean differ =
        moments.deviation() > 0
            && Double.isFinite(moments.skewness())
            && Double.isFinite(moments.kurtosis());
    Optional<TrackRecord> record = differ ? Optional.of(TrackRecord.of(moments)) : Optional.empty();
    return Optional.of(new Attempt(artifact, market, BlockSums.of(returns, BLOCKS), record));
  }

  /// By bar; 0 where returns do not differ.
  double sharpe() {
    return record.map(TrackRecord::sharpe).orElse(0.0);
  }

  /// As the log keeps it.
  public ObjectNode toJson() {
    ObjectNode json = Json.object().put("artifact", artifact);
    json.putObject("market")
        .put("symbol", market.symbol())
        .put("from", market.from())
        .put("to", market.to())
        .put("digest", market.digest());
    ObjectNode sums = json.putObject("returns");
    sums.put("length", returns.length()).put("centre", returns.centre());
    returns.sums().forEach(sums.putArray("sums")::add);
    returns.squares().forEach(sums.putArray("squares")::add);
    record.ifPresent(r ->
        json.putObject("record")
            .put("sharpe", r.sharpe())
            .put("count", r.count())
            .put("skewness", r.skewness())
            .put("kurtosis", r.kurtosis()));
    return json;
  }

  /// What [#toJson] gave.
  public static Attempt ofJson(JsonNode json) {
    JsonNode market = json.path("market");
    JsonNode sums = json.path("returns");
    JsonNode record = json.path("record");
    return new Attempt(
        Json.text(json, "artifact"),
        new Market(
            Json.text(market, "symbol"),
            market.path("from").asLong(),
            market.path("to").asLong(),
            Json.text(market, "digest")),
        new BlockSums(
            sums.path("length").asInt(),
            sums.path("centre").asDouble(),
            numbers(sums.path("sums")),
            numbers(sums.path("squares"))),
        record.isObject()
            ? Optional.of(
                new TrackRecord(
                    record.path("sharpe").asDouble(),
                    record.path("count").asDouble(),
                    record.path("skewness").asDouble(),
                    record.path("kurtosis").asDouble()))
            : Optional.empty());
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }
}
