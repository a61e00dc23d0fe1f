package sorte.trading.analysis;

import java.util.Arrays;
import java.util.List;

/// One trial's returns by contiguous blocks of the same length: sums, and sums of squares about the
/// mean of all, so that nothing is lost where returns are small.
///
/// @param length returns in a block
/// @param centre the mean of all
/// @param sums of the distances from it, by block
/// @param squares of these distances, summed by block
public record BlockSums(int length, double centre, List<Double> sums, List<Double> squares) {

  public BlockSums {
    sums = List.copyOf(sums);
    squares = List.copyOf(squares);
    if (length < 1 || sums.isEmpty() || sums.size() != squares.size()) {
      throw new IllegalArgumentException("as many sums as squares, of blocks that are not empty");
    }
  }

  /// Of these returns; what does not fill the blocks evenly is left out at the start.
  public static BlockSums of(double[] returns, int blocks) {
    int length = returns.length / blocks;
    int skipped = returns.length - length * blocks;
    double total = 0;
    for (int i = skipped; i < returns.length; i++) {
      total += returns[i];
    }
    double centre = total / (length * blocks);
    double[] sums = new double[blocks];
    double[] squares = new double[blocks];
    for (int i = skipped; i < returns.length; i++) {
      int block = (i - skipped) / length;
      double apart = returns[i] - centre;
      sums[block] += apart;
      squares[block] += apart * apart;
    }
    return new BlockSums(length, centre, list(sums), list(squares));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /// The mean return over the blocks of the mask.
  double mean(int mask) {
    return centre + sum(sums, mask) / (Integer.bitCount(mask) * length);
  }

  /// Mean over deviation; 0 where there is none.
  double metric(int mask) {
    int n = Integer.bitCount(mask) * length;
    double apart = sum(sums, mask);
    double variance = (sum(squares, mask) - apart * apart / n) / (n - 1);
    return variance > 0 ? mean(mask) / Math.sqrt(variance) : 0;
  }

  private static double sum(List<Double> values, int mask) {
    double sum = 0;
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      sum += values.get(Integer.numberOfTrailingZeros(rest));
    }
    return sum;
  }
}
