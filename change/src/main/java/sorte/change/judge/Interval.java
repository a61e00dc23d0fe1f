package sorte.change.judge;

/// Where the mean difference a bar lies, at all times at once with 95 %: fractions of equity a bar.
public record Interval(double low, double mean, double high) {
  public Interval {
    if (!(low <= mean && mean <= high)) {
      throw new IllegalArgumentException(
          "an interval is ordered, was " + low + ", " + mean + ", " + high);
    }
  }
}
