package sorte.trading.exchange;

/// What a fill costs from some volume on.
///
/// @param volume worth traded in thirty days, in the account's currency
/// @param maker rate of what rested; below zero where the venue pays for it
/// @param taker rate of what took
public record FeeTier(double volume, double maker, double taker) {
  private static final double LARGEST = 0.5;
  private static final double SMALLEST = -0.01;

  public FeeTier {
    if (!(volume >= 0 && volume < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a fee tier's volume must be finite and 0 or more, was " + volume);
    }
    if (!(maker >= SMALLEST && maker <= LARGEST) || !(taker >= 0 && taker <= LARGEST)) {
      throw new IllegalArgumentException(
          "a taker fee must be 0 to 0.5 and a maker fee -0.01 to 0.5, were "
              + taker
              + " and "
              + maker);
    }
  }
}
