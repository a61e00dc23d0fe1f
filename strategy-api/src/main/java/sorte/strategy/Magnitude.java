package sorte.strategy;

/// A line without its sign: how large a candle's body is, how far the price is from an average.
/// First value where the line has its own.
public final class Magnitude extends Line {
  private final Line source;

  Magnitude(Line source) {
    super(1, source);
    this.source = source;
  }

  @Override
  void step() {
    set(Math.abs(source.now()));
  }
}
