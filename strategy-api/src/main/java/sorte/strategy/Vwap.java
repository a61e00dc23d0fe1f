package sorte.strategy;

/// The day's average price so far, each bar's typical price (high, low and close, a third each)
/// weighted by its volume. It starts again on each day of the run's time zone. First value at index
/// 0; until there is volume in the day, the bar's own typical price.
public final class Vwap extends Line {
  private final Days days;
  private long day = Long.MIN_VALUE;
  private double money;
  private double volume;

  Vwap(Tape tape) {
    super(1, tape.close);
    this.days = new Days(tape.zone);
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    long today = days.of(tape.time);
    if (today != day) {
      day = today;
      money = 0;
      volume = 0;
    }
    double typical = (tape.high.now() + tape.low.now() + tape.close.now()) / 3;
    money += typical * tape.volume.now();
    volume += tape.volume.now();
    return volume == 0 ? typical : money / volume;
  }
}
