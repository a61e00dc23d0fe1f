package sorte.strategy;

/// The mean volume of the last n bars. First value at index n-1. "Volume twice its average" is
/// `volume.above(volumeSma.times(2))`.
public final class VolumeSma extends Line {
  private final Line volume;
  private final RollingMean mean;

  VolumeSma(Tape tape, int period) {
    super(Period.checked("a volume average's period", period), tape.volume);
    this.volume = tape.volume;
    this.mean = new RollingMean(period);
  }

  @Override
  void step() {
    set(next());
  }

  @Override
  boolean lay(int count) {
    double[] values = room(count);
    mean.fill(volume.column(), volume.shift(), count, values, 1);
    lay(values, 1);
    return true;
  }

  private double next() {
    return mean.add(volume.now());
  }
}
