package sorte.trading.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.trading.engine.TestHome;
import sorte.trading.market.MarketSpec;

/// Ten thousand bundles (artefact, attestation, list of revocations), each wrong in one way: none
/// is let in. The good bundle between them is, so that the store is seen to work.
class ForgedBundlesTest {
  private static final int BUNDLES = 10_000;
  private static final int GOOD_EVERY = 500;
  private static final long SEED = 88;
  private static final String CLASS = EmaCross.class.getName();

  private static final int SIGNED_ANEW = 12;

  private final Map<Forgery, List<byte[]>> made = new TreeMap<>();
  private final Random random = new Random(SEED);
  private final TestKeys ours = TestKeys.made();
  private final TestKeys others = TestKeys.made();

  private record Bundle(byte[] jar, byte[] attestation, byte[] revocations) {}

  /// The ways to be wrong, in turn.
  private enum Forgery {
    ALTERED_JAR,
    ALTERED_ATTESTATION,
    ALTERED_LIST,
    TRUNCATED_JAR,
    TRUNCATED_ATTESTATION,
    TRUNCATED_LIST,
    LENGTHENED,
    SWAPPED_JAR,
    SWAPPED_ATTESTATION,
    SWAPPED_SIGNATURES,
    STALE_LIST,
    REVOKED,
    FOR_SHADOW,
    FOREIGN_ATTESTATION,
    FOREIGN_LIST,
    HALF_FOREIGN
  }

  private static final int DEAR_EVERY = 4;

  private static final Set<Forgery> DEAR =
      EnumSet.of(
          Forgery.ALTERED_LIST,
          Forgery.TRUNCATED_LIST,
          Forgery.STALE_LIST,
          Forgery.REVOKED,
          Forgery.FOR_SHADOW,
          Forgery.FOREIGN_LIST,
          Forgery.HALF_FOREIGN);

  private static final List<Forgery> CHEAP =
      List.of(
          Forgery.ALTERED_ATTESTATION,
          Forgery.ALTERED_JAR,
          Forgery.TRUNCATED_ATTESTATION,
          Forgery.SWAPPED_SIGNATURES,
          Forgery.ALTERED_ATTESTATION);

  @Test
  void ten_thousand_altered_cut_swapped_stale_and_foreign_bundles_are_refused(@TempDir Path root)
      throws IOException {
    System.out.println("forged bundles from seed " + SEED);
    TestHome at = TestHome.at(root, MarketSpec.builtIn(1), "max");
    Files.writeString(at.home().publicKey(), ours.open().pem());
    Bundle good = bundle(ours, EmaCross.class, EmaCross.Parameters.class);
    Bundle other = bundle(ours, EmaCross.class);
    Bundle foreign = bundle(others, EmaCross.class, EmaCross.Parameters.class);
    Bundle half =
        bundle(
            new TestKeys(ours.first(), others.second()), EmaCross.class, EmaCross.Parameters.class);
    String artifact = GuardianKey.Digest.sha256(good.jar());
    Map<String, Integer> codes = new TreeMap<>();
    for (int i = 0; i < BUNDLES; i++) {
      Forgery how = turn(i);
      Bundle forged = forged(how, good, other, foreign, half);
      Store store = new Store(at.home());
      put(at, artifact, forged);
      Store.Loading loading = store.admit(artifact, Admits.CAPITAL);
      assertThat(loading)
          .as("%s, bundle %d of seed %d", how, i, SEED)
          .isInstanceOf(Store.Loading.Refused.class);
      codes.merge(((Store.Loading.Refused) loading).code(), 1, Integer::sum);
      if (i % GOOD_EVERY == 0) {
        put(at, artifact, good);
        assertThat(store.admit(artifact, Admits.CAPITAL)).isInstanceOf(Store.Loading.Loaded.class);
      }
    }
    System.out.println(BUNDLES + " forged bundles refused: " + codes);
    assertThat(codes.keySet())
        .contains("altered", "not-attested", "another-slot", "revoked", "stale-list");
  }

  /// Each way in turn; those whose signatures must be verified to the last one, which takes a
  /// hundred times as long, in every fourth round.
  private static Forgery turn(int bundle) {
    Forgery how = Forgery.values()[bundle % Forgery.values().length];
    boolean rest = bundle / Forgery.values().length % DEAR_EVERY == 0;
    return rest || !DEAR.contains(how) ? how : CHEAP.get(bundle % CHEAP.size());
  }

