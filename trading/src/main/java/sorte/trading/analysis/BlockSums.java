package sorte.trading.analysis;

/// One trial's returns by contiguous blocks of the same length: sums, and sums of squares about the
/// mean of all, so that nothing is lost where returns are small.
record BlockSums(int length, double centre, double[] sums, double[] squares) {

  static BlockSums of(double[] returns, int blocks) {
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
    return new BlockSums(length, centre, sums, squares);
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

  private static double sum(double[] values, int mask) {
    double sum = 0;
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      sum += values[Integer.numberOfTrailingZeros(rest)];
    }
    return sum;
  }
}
