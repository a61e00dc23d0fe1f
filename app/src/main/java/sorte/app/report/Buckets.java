package sorte.app.report;

/// Bars gathered into at most so many groups of neighbours, so that a million of them draw as fast
/// as a hundred. The groups' lengths differ by one at most.
record Buckets(int bars, int count) {

  static Buckets of(int bars, int most) {
    return new Buckets(bars, Math.min(bars, most));
  }

  int from(int bucket) {
    return (int) ((long) bucket * bars / count);
  }

  /// The first bar behind.
  int to(int bucket) {
    return (int) ((long) (bucket + 1) * bars / count);
  }

  /// The bucket of a bar.
  int of(int bar) {
    int bucket = (int) ((long) bar * count / bars);
    while (bar >= to(bucket)) {
      bucket++;
    }
    return bucket;
  }
}