  private Bundle bundle(TestKeys keys, Class<?>... classes) throws IOException {
    byte[] jar = TestHome.jar(Arrays.asList(classes));
    String sha = GuardianKey.Digest.sha256(jar);
    return new Bundle(
        jar,
        keys.attestation(sha, CLASS, "ch-1", Admits.CAPITAL, 40),
        keys.revocations(50, Map.of("c".repeat(64), 45L)));
  }

  private Bundle forged(Forgery how, Bundle good, Bundle other, Bundle foreign, Bundle half) {
    byte[] jar = good.jar();
    byte[] attestation = good.attestation();
    byte[] list = good.revocations();
    String sha = GuardianKey.Digest.sha256(jar);
    return switch (how) {
      case ALTERED_JAR -> new Bundle(altered(jar), attestation, list);
      case ALTERED_ATTESTATION -> new Bundle(jar, altered(attestation), list);
      case ALTERED_LIST -> new Bundle(jar, attestation, altered(list));
      case TRUNCATED_JAR -> new Bundle(cut(jar), attestation, list);
      case TRUNCATED_ATTESTATION -> new Bundle(jar, cut(attestation), list);
      case TRUNCATED_LIST -> new Bundle(jar, attestation, cut(list));
      case LENGTHENED -> new Bundle(jar, longer(attestation), list);
      case SWAPPED_JAR -> new Bundle(other.jar(), attestation, list);
      case SWAPPED_ATTESTATION -> new Bundle(jar, other.attestation(), list);
      case SWAPPED_SIGNATURES -> new Bundle(jar, signaturesOf(attestation, other), list);
      case STALE_LIST ->
          new Bundle(jar, attestation, one(how, () -> list(random.nextInt(41), Map.of())));
      case REVOKED ->
          new Bundle(
              jar, attestation, one(how, () -> list(50, Map.of(sha, 41L + random.nextInt(9)))));
      case FOR_SHADOW ->
          new Bundle(
              jar,
              one(how, () -> ours.attestation(sha, CLASS, "1", Admits.SHADOW, random.nextInt(50))),
              list);
      case FOREIGN_ATTESTATION -> new Bundle(jar, foreign.attestation(), list);
      case FOREIGN_LIST -> new Bundle(jar, attestation, foreign.revocations());
      case HALF_FOREIGN -> new Bundle(jar, renamed(half.attestation()), list);
    };
  }

  /// One of a few that are well signed and wrong in what they say: signing is what takes time.
  private byte[] one(Forgery how, Supplier<byte[]> signed) {
    List<byte[]> some = made.computeIfAbsent(how, _ -> new ArrayList<>());
    if (some.size() < SIGNED_ANEW) {
      some.add(signed.get());
      return some.getLast();
    }
    return some.get(random.nextInt(some.size()));
  }

  private byte[] list(long entries, Map<String, Long> revoked) {
    return ours.revocations(entries, revoked);
  }

  /// The other guardian's second key by our own's name.
  private byte[] renamed(byte[] attestation) {
    return new String(attestation, UTF_8)
        .replace(others.open().secondId().orElseThrow(), ours.open().secondId().orElseThrow())
        .getBytes(UTF_8);
  }

  private static byte[] signaturesOf(byte[] attestation, Bundle other) {
    String mine = new String(attestation, UTF_8);
    String theirs = new String(other.attestation(), UTF_8);
    return (mine.substring(0, mine.indexOf("\"signatures\""))
            + theirs.substring(theirs.indexOf("\"signatures\"")))
        .getBytes(UTF_8);
  }

  private byte[] altered(byte[] good) {
    byte[] bad = good.clone();
    for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
      bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
    }
    return Arrays.equals(bad, good) ? altered(good) : bad;
  }

  private byte[] cut(byte[] good) {
    return Arrays.copyOf(good, random.nextInt(good.length));
  }

  private byte[] longer(byte[] good) {
    byte[] bad = Arrays.copyOf(good, good.length + 1 + random.nextInt(8));
    Arrays.fill(bad, good.length, bad.length, (byte) (random.nextBoolean() ? ' ' : '\n'));
    return bad;
  }

  private final Map<Path, byte[]> written = new HashMap<>();

  private void put(TestHome at, String artifact, Bundle bundle) throws IOException {
    put(at.home().storeArtifact(artifact), bundle.jar());
    put(at.home().storeAttestation(artifact), bundle.attestation());
    put(at.home().storeRevocations(), bundle.revocations());
  }

  private void put(Path file, byte[] bytes) throws IOException {
    if (!Arrays.equals(bytes, written.get(file))) {
      TestHome.write(file, bytes);
      written.put(file, bytes);
    }
  }
}
