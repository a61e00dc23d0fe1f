package sorte.trading.market;

/// A pass over recorded bars.
final class RecordedFeed implements MarketFeed {
  private final Bars bars;
  private int at;

  RecordedFeed(Bars bars, long from) {
    if (from < 0 || from > bars.size()) {
      throw new IllegalArgumentException(
          "a pass starts at a bar from 0 to " + bars.size() + ", was " + from);
    }
    this.bars = bars;
    this.at = (int) from - 1;
  }

  @Override
  public boolean advance() {
    if (at + 1 >= bars.size()) {
      return false;
    }
    at++;
    return true;
  }

  @Override
  public long number() {
    return at;
  }

  @Override
  public long time() {
    return bars.time(at);
  }

  @Override
  public double open() {
    return bars.open(at);
  }

  @Override
  public double high() {
    return bars.high(at);
  }

  @Override
  public double low() {
    return bars.low(at);
  }

  @Override
  public double close() {
    return bars.close(at);
  }

  @Override
  public double volume() {
    return bars.volume(at);
  }
}
