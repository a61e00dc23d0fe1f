package sorte.trading.engine;

/// The journal says one thing and the same inputs made another: nothing further is done.
public final class ReplayDiffers extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReplayDiffers(long sequence, Object journaled, Object made) {
    super(
        "record %d of the journal is %s, replaying made %s; do not trade with this build, restore the one before"
            .formatted(sequence, journaled, made));
  }
}
