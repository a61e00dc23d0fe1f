package sorte.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sorte.trading.release.Admits;
import sorte.trading.release.Attestation;
import sorte.trading.release.Release;
import sorte.trading.release.ReleaseLoader;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Decider;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;

/// The releases of simulations, loaded once for a thread: what a store would give, without its
/// signatures.
final class Releases {
  private static final List<Class<?>> TYPES =
      List.of(
          Restless.class, Patient.class, Bare.class, Brittle.class, Pondering.class, Greedy.class);

  /// The number of the one that throws at some prices.
  static final int BRITTLE = 3;

  /// The number of the one that takes too much memory at some prices.
  static final int GREEDY = 5;

  private final Map<String, Release> loaded = new TreeMap<>();

  Releases() {
    for (int i = 0; i < TYPES.size(); i++) {
      Class<?> type = TYPES.get(i);
      Map<String, byte[]> classes = new TreeMap<>();
      try {
        classes.put(type.getName(), TestHome.bytes(type));
        for (Class<?> inner : type.getDeclaredClasses()) {
          classes.put(inner.getName(), TestHome.bytes(inner));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ReleaseLoader.Metered metered = ReleaseLoader.load(classes, type.getName());
      Attestation attested =
          new Attestation(
              artifact(i), new TreeMap<>(), "test", type.getName(), "1", "", "", Admits.CAPITAL, 0);
      loaded.put(artifact(i), new Release(artifact(i), attested, metered.type(), metered.meter()));
    }
  }

  /// How many there are.
  static int count() {
    return TYPES.size();
  }

  /// The digest by which one of them goes.
  static String artifact(int number) {
    return Integer.toString(number % TYPES.size()).repeat(64);
  }

  /// An instance that has seen no bar yet.
  Decider fresh(String artifact) throws Decider.DoesNotStart {
    Release release = loaded.get(artifact);
    if (release == null) {
      throw new Broken("no release is " + artifact);
    }
    return Decider.start(release, ZoneId.of("UTC"));
  }

  /// An instance that was fed the bars from `from` up to, not including, `upTo`.
  Preparation.Outcome prepare(String artifact, BarHistory bars, long from, long upTo) {
    Release release = loaded.get(artifact);
    if (release == null) {
      return new Preparation.Outcome.Refused("not-there", artifact);
    }
    try {
      Decider decider = Decider.start(release, ZoneId.of("UTC"));
      Preparation.catchUp(new Prepared(decider, "test", decider.terms(), from, from), bars, upTo);
      return decider.code().isEmpty()
          ? new Preparation.Outcome.Ready(
              new Prepared(decider, "test", decider.terms(), from, upTo))
          : new Preparation.Outcome.Refused(decider.code(), decider.detail());
    } catch (Decider.DoesNotStart e) {
      return new Preparation.Outcome.Refused("does-not-start", String.valueOf(e.getMessage()));
    }
  }
}
