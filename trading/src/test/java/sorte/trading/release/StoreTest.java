package sorte.trading.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.trading.door.Json;
import sorte.trading.engine.TestHome;
import sorte.trading.market.MarketSpec;

class StoreTest {
  private static final String CLASS = EmaCross.class.getName();

  @TempDir Path root;
  private Store store;
  private TestHome home;
  private String artifact;

  @BeforeEach
  void store() throws IOException {
    home = TestHome.at(root, MarketSpec.builtIn(1), "max");
    store = new Store(home.home());
    artifact = home.release("ch-1", EmaCross.class, EmaCross.Parameters.class);
  }

  @Test
  void an_attested_release_loads_with_classes_of_its_own() {
    Release one = loaded();
    Release other = loaded();
    assertThat(one.type().getName()).isEqualTo(EmaCross.class.getName());
    assertThat(one.type()).isNotEqualTo(EmaCross.class).isNotEqualTo(other.type());
    assertThat(one.attestation().change()).isEqualTo("ch-1");
  }

  @Test
  void an_artefact_without_attestation_is_refused() throws IOException {
    Files.delete(home.home().storeAttestation(artifact));
    assertThat(refused().code()).isEqualTo("not-there");
  }

  @Test
  void an_altered_artefact_is_refused() throws IOException {
    Path jar = home.home().storeArtifact(artifact);
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(jar, bytes);
    assertThat(refused().code()).isEqualTo("altered");
  }

  @Test
  void an_attestation_of_another_artefact_is_refused() throws IOException {
    byte[] other = home.keys().attestation("0".repeat(64), "x.Y", "ch-1", Admits.CAPITAL, 0);
    Files.write(home.home().storeAttestation(artifact), other);
    assertThat(refused().code()).isEqualTo("altered");
  }

  @Test
  void an_attestation_by_another_key_is_refused() throws Exception {
    TestKeys others = TestKeys.made();
    byte[] forged = attested(others, Admits.CAPITAL, 0);
    attest(forged);
    assertThat(refused().reason()).contains("signed by key");
    TestKeys first = new TestKeys(home.keys().first(), others.second());
    attest(attested(first, Admits.CAPITAL, 0));
    assertThat(refused().reason()).contains("signed by key");
    String renamed =
        new String(forged, UTF_8)
            .replace(others.open().id(), home.keys().open().id())
            .replace(
                others.open().secondId().orElseThrow(),
                home.keys().open().secondId().orElseThrow());
    attest(renamed.getBytes(UTF_8));
    assertThat(refused().reason()).contains("Ed25519 signature that does not match");
  }

  @Test
  void one_good_signature_of_the_two_is_not_enough() throws Exception {
    byte[] payload = Json.bytes(TestKeys.statement(artifact, CLASS, "ch-1", Admits.CAPITAL, 0));
    byte[] content = Envelope.toSign(Attestation.PAYLOAD_TYPE, payload);
    TestKeys ours = home.keys();
    TestKeys others = TestKeys.made();
    byte[] first = TestKeys.signature("Ed25519", ours.first().getPrivate(), content);
    byte[] second = TestKeys.signature("ML-DSA-65", others.second().getPrivate(), content);
    attest(Json.bytes(Envelope.of(Attestation.PAYLOAD_TYPE, payload, ours.open(), first, second)));
    assertThat(refused().reason()).contains("ML-DSA signature that does not match");
    first = TestKeys.signature("Ed25519", others.first().getPrivate(), content);
    second = TestKeys.signature("ML-DSA-65", ours.second().getPrivate(), content);
    attest(Json.bytes(Envelope.of(Attestation.PAYLOAD_TYPE, payload, ours.open(), first, second)));
    assertThat(refused().reason()).contains("Ed25519 signature that does not match");
  }

  @Test
  void a_verdict_other_than_approved_is_refused() throws IOException {
    ObjectNode statement = TestKeys.statement(artifact, CLASS, "ch-1", Admits.CAPITAL, 0);
    ((ObjectNode) statement.path("predicate").path(Attestation.VERDICT)).put("verdict", "rejected");
    attest(home.keys().signed(Attestation.PAYLOAD_TYPE, Json.bytes(statement)));
    assertThat(refused().reason()).contains("rejected, not approved");
  }

  @Test
  void the_form_of_before_is_refused_since_it_has_one_signature() throws IOException {
    attest("{\"payload\":\"e30=\",\"signature\":\"AAAA\",\"key\":\"k\"}".getBytes(UTF_8));
    assertThat(refused().code()).isEqualTo("not-attested");
  }

  @Test
  void what_is_attested_for_shadow_gets_no_capital() throws IOException {
    attest(attested(home.keys(), Admits.SHADOW, 0));
    assertThat(store.admit(artifact, Admits.SHADOW)).isInstanceOf(Store.Loading.Loaded.class);
    Store.Loading.Refused refused = (Store.Loading.Refused) store.admit(artifact, Admits.CAPITAL);
    assertThat(refused.code()).isEqualTo("another-slot");
    assertThat(refused.reason()).contains("attested for shadow", "asked for is capital");
  }

