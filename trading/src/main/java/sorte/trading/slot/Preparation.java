package sorte.trading.slot;

import java.time.ZoneId;
import sorte.strategy.run.BarLength;
import sorte.trading.release.Admits;
import sorte.trading.release.Release;
import sorte.trading.release.Store;

/// Makes releases ready on the asking thread, so that the engine loses no time: verified, loaded,
/// warmed by recorded events in throwaway instances, and fed.
public final class Preparation {

  /// The bars that an instance is fed before its first decision counts.
  public static final int HISTORY_FED = 3000;

  /// The recorded events that a release replays at least before its slot is switched.
  public static final int EVENTS_TO_WARM = 20_000;

  private final Store store;
  private final BarHistory bars;
  private final ZoneId zone;
  private final BarLength length;

  /// @param length of a bar
  public Preparation(Store store, BarHistory bars, ZoneId zone, BarLength length) {
    this.store = store;
    this.bars = bars;
    this.zone = zone;
    this.length = length;
  }

  /// What preparing came to.
  public sealed interface Outcome {
    record Ready(Prepared prepared) implements Outcome {}

    record Refused(String code, String reason) implements Outcome {}
  }

  /// Loads what is to be let in, warms and feeds it; from bar `fedFrom`, or from `HISTORY_FED` bars
  /// back when it is -1.
  public Outcome admit(String artifact, long fedFrom, Admits needed) {
    return ready(store.admit(artifact, needed), fedFrom, bars.size(), true);
  }

  /// The same with what was let in before, fed up to and not including bar `upTo`.
  public Outcome prepare(String artifact, long fedFrom, long upTo, boolean warm) {
    return ready(store.load(artifact), fedFrom, upTo, warm);
  }

  private Outcome ready(Store.Loading loading, long fedFrom, long upTo, boolean warm) {
    return switch (loading) {
      case Store.Loading.Refused(String code, String reason) -> new Outcome.Refused(code, reason);
      case Store.Loading.Loaded(Release release) -> ready(release, fedFrom, upTo, warm);
    };
  }

  private Outcome ready(Release release, long fedFrom, long upTo, boolean warm) {
    long from = fedFrom >= 0 ? fedFrom : Math.max(bars.oldest(), upTo - HISTORY_FED);
    if (from < bars.oldest()) {
      return new Outcome.Refused(
          "too-old", "bar " + from + " is no longer kept; load the release again");
    }
    try {
      if (warm) {
        warm(release);
      }
      Decider decider = Decider.start(release, zone, length);
      for (long bar = from; bar < upTo; bar++) {
        bars.feed(decider, bar);
      }
      return decider.code().isEmpty()
          ? new Outcome.Ready(
              new Prepared(decider, release.attestation().strategy(), decider.terms(), from, upTo))
          : new Outcome.Refused(decider.code(), decider.detail());
    } catch (Decider.DoesNotStart | Faulted e) {
      return new Outcome.Refused("does-not-start", String.valueOf(e.getMessage()));
    }
  }

  /// Shows a prepared release the bars that came since.
  public static void catchUp(Prepared prepared, BarHistory bars, long upTo) {
    for (long bar = prepared.fedUpTo(); bar < upTo; bar++) {
      bars.feed(prepared.decider(), bar);
    }
  }

  private void warm(Release release) throws Decider.DoesNotStart, Faulted {
    long last = bars.size();
    long first = Math.max(bars.oldest(), last - HISTORY_FED);
    for (int fed = 0; fed < EVENTS_TO_WARM && last > first; ) {
      Decider throwaway = Decider.start(release, zone, length);
      for (long bar = first; bar < last; bar++, fed++) {
        bars.feed(throwaway, bar);
      }
      if (!throwaway.code().isEmpty()) {
        throw new Faulted(throwaway.code() + ": " + throwaway.detail());
      }
    }
  }

  private static final class Faulted extends Exception {
    private static final long serialVersionUID = 1L;

    Faulted(String message) {
      super(message);
    }
  }
}
