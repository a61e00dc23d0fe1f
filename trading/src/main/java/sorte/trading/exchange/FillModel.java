package sorte.trading.exchange;

import sorte.trading.money.Fill;

/// All that the exchange assumes, rule by rule in docs/fill-model.md.
///
/// @param path the order of a bar's prices
/// @param fill when what is sent at a close acts: at the next open, or at that close
/// @param participation the share of a bar's volume that we get at most; 0 where volume does not
///   limit
/// @param slippage of what takes
/// @param spread as a fraction, paid by what takes and opens
/// @param fees by volume
/// @param latency of what we send
/// @param borrowRate a year, of what is short
/// @param margin what backs a position
public record FillModel(
    BarPath path,
    Fill fill,
    double participation,
    Slippage slippage,
    double spread,
    FeeSchedule fees,
    Latency latency,
    double borrowRate,
    Margin margin) {

  /// The highest yearly rate: a hundred times the worth.
  public static final double LARGEST_BORROW_RATE = 100;

  public FillModel {
    if (!(participation >= 0 && participation <= 1)) {
      throw new IllegalArgumentException(
          "a participation must be above 0 and at most 1, or 0 for no limit, was " + participation);
    }
    if (!(spread >= 0 && spread < 1)) {
      throw new IllegalArgumentException(
          "a spread must be a fraction, 0 or more and below 1, was " + spread);
    }
    if (!(borrowRate >= 0 && borrowRate <= LARGEST_BORROW_RATE)) {
      throw new IllegalArgumentException(
          "a borrow rate must be 0 to " + LARGEST_BORROW_RATE + " a year, was " + borrowRate);
    }
  }

  /// No friction at all: fills at the next open, the worse path.
  public static final FillModel FREE =
      new FillModel(
          BarPath.WORST,
          Fill.NEXT_OPEN,
          0,
          Slippage.NONE,
          0,
          FeeSchedule.of(0, 0),
          Latency.NONE,
          0,
          Margin.WHOLE);

  public FillModel with(BarPath other) {
    return new FillModel(
        other, fill, participation, slippage, spread, fees, latency, borrowRate, margin);
  }

  public FillModel with(Fill other) {
    return new FillModel(
        path, other, participation, slippage, spread, fees, latency, borrowRate, margin);
  }

  public FillModel with(Slippage other) {
    return new FillModel(
        path, fill, participation, other, spread, fees, latency, borrowRate, margin);
  }

  public FillModel with(FeeSchedule other) {
    return new FillModel(
        path, fill, participation, slippage, spread, other, latency, borrowRate, margin);
  }

  public FillModel with(Latency other) {
    return new FillModel(
        path, fill, participation, slippage, spread, fees, other, borrowRate, margin);
  }

  public FillModel with(Margin other) {
    return new FillModel(
        path, fill, participation, slippage, spread, fees, latency, borrowRate, other);
  }

  public FillModel withParticipation(double other) {
    return new FillModel(path, fill, other, slippage, spread, fees, latency, borrowRate, margin);
  }

  public FillModel withSpread(double other) {
    return new FillModel(
        path, fill, participation, slippage, other, fees, latency, borrowRate, margin);
  }

  public FillModel withBorrowRate(double other) {
    return new FillModel(path, fill, participation, slippage, spread, fees, latency, other, margin);
  }
}