  @Test
  void what_was_revoked_is_not_let_in_and_runs_on_where_it_runs() throws IOException {
    revoke(home.keys().revocations(8, Map.of(artifact, 7L)));
    Store.Loading.Refused refused = (Store.Loading.Refused) store.admit(artifact, Admits.SHADOW);
    assertThat(refused.code()).isEqualTo("revoked");
    assertThat(store.load(artifact)).isInstanceOf(Store.Loading.Loaded.class);
    attest(attested(home.keys(), Admits.CAPITAL, 8));
    revoke(home.keys().revocations(9, Map.of(artifact, 7L)));
    assertThat(store.admit(artifact, Admits.CAPITAL)).isInstanceOf(Store.Loading.Loaded.class);
  }

  @Test
  void a_list_of_revocations_that_is_missing_foreign_or_older_lets_nothing_in() throws IOException {
    Files.delete(home.home().storeRevocations());
    assertThat(code()).isEqualTo("stale-list");
    revoke(TestKeys.made().revocations(9, Map.of()));
    assertThat(code()).isEqualTo("stale-list");
    revoke(home.keys().revocations(0, Map.of()));
    assertThat(code()).isEqualTo("stale-list");
    revoke(home.keys().revocations(9, Map.of()));
    assertThat(store.admit(artifact, Admits.CAPITAL)).isInstanceOf(Store.Loading.Loaded.class);
    revoke(home.keys().revocations(8, Map.of()));
    assertThat(code()).isEqualTo("stale-list");
  }

  @Test
  void a_release_sees_strategy_api_and_nothing_of_the_trader() throws Exception {
    ClassLoader loader = loaded().type().getClassLoader();
    assertThat(loader.loadClass("sorte.strategy.Strategy")).isSameAs(sorte.strategy.Strategy.class);
    for (String hidden :
        List.of("sorte.trading.home.Home", "java.net.Socket", "java.nio.file.Files")) {
      assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
    }
    assertThat(loader.getResource("sorte/trading/home/Home.class")).isNull();
  }

  @Test
  void an_artefact_may_not_bring_a_meter_or_a_strategy_api_of_its_own() {
    for (String name : List.of("sorte.meter.Meter", "sorte.strategy.Strategy", "java.lang.Evil")) {
      assertThatThrownBy(() -> ReleaseLoader.load(Map.of(name, new byte[0]), name))
          .isInstanceOf(LinkageError.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void fuel_belongs_to_the_loader_and_spent_stays_spent() throws Exception {
    Release one = loaded();
    Release other = loaded();
    Class<?> meter = one.type().getClassLoader().loadClass("sorte.meter.Meter");
    var spend = meter.getMethod("spend", int.class);
    assertThat(one.meter().refill()).isTrue();
    spend.invoke(null, 400);
    assertThat(one.meter().settle()).isEqualTo(400);
    assertThat(one.meter().refill()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> spend.invoke(null, Integer.MAX_VALUE))
          .cause()
          .hasMessageContaining("spent");
    }
    assertThat(one.meter().spent()).isTrue();
    assertThat(one.meter().settle()).isEqualTo(-1);
    assertThat(one.meter().refill()).isFalse();
    assertThat(other.meter().refill()).isTrue();
  }

  @Test
  void the_life_of_a_release_is_bounded_too() throws Exception {
    var classes =
        ReleaseClasses.of(TestHome.jar(List.of(EmaCross.class, EmaCross.Parameters.class)));
    var metered = ReleaseLoader.load(classes, EmaCross.class.getName(), 100, 150);
    var spend =
        metered
            .type()
            .getClassLoader()
            .loadClass("sorte.meter.Meter")
            .getMethod("spend", int.class);
    assertThat(metered.meter().refill()).isTrue();
    spend.invoke(null, 100);
    assertThat(metered.meter().settle()).isEqualTo(100);
    assertThat(metered.meter().refill()).isTrue();
    assertThatThrownBy(() -> spend.invoke(null, 60)).cause().hasMessageContaining("spent");
  }

  private byte[] attested(TestKeys keys, Admits admits, long entry) {
    return keys.attestation(artifact, CLASS, "ch-1", admits, entry);
  }

  private void attest(byte[] document) throws IOException {
    Files.write(home.home().storeAttestation(artifact), document);
  }

  private void revoke(byte[] list) throws IOException {
    Files.write(home.home().storeRevocations(), list);
  }

  private String code() {
    return ((Store.Loading.Refused) store.admit(artifact, Admits.CAPITAL)).code();
  }

  private Release loaded() {
    return ((Store.Loading.Loaded) new Store(home.home()).load(artifact)).release();
  }

  private Store.Loading.Refused refused() {
    return (Store.Loading.Refused) new Store(home.home()).load(artifact);
  }
}
