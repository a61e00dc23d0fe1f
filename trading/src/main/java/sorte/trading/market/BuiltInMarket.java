package sorte.trading.market;

/// A simulated market of 15-minute bars that never ends: trends and ranges that change without a
/// sign, volatility in clusters (GARCH(1,1), Bollerslev 1986), heavy tails, jumps, a pattern of the
/// day, and volume that goes with volatility. The same seed gives the same bars on any machine: own
/// random numbers, StrictMath, prices in ticks of 0.01. Nothing here promises anybody a profit.
///
/// A bar's range is drawn from the extremes of a Brownian bridge between its open and its close.
public final class BuiltInMarket implements MarketFeed {

  /// Minutes of a bar.
  public static final int MINUTES = 15;

  /// The start of bar 0: 2024-01-01T00:00:00Z.
  public static final long BEGINNING = 1_704_067_200_000L;

  static final double LOWEST = 100;
  static final double HIGHEST = 10_000_000;

  private static final double TICKS_IN_ONE = 100;
  private static final long MILLIS = MINUTES * 60_000L;
  private static final int BARS_A_DAY = 24 * 60 / MINUTES;
  private static final double FIRST_PRICE = 30_000;

  /// The usual standard deviation of a bar's return; about 2.9 % a day.
  private static final double USUAL = 0.003;

  private static final double ARCH = 0.08;
  private static final double GARCH = 0.90;
  private static final double CALMEST = 0.2 * USUAL * USUAL;
  private static final double WILDEST = 12 * USUAL * USUAL;
  private static final double WILD_SHARE = 0.05;
  private static final double WILD_SCALE = 2.2;

  /// Makes the mixture of a normal and a wilder normal one of variance 1.
  private static final double MIXED_SCALE =
      Math.sqrt(1 - WILD_SHARE + WILD_SHARE * WILD_SCALE * WILD_SCALE);

  private static final double JUMP_SHARE = 0.0008;
  private static final double JUMP_SCALE = 5;
  private static final double LARGEST_RETURN = 0.15;
  private static final double MILDEST_EDGE = 1.6;
  private static final double EDGE_PULL = 0.01;
  private static final double GAP_SHARE = 0.05;
  private static final double USUAL_VOLUME = 40;
  private static final double VOLUME_STEPS = 100_000;

  private static final double[] DAY = dayPattern();

  private final SplitMix random;
  private final Regime regime = new Regime();
  private double variance = USUAL * USUAL;
  private double lastClose = FIRST_PRICE;
  private double logDistance;
  private long number = -1;
  private double open = FIRST_PRICE;
  private double high = FIRST_PRICE;
  private double low = FIRST_PRICE;
  private double close = FIRST_PRICE;
  private double volume;

  public BuiltInMarket(long seed) {
    this.random = new SplitMix(seed * 0x2545F4914F6CDD1DL + 0x632BE59BD9B4E019L);
  }

  /// Goes over `bars` bars: the next [#advance] gives the one after them. A million take well under
  /// a second.
  public BuiltInMarket skip(long bars) {
    if (bars < 0) {
      throw new IllegalArgumentException("bars to skip must be 0 or more, was " + bars);
    }
    for (long i = 0; i < bars; i++) {
      advance();
    }
    return this;
  }

  @Override
  public boolean advance() {
    number++;
    double day = DAY[(int) (number % BARS_A_DAY)];
    double deviation = Math.sqrt(variance) * day;
    double shock = shock();
    double drift = regime.drift(random, logDistance, USUAL) * USUAL;
    double move = Math.clamp(drift + edge() + deviation * shock, -LARGEST_RETURN, LARGEST_RETURN);
    double gap = GAP_SHARE * deviation * random.normal();
    open = inTicks(lastClose * (1 + gap));
    close = inTicks(lastClose * StrictMath.exp(move));
    range(deviation);
    cluster(deviation * shock / day);
    volume = volume(deviation, shock, day);
    logDistance = StrictMath.log(close / FIRST_PRICE);
    lastClose = close;
    return true;
  }

  private double shock() {
    double normal = random.normal();
    double kind = random.uniform();
    if (kind <= JUMP_SHARE) {
      return normal < 0 ? normal - JUMP_SCALE : normal + JUMP_SCALE;
    }
    return (kind <= JUMP_SHARE + WILD_SHARE ? WILD_SCALE * normal : normal) / MIXED_SCALE;
  }

  /// Pulls a price back that has gone very far, so that it stays within bounds for ever.
  private double edge() {
    double beyond = Math.abs(logDistance) - MILDEST_EDGE;
    return beyond <= 0 ? 0 : -Math.signum(logDistance) * EDGE_PULL * beyond;
  }

  /// The highest and the lowest of a Brownian bridge from open to close.
  private void range(double deviation) {
    double move = close / open - 1;
    double square = deviation * deviation;
    double up = (move + Math.sqrt(move * move - 2 * square * StrictMath.log(random.uniform()))) / 2;
    double down =
        (move - Math.sqrt(move * move - 2 * square * StrictMath.log(random.uniform()))) / 2;
    high = Math.max(Math.max(open, close), inTicks(open * (1 + up)));
    low = Math.min(Math.min(open, close), inTicks(open * (1 + down)));
  }

  private void cluster(double surprise) {
    double base = (1 - ARCH - GARCH) * USUAL * USUAL;
    double next = base + ARCH * surprise * surprise + GARCH * variance;
    variance = Math.clamp(next, CALMEST, WILDEST);
  }

  private double volume(double deviation, double shock, double day) {
    double excitement = deviation / USUAL * (0.5 + 0.6 * Math.abs(shock));
    double amount = USUAL_VOLUME * day * excitement * StrictMath.exp(0.35 * random.normal());
    return Math.rint(amount * VOLUME_STEPS) / VOLUME_STEPS;
  }

  private static double inTicks(double price) {
    return Math.clamp(Math.rint(price * TICKS_IN_ONE) / TICKS_IN_ONE, LOWEST, HIGHEST);
  }

  /// Quiet at night, livelier towards 15:00 UTC; about 1 on average.
  private static double[] dayPattern() {
    double[] pattern = new double[BARS_A_DAY];
    for (int i = 0; i < BARS_A_DAY; i++) {
      double angle = 2 * StrictMath.PI * (i - 60.0) / BARS_A_DAY;
      pattern[i] = 0.98 + 0.18 * StrictMath.cos(angle);
    }
    return pattern;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public long time() {
    return BEGINNING + number * MILLIS;
  }

  @Override
  public double open() {
    return open;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public double low() {
    return low;
  }

  @Override
  public double close() {
    return close;
  }

  @Override
  public double volume() {
    return volume;
  }
}
